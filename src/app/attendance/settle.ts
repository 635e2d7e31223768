import { closeHanging } from '../matters/close-hanging.js';
import { reversal } from '../points/reversals.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import {
  differences,
  draftedOf,
  isStillOwed,
  occasionsOf,
  postedBy,
  type Difference,
  type Line,
} from '../../domain/attendance/item-sixteen.js';
import type { Facts } from '../../domain/branch/facts.js';
import { pick } from '../../domain/branch/index-by.js';
import { personOf } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import type { CorrectionMatter, Matter, PointsMatter } from '../../domain/rulings/rows.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { findItem, pointsOf } from '../../domain/rulebook/items.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { isScoredFor } from '../../domain/roster/spans.js';
import { isArchived } from '../../domain/year/archived.js';
import { announceReady } from '../matters/announce.js';
import type { Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { registerText } from './cards.js';
import { activityOf } from '../../domain/attendance/references.js';

/** What brings a member's item-16 lines of a year into line with the register. */
export interface Settled {
  readonly changes: readonly Change[];
  /** To those who rule, and the hearing of the member. */
  readonly replies: readonly Reply[];
  readonly drafts: readonly PointsMatter[];
  /** Drafts that fell. */
  readonly dropped: readonly number[];
  /** The entry that the ruling reversed. */
  readonly reversed: LedgerEntry | null;
}

/** A ruling on what a member was at an activity; `supplements`: also where the year is archived. */
interface Ruled {
  readonly number: number;
  readonly activity: number;
  readonly supplements?: boolean;
}

const unchanged: Settled = {
  changes: [],
  replies: [],
  drafts: [],
  dropped: [],
  reversed: null,
};

/**
 * Compares the lines a year should have with those it has, by that year's rulebook, and takes the steps between them.
 * The ruling that approves a leave, or puts the register right, reverses the line posted for it; any other posted line is only proposed for
 * correction, since no ruling has looked at it. An archived year never changes, whatever the register learns (SPEC §2,
 * which year), but by a 补正: what that costs is drafted like every line, and ruled above as the 补正 was.
 * @param ruled the matter whose ruling changed the register of its activity; null: none did
 */
export function settle(context: ActorContext, member: number, year: number, ruled: Ruled | null): Settled {
  const rulebook = context.rulebookOf(year);
  const archived = isArchived(context.facts, year);
  if (archived && ruled?.supplements !== true) return unchanged;
  const steps = differences(
    occasionsOf(context.facts, rulebook, member, year),
    rulebook.leave.freePersonalLeaves,
    draftedOf(context.facts, rulebook, member).filter(inYear(context, year)),
  );
  const person = personOf(context.facts, member);
  const isScored = ({ activity }: Difference) =>
    isScoredFor(context.facts, rulebook, person, dateOf(activityOf(context.facts, activity).at));
  let facts = context.facts;
  let settled = unchanged;
  for (const step of steps) {
    // Only who was scored on that day and in that year; what is on record may still be undone in their favour.
    if (step.kind === 'draft' && !isScored(step)) continue;
    const next = take({ ...context, facts, rulebook }, member, step, ruled);
    facts = facts.with(next.changes);
    settled = {
      changes: [...settled.changes, ...next.changes],
      replies: [...settled.replies, ...next.replies],
      drafts: [...settled.drafts, ...next.drafts],
      dropped: [...settled.dropped, ...next.dropped],
      reversed: next.reversed ?? settled.reversed,
    };
  }
  const overtaken = overtakenIn({ ...context, facts, rulebook }, member, year);
  return { ...settled, changes: [...settled.changes, ...overtaken] };
}

/** Corrections that the register proposed, and that it does not ask for any more. */
function overtakenIn({ facts, rulebook }: ActorContext, member: number, year: number): readonly Change[] {
  return proposedByRegister(facts.of('matter', member)).flatMap((matter) => {
    const line = facts.get('matter', matter.corrects);
    const owed = line?.kind === 'deduction' && line.activity !== null && yearOf(line.deedOn) === year;
    return owed && isStillOwed(facts, rulebook, line) ? [put('matter', { ...matter, state: 'closed' })] : [];
  });
}

const proposedByRegister = pick(
  (matter: Matter): matter is CorrectionMatter =>
    matter.kind === 'correction' && matter.drafted && matter.state === 'open',
);

function inYear({ facts }: ActorContext, year: number) {
  return ({ activity }: { readonly activity: number }) => yearOf(activityOf(facts, activity).at) === year;
}

function take(context: ActorContext, member: number, step: Difference, ruled: Ruled | null): Settled {
  switch (step.kind) {
    case 'draft': {
      const { matter, changes } = draft(context, member, step.activity, step.line, ruled);
      const replies = announceReady({ ...context, facts: context.facts.with(changes) }, matter);
      return { ...unchanged, changes, replies, drafts: [matter] };
    }
    case 'close': {
      const matter = pointsMatter(context.facts, step.matter);
      const changes = [put('matter', { ...matter, state: 'closed' })];
      return { ...unchanged, changes, dropped: [matter.number] };
    }
    case 'reverse': {
      const matter = pointsMatter(context.facts, step.matter);
      if (ruled?.activity === step.activity) {
        const posted = postedBy(context.facts, matter);
        if (posted === undefined) throw new Error(`#${matter.number} has no entry to reverse`);
        const entry = reversal(context, posted, ruled.number, context.facts.next('entry'));
        const hanging = closeHanging(context, context.facts, matter.number);
        const changes = [put('entry', entry), ...hanging.changes];
        return {
          ...unchanged,
          changes,
          replies: hanging.replies,
          reversed: entry,
        };
      }
      return {
        ...unchanged,
        ...proposeCorrection(context, matter, isArchived(context.facts, yearOf(matter.deedOn))),
      };
    }
  }
}

/**
 * The register is its material, so the matter is complete at once; its proposer is who closed the activity, or who
 * proposed to put its register right.
 */
function draft(
  { facts, rulebook, now, actor }: ActorContext,
  member: number,
  id: number,
  line: Line,
  ruled: Ruled | null,
): { readonly matter: PointsMatter; readonly changes: readonly Change[] } {
  const activity = activityOf(facts, id);
  const { item, grade } = rulebook.attendance[line];
  const points = priceOf(rulebook, item, grade);
  const correction = ruled?.activity === id ? facts.get('matter', ruled.number) : undefined;
  const proposer = correction?.kind === 'attendance' ? correction.proposer : (activity.closedBy ?? actor.id);
  const text = registerText(rulebook, activity);
  const matter: PointsMatter = {
    ...openMatter(facts, now, { subject: member, proposer, drafted: true }),
    kind: 'deduction',
    item,
    grade,
    times: 1,
    points,
    deedOn: dateOf(activity.at),
    activity: id,
    reason: text,
  };
  const material = put('material', {
    matter: matter.number,
    no: 1,
    by: proposer,
    at: now,
    type: 'register',
    file: null,
    text,
  });
  return { matter, changes: [put('matter', matter), material] };
}

function priceOf(rulebook: Rulebook, number: number, grade: string | null): number {
  const item = findItem(rulebook, number);
  if (item === undefined) throw new Error(`the rulebook has no item ${number}`);
  const known = item.grades.find(({ id }) => id === grade);
  return pointsOf(item, known, 1);
}

/** Proposed once, by who proposed the deduction itself. */
function proposeCorrection(
  { facts, rulebook, now, kinds }: ActorContext,
  matter: PointsMatter,
  supplement: boolean,
): Pick<Settled, 'changes' | 'replies'> {
  const waits = facts
    .of('matter', matter.subject)
    .some(
      (other) => other.kind === 'correction' && other.corrects === matter.number && other.state === 'open',
    );
  if (waits) return { changes: [], replies: [] };
  const correction: Matter = {
    ...openMatter(facts, now, {
      subject: matter.subject,
      proposer: matter.proposer,
      drafted: true,
    }),
    kind: 'correction',
    corrects: matter.number,
    reason: matter.reason,
    ...(supplement ? { supplement } : {}),
  };
  const changes = [put('matter', correction)];
  return {
    changes,
    replies: announceReady({ facts: facts.with(changes), rulebook, kinds }, correction),
  };
}

function pointsMatter(facts: Facts, number: number): PointsMatter {
  const matter = facts.get('matter', number);
  if (matter?.kind !== 'deduction') throw new Error(`#${number} is no deduction`);
  return matter;
}
