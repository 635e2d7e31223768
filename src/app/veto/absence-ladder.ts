import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holders, membersHere, refOf, whyNotScored } from '../../domain/branch/people.js';
import type { Change } from '../../domain/branch/rows.js';
import { monthAfter, monthIn, lastDayOf, type Month } from '../../domain/period/months.js';
import { keepPrivate } from '../../domain/private.js';
import type { Person } from '../../domain/roster/rows.js';
import { chancesOf, closerOfLastMissed, runOf, type AbsenceRun } from '../../domain/veto/absence.js';
import { isDraftedRun, standingVeto } from '../../domain/veto/matter.js';
import { yearOf } from '../../domain/period/civil.js';
import { isArchived } from '../../domain/year/archived.js';
import { toPerson, type Reply } from '../reply.js';
import { done, openUseCase, type Context } from '../use-case.js';
import { officersFor } from './cards.js';
import { announceDraft, draftVeto, spanOf } from './propose.js';

const input = z.strictObject({
  /** The month that has ended, `YYYY-MM`. */
  month: z.string(),
  /** When the ladder looked before: what was closed since then is news. */
  before: z.string(),
});

/**
 * The ladder of six months without organisational life, on the first of each month: warnings in private, then a
 * drafted matter, once for each run (annex 1, 一票否决, second ground; SPEC §2, veto).
 */
export const climbAbsenceLadder = openUseCase({
  name: 'veto.absenceLadder',
  who: 'clock',
  place: 'anywhere',
  input,
  run: (context, { month, before }) => {
    const changes: Change[] = [];
    const replies: Reply[] = [];
    let { facts } = context;
    const members = membersHere(facts);
    for (const member of members) {
      const step = climb({ ...context, facts }, member, month, before);
      changes.push(...step.changes);
      replies.push(...step.replies);
      facts = facts.with(step.changes);
    }
    return done({ changes, replies });
  },
});

interface Step {
  readonly changes: readonly Change[];
  readonly replies: readonly Reply[];
}

const nothing: Step = { changes: [], replies: [] };

function climb(context: Context, member: Person, month: Month, before: string): Step {
  const { facts, rulebook, now } = context;
  const { warnAtMonths, draftAtMonths: draftAt } = rulebook.veto.absenceLadder;
  const known = (until: Month, at: string) => runOf(chancesOf(facts, rulebook, member.id, at, until), until);
  const run = known(month, now);
  const { months, since, last } = run;
  if (since === null || last === null) return nothing;
  const told = keepPrivate({ months, since, last, draftAt });
  const subject = keepPrivate(refOf(facts, member));
  const officers = officersFor(facts, member.id);
  // What is caught up after a long stop is not warned of any more.
  const current = monthAfter(month) === monthIn(now);
  const grew = known(monthAfter(month, -1), before).months !== months;
  const isNews = current && grew;
  if (whyNotScored(rulebook, member) !== undefined) {
    // No veto can touch them: they are not threatened, the branch looks after them (source, part two, 3).
    const steps = [...warnAtMonths, draftAt];
    if (!isNews || !steps.includes(months)) return nothing;
    const care = officers.map((id) => toPerson(id, 'veto.absenceUnscored', { subject, months: told }));
    return { ...nothing, replies: care };
  }
  if (months >= draftAt) return draft(context, member, run, since, last);
  if (!isNews || !warnAtMonths.includes(months)) return nothing;
  const reached = keepPrivate(facts.of('account', member.id).length > 0);
  return {
    ...nothing,
    replies: [
      toPerson(member.id, 'veto.absenceWarning', { months: told }),
      ...officers.map((id) =>
        toPerson(id, 'veto.absenceWarningToOfficer', { subject, months: told, reached }),
      ),
    ],
  };
}

/** The month in which the run reaches the limit decides the year. */
function draft(context: Context, member: Person, run: AbsenceRun, since: Month, last: Month): Step {
  const { facts, rulebook, now } = context;
  const { ground, draftAtMonths: draftAt } = rulebook.veto.absenceLadder;
  const deedOn = lastDayOf(last);
  // An archived year is closed to the clock as to everybody: a further month missed counts for the year that runs.
  if (isArchived(facts, yearOf(deedOn))) return nothing;
  if (isDraftedRun(facts, member.id, ground, since)) return nothing;
  if (standingVeto(facts, member.id, yearOf(deedOn)) !== undefined) return nothing;
  const proposer = registrar(context.facts, closerOfLastMissed(facts, rulebook, member.id, last), member.id);
  const reason = spanOf(rulebook, ground, since, last);
  const { matter, changes } = draftVeto(facts, now, {
    subject: member.id,
    proposer,
    ground,
    deedOn,
    reason,
    since,
    last,
  });
  const months = { months: run.months, since, last, draftAt };
  return { changes, replies: announceDraft({ ...context, facts: facts.with(changes) }, matter, months) };
}

/**
 * The recorder keeps the register; without one, or where it concerns the recorder, the person who closed the last
 * activity missed.
 */
function registrar(facts: Facts, closer: number | undefined, subject: number): number {
  const recorder = holders(facts, 'recorder').find(({ id }) => id !== subject);
  const proposer = recorder?.id ?? closer;
  if (proposer === undefined) throw new Error('a month was missed that nobody closed');
  return proposer;
}
