import { z } from 'zod';
import { holders, refOf, membersHere, whyNotScored } from '../../domain/branch/people.js';
import { isDraftedFor, missingFor, monthsOwed, stepsSince } from '../../domain/dues/register.js';
import { keepPrivate } from '../../domain/private.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { phoneList } from '../care/phone-list.js';
import { toPerson, type Reply } from '../reply.js';
import { done, openUseCase, type Context } from '../use-case.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Change } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { lastDayOf, monthAfter, monthIn, type Month } from '../../domain/period/months.js';
import type { Person } from '../../domain/roster/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import { notYetDrafted, standingVeto } from '../../domain/veto/matter.js';
import { officersFor } from '../veto/cards.js';
import { announceDraft, draftVeto, spanOf } from '../veto/propose.js';
import type { ArrearsFacts } from './says.js';

/**
 * In private to everybody whose dues of the month are not entered yet, or who owes an older month; whom to phone, to the
 * recorder. Never in the group (SPEC §3, sensitive things).
 */
export const remindOfDues = openUseCase({
  name: 'dues.remind',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ month: z.string() }),
  run: (context, { month }) => {
    const { facts } = context;
    const missing = missingFor(facts, month).map(({ id }) => id);
    const told = membersHere(facts)
      .map(({ id, ...person }) => ({
        id,
        isMissing: missing.includes(id),
        owed: monthsOwed(facts, { id, ...person }, monthAfter(month, -1)),
      }))
      .filter(({ isMissing, owed }) => isMissing || owed.length > 0);
    return done({
      replies: [
        ...told
          .filter(({ id }) => accountsOf(facts, id).length > 0)
          .map(({ id, isMissing, owed }) =>
            toPerson(id, 'dues.reminder', { month, isMissing, owed: keepPrivate(owed) }),
          ),
        // Who has no account is reminded by telephone (SPEC §3, `/代`).
        ...phoneList(
          context,
          facts,
          told.map(({ id }) => id),
          { kind: 'duesReminder', month },
        ),
      ],
    });
  },
});

/**
 * Who is missing for the month that has ended, and who still owes an older one, whatever was paid later: to the
 * recorder, where there is none to the secretary.
 */
export const listMissingDues = openUseCase({
  name: 'dues.listMissing',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ month: z.string(), draftOn: z.string() }),
  run: ({ facts }, { month, draftOn }) => {
    const missing = missingFor(facts, month);
    const older = membersHere(facts)
      .map((person) => ({
        person: refOf(facts, person),
        months: monthsOwed(facts, person, monthAfter(month, -1)),
      }))
      .filter(({ months }) => months.length > 0);
    if (missing.length + older.length === 0) return done({ replies: [] });
    const recorders = holders(facts, 'recorder');
    const readers = recorders.length > 0 ? recorders : holders(facts, 'secretary');
    const persons = keepPrivate(missing.map((person) => refOf(facts, person)));
    const kept = isDraftedFor(facts, month);
    return done({
      replies: readers.map(({ id }) =>
        toPerson(id, 'dues.missing', { month, persons, older: keepPrivate(older), kept, draftOn }),
      ),
    });
  },
});

interface Step {
  readonly changes: readonly Change[];
  readonly replies: readonly Reply[];
  /** Number of the veto that was drafted. */
  readonly drafted: number | null;
}

const nothing: Step = { changes: [], replies: [], drafted: null };

/**
 * The ladder of unpaid dues, each month after the drafts of item 17: warnings in private, then a drafted matter, but
 * only after a recorded 教育 and 拒交 (annex 1, 一票否决, third ground; SPEC §2, veto).
 */
export const climbDuesLadder = openUseCase({
  name: 'dues.ladder',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ month: z.string() }),
  run: (context, { month }) => {
    const changes: Change[] = [];
    const replies: Reply[] = [];
    let { facts } = context;
    const members = membersHere(facts);
    for (const member of members) {
      const step = climb({ ...context, facts }, member, month);
      changes.push(...step.changes);
      replies.push(...step.replies);
      facts = facts.with(step.changes);
    }
    return done({ changes, replies });
  },
});

function climb(context: Context, member: Person, month: Month): Step {
  const { facts, rulebook, now } = context;
  const drafted = draftForArrears(context, member, month, null);
  if (drafted.drafted !== null) return drafted;
  // Months caught up after a long stop bring no warning.
  if (monthAfter(month) !== monthIn(now)) return nothing;
  const { ground, warnAtMonths, draftAtMonths: draftAt } = rulebook.veto.duesLadder;
  const owed = notYetDrafted(facts, member.id, ground, monthsOwed(facts, member, month));
  const [since] = owed;
  const isFull = owed.length >= draftAt;
  if (since === undefined || !(isFull || warnAtMonths.includes(owed.length))) return nothing;
  // No veto can touch who is not scored: they are reminded without one.
  const mayVeto = whyNotScored(rulebook, member) === undefined;
  const months = keepPrivate(arrearsOf(owed, draftAt));
  const subject = keepPrivate(refOf(facts, member));
  const officers = officersFor(facts, member.id);
  if (isFull && mayVeto) {
    const { education, refusal } = stepsSince(facts, member.id, since);
    if (refusal !== null) return nothing;
    const told = { subject, months, education: keepPrivate(education) };
    return { ...nothing, replies: officers.map((id) => toPerson(id, 'dues.stepsMissing', told)) };
  }
  const reached = keepPrivate(accountsOf(facts, member.id).length > 0);
  return {
    ...nothing,
    replies: [
      toPerson(member.id, 'dues.arrearsWarning', { months, mayVeto: keepPrivate(mayVeto) }),
      ...officers.map((id) =>
        toPerson(id, 'dues.arrearsWarningToOfficer', {
          subject,
          months,
          mayVeto: keepPrivate(mayVeto),
          reached,
        }),
      ),
    ],
  };
}

/**
 * Drafts the veto for half a year and more that is owed and was refused after 教育; each month is brought up once. The
 * year is that of the last thing that was wanting: the sixth month, or the refusal.
 *
 * @param by who completed it by recording the refusal; null: the clock
 */
export function draftForArrears(context: Context, member: Person, until: Month, by: number | null): Step {
  const { facts, rulebook, now, today } = context;
  if (whyNotScored(rulebook, member) !== undefined) return nothing;
  const { ground, draftAtMonths: draftAt } = rulebook.veto.duesLadder;
  const owed = notYetDrafted(facts, member.id, ground, monthsOwed(facts, member, until));
  const [since, full, last] = [owed[0], owed[draftAt - 1], owed.at(-1)];
  if (since === undefined || full === undefined || last === undefined) return nothing;
  const { refusal } = stepsSince(facts, member.id, since);
  if (refusal === null) return nothing;
  const completed = refusal > lastDayOf(full) ? refusal : lastDayOf(full);
  // What became known only after archiving belongs to the year in which it did.
  const deedOn = isArchived(facts, yearOf(completed)) ? today : completed;
  if (standingVeto(facts, member.id, yearOf(deedOn)) !== undefined) return nothing;
  const { matter, changes } = draftVeto(facts, now, {
    subject: member.id,
    proposer: registrar(facts, member.id, by),
    ground,
    deedOn,
    reason: spanOf(rulebook, ground, since, last),
    since,
    last,
    months: owed,
  });
  const replies = announceDraft({ ...context, facts: facts.with(changes) }, matter, arrearsOf(owed, draftAt));
  return { changes, replies, drafted: matter.number };
}

function arrearsOf(owed: readonly Month[], draftAt: number): ArrearsFacts {
  return { months: owed.length, since: owed[0] ?? '', last: owed.at(-1) ?? '', owed, draftAt };
}

/** The recorder keeps the register; else who recorded the refusal, else who entered the last payment. */
function registrar(facts: Facts, subject: number, by: number | null): number {
  const recorder = holders(facts, 'recorder').find(({ id }) => id !== subject);
  const last = facts.all('dues').at(-1)?.recordedBy;
  const proposer = recorder?.id ?? by ?? last;
  if (proposer === undefined) throw new Error('arrears without a register');
  return proposer;
}
