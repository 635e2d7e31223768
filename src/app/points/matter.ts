import type { Facts } from '../../domain/branch/facts.js';
import { isHere, personOf, refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { statementsIn } from '../../domain/matters/remarks.js';
import { yearOf } from '../../domain/period/civil.js';
import {
  alike,
  isPoints,
  pointsAtStake,
  standingEntries,
  takenBackBy,
  weakerDeeds,
} from '../../domain/points/deeds.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { keeperOf } from '../../domain/roster/offices.js';
import { evidenceIds, evidenceOf } from '../../domain/points/evidence.js';
import { witnessesToAsk } from './ask-witnesses.js';
import { asksMeeting, unansweredIn } from '../../domain/points/hearing.js';
import { spentTwins } from '../../domain/points/twins.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import { keepPrivate } from '../../domain/private.js';
import type { CorrectionMatter, Matter, PointsMatter } from '../../domain/rulings/rows.js';
import { scoreOf } from '../../domain/year/table/score.js';
import { tellRejected } from '../matters/announce.js';
import { closeHanging } from '../matters/close-hanging.js';
import type { Effect, Follows, Kind, Looking, Said } from '../matters/kind.js';
import { besidesOf, materialTexts, occasionOf, pointsCard } from '../matters/points.js';
import { toPerson, type Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { endBrokenRuns } from '../veto/broken.js';
import { repeats, restore, reversals, tellKeepers, tellRestored } from './reversals.js';
import { makeStatement } from './statement.js';
import { heardBySubject } from './wait-again.js';
import { bearWitness } from './witness.js';

const witnessed: Said<PointsMatter> = {
  by: bearWitness.name,
  of: (facts, { number }) =>
    facts.of('witness', number).map((witness) => [witness.person, witness.confirmedAt]),
};

const stated: Said<PointsMatter> = {
  by: makeStatement.name,
  of: (facts, { number }) => statementsIn(facts, number).map(({ by, at }) => [by, at]),
};

export const bonus: Kind<PointsMatter> = {
  card: cardOf,
  carryOut: post,
  correction: {
    isUndone: (facts, matter) => matter.state === 'confirmed' && standingEntries(facts, matter).length === 0,
    undo: takeBack,
  },
  goesWithOthers: () => true,
  notReady: ({ facts, rulebook }, matter) => ({
    kind: 'noProof',
    number: matter.number,
    missing: evidenceOf(facts, rulebook, matter).missingWitnesses,
  }),
  awaited: ({ facts, rulebook }, matter) => [
    { person: keeperOf(facts, matter), step: 'prove' },
    ...witnessesToAsk(facts, rulebook, matter).map((person) => ({ person, step: 'witness' }) as const),
  ],
  said: [witnessed],
  draftedBy: (_looking, { duesMonth }) => (duesMonth === undefined ? 'attendance' : 'dues'),
};

/** Its subject is heard when the proof is complete, and learns the facts, not the witnesses. */
export const deduction: Kind<PointsMatter> = {
  ...bonus,
  hearing: ({ facts, rulebook }, matter) => [
    toPerson(matter.subject, 'points.hearing', {
      card: keepPrivate(pointsCard(facts, matter)),
      reason: keepPrivate(matter.reason),
      occasion: keepPrivate(occasionOf(facts, rulebook, matter)),
      until: unansweredIn(facts, rulebook, matter)?.until ?? null,
    }),
  ],
  unanswered: ({ facts, rulebook }, matter) => unansweredIn(facts, rulebook, matter),
  said: [witnessed, stated],
  subjectHearsWithdrawal: true,
  hidesFromSubject: true,
  rejected,
};

/** An absence that was refused counts nowhere: a veto drafted out of it ends. */
function rejected(context: ActorContext, matter: PointsMatter, reason: string): Follows {
  const { facts } = context;
  const before = facts.with([put('matter', matter)]);
  const broken = { before, after: facts, member: matter.subject, matter: matter.number };
  const ended = endBrokenRuns(context, broken);
  return { changes: ended.changes, replies: [...tellRejected(context, matter, reason), ...ended.replies] };
}

function cardOf({ facts, rulebook }: Looking, matter: PointsMatter) {
  const { kind, item, grade, times, points, deedOn, reason } = matter;
  const evidence = evidenceOf(facts, rulebook, matter);
  return {
    kind,
    item,
    grade,
    times,
    points,
    deedOn,
    reason,
    otherDay: matter.otherDay?.said ?? null,
    witnesses: evidence.confirmed.map((id) => refById(facts, id)),
    materials: materialTexts(facts, matter.number),
    occasion: occasionOf(facts, rulebook, matter),
    wantsMeeting: asksMeeting(facts, rulebook, matter),
    missing: evidence.missingWitnesses,
    unanswered: unansweredIn(facts, rulebook, matter),
    alike: alike(facts, rulebook, matter),
    spent: spentTwins(facts, matter),
    besides: besidesOf(facts, matter),
  };
}

/**
 * Posts the reversing entries of a correction; of a correction of a correction, what that one took back, again.
 * `context.facts` already holds its ruling.
 */
export function takeBack(context: ActorContext, matter: CorrectionMatter, corrected: Matter): Effect {
  const { facts, rulebook } = context;
  const { number, corrects } = matter;
  const standing = standingEntries(facts, corrected);
  const again = standing.length > 0 ? [] : takenBackBy(facts, corrected);
  const [first] = [...standing, ...again];
  if (first === undefined)
    return { changes: [], result: { kind: 'nothingLeft', number, corrects }, replies: [] };
  const hanging = closeHanging(context, facts, corrects);
  const posted = [...reversals(context, standing, number), ...repeats(context, again, number)];
  const back = restore({ ...context, facts: facts.with(posted) }, standing);
  const gone = replace({ ...context, facts: facts.with(posted) }, weakerOf(context, again), number);
  const changes = [...posted, ...back.changes, ...gone.changes, ...hanging.changes];
  const points = 0 - pointsAtStake(facts, corrected);
  const year = yearOf(first.deedOn);
  const after = facts.with(changes);
  const { total } = scoreOf(after, rulebook, matter.subject, year);
  const { restored } = back;
  const told = { corrects, besides: [matter.proposer] };
  return {
    changes,
    result: {
      kind: 'corrected',
      number,
      corrects,
      subject: refById(facts, matter.subject),
      points,
      year,
      total,
      restored,
      supplement: matter.supplement === true,
      tellInPerson: points < 0 && isOutOfReach(facts, matter.subject),
    },
    replies: [
      toPerson(
        matter.subject,
        'rulings.correctedToSubject',
        heardBySubject(
          { ...context, facts: after },
          { number: keepPrivate(number), corrects, points, year, total, again: again.length > 0, restored },
        ),
      ),
      ...tellKeepers(context, matter, { points, year, total }),
      ...tellRestored({ ...context, facts: after }, first, restored, told),
      ...back.replies,
      ...hanging.replies,
      ...gone.replies,
    ],
  };
}

/** A stronger grade that is posted again replaces once more what had come back without it. */
function weakerOf({ facts, rulebook }: ActorContext, again: readonly LedgerEntry[]): readonly PointsMatter[] {
  return again.flatMap((entry) => {
    const stronger = facts.get('matter', entry.matter);
    return stronger !== undefined && isPoints(stronger) ? weakerDeeds(facts, rulebook, stronger) : [];
  });
}

/**
 * Posts the entry. The stronger grade of a deed replaces the weaker one: what that one posted is reversed
 * in the same ruling, and what still waits is closed (SPEC §2, grades).
 */
function post(context: ActorContext, matter: PointsMatter, meetingOn: string | null): Effect {
  const { facts, place } = context;
  const rulebook = context.rulebookOf(yearOf(matter.deedOn));
  const weaker = weakerDeeds(facts, rulebook, matter);
  const posted = [put('entry', entryOf(context, matter))];
  const replaced = replace({ ...context, facts: facts.with(posted) }, weaker, matter.number);
  const changes = [...posted, ...replaced.changes];
  const after = facts.with(changes);
  const card = pointsCard(after, matter);
  const { total, deductions, vetoed } = scoreOf(after, rulebook, matter.subject, yearOf(matter.deedOn));
  const isForGroup = deductions === 0 && !vetoed;
  const wantsMeeting = meetingOn === null && asksMeeting(facts, context.rulebook, matter);
  const heard = matter.kind === 'bonus' && place === 'group' && isForGroup;
  const toSubject: readonly Reply[] = heard
    ? []
    : [toPerson(matter.subject, 'rulings.confirmedToSubject', { card: keepPrivate(card), total })];
  const { number } = matter;
  const tellInPerson = matter.kind === 'deduction' && isOutOfReach(facts, matter.subject);
  const replaces = weaker.map((other) => other.number);
  return {
    changes,
    result: { kind: 'confirmed', number, card, total, isForGroup, wantsMeeting, replaces, tellInPerson },
    replies: [...toSubject, ...replaced.replies],
  };
}

/** In the branch, and without an account. */
function isOutOfReach(facts: Facts, person: number): boolean {
  return isHere(personOf(facts, person)) && accountsOf(facts, person).length === 0;
}

function replace(context: ActorContext, weaker: readonly PointsMatter[], by: number): Follows {
  const { facts } = context;
  const entries = weaker.flatMap((matter) => standingEntries(facts, matter));
  const waiting = weaker.filter(({ state }) => state === 'open');
  // What asks to look again at something that is reversed here has nothing left to do.
  const hanging = weaker.map(({ number }) => closeHanging(context, facts, number));
  return {
    changes: [
      ...reversals(context, entries, by),
      ...waiting.map((other) => put('matter', { ...other, state: 'closed' })),
      ...hanging.flatMap(({ changes }) => changes),
    ],
    replies: hanging.flatMap(({ replies }) => replies),
  };
}

/** The store gives the entry its place in the hash chain when it posts it. */
function entryOf({ facts, rulebookOf, actor, now }: ActorContext, matter: PointsMatter): LedgerEntry {
  const { item, grade, times, points, deedOn } = matter;
  return {
    seq: facts.next('entry'),
    member: matter.subject,
    year: yearOf(deedOn),
    deedOn,
    item,
    grade,
    times,
    side: matter.kind,
    points,
    matter: matter.number,
    ruler: actor.id,
    ruledAt: now,
    rulebook: rulebookOf(yearOf(deedOn)).version,
    reverses: null,
    evidence: evidenceIds(facts, matter.number),
    previousHash: '',
    hash: '',
  };
}
