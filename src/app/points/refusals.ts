import { joiningDay } from '../../domain/roster/particulars.js';
import { z } from 'zod';
import { personOn } from '../../domain/roster/membership.js';
import { lastDayOf } from '../../domain/year/table/lines.js';
import { wasAwayOn, whyNotScoredIn } from '../../domain/roster/spans.js';
import { holds, isHere, personOf, refById, refOf, unscored } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { findItem, pointsOf } from '../../domain/rulebook/items.js';
import type { Rulebook, RulebookItem } from '../../domain/rulebook/schema.js';
import { duesDeduction, sameDeeds } from '../../domain/points/deeds.js';
import { whyNoWitness } from '../../domain/points/evidence.js';
import { yearInHand } from '../../domain/year/in-hand.js';
import { isArchived } from '../../domain/year/archived.js';
import { isTooLong, longestText } from '../free-text.js';
import { refuse, refuseQuietly, type ActorContext, type Outcome } from '../use-case.js';

/** The words of `/加分`, `/减分` and `/申报`, read: one line, perhaps for several persons. */
export const proposalInput = z.strictObject({
  side: z.enum(['bonus', 'deduction']),
  members: z.array(z.int()).min(1),
  item: z.int(),
  grade: z.string().nullable(),
  times: z.int().min(1),
  reason: z.string(),
  witnesses: z.array(z.int()),
  deedOn: z.string(),
  gluedWitness: z.boolean(),
  writtenDocument: z.string().nullable(),
  /** `YYYY-MM`, the only one that the reason names. */
  month: z.string().optional(),
  /** Named in the reason, where the line gives no day. */
  otherDay: z
    .strictObject({ said: z.string(), on: z.string().nullable(), line: z.string().nullable() })
    .optional(),
});
export type ProposalInput = z.infer<typeof proposalInput>;

/** No one registers points about themselves; the recorder uses `/申报` like all others (SPEC §1, four eyes). */
export function ownRefusal({ facts, actor }: ActorContext, input: ProposalInput): Outcome | undefined {
  if (!input.members.includes(actor.id)) return undefined;
  return holds(facts, actor.id, 'recorder')
    ? refuse('points.recorderSelf', { side: input.side })
    : refuse('points.ownMatter', {});
}

/** Every reason to refuse the whole line; undefined when it may be registered. */
export function refusal(context: ActorContext, input: ProposalInput): Outcome | undefined {
  const { facts, today } = context;
  const year = yearOf(input.deedOn);
  const rulebook = context.rulebookOf(year);
  const item = findItem(rulebook, input.item);
  if (item === undefined) return refuse('points.unknownItem', { item: input.item });
  if (item.side !== input.side) return refuseQuietly('points.wrongSide', { item: item.number, year });
  if (!item.sources.includes('manual')) return refuse('points.notByHand', { item: item.number, year });
  const grade = item.grades.find(({ id }) => id === input.grade);
  if ((item.grades.length > 0 && grade === undefined) || (input.times > 1 && grade?.perCount !== true))
    return refuse('points.notCounted', { item: item.number, year });
  if (input.reason === '') return refuse('points.reasonMissing', {});
  if (isTooLong(input.reason)) return refuse('points.reasonTooLong', { most: longestText });
  if (input.deedOn > today) return refuse('points.future', { date: input.deedOn });
  // Last year and the one in hand stay open until archived; what is older has been closed on paper.
  const archived = isArchived(facts, year);
  const isOver = year < yearOf(today) - 1 && year !== yearInHand(facts, today);
  if (archived || isOver) return refuse('points.yearClosed', { date: input.deedOn, archived });
  const twice = input.members.find((id, index) => input.members.indexOf(id) < index);
  if (twice !== undefined) return refuse('points.memberTwice', { person: refById(facts, twice) });
  for (const id of input.members) {
    const person = personOf(facts, id);
    const why = isHere(person) ? whyNotScoredIn(facts, rulebook, person, year) : 'left';
    if (why !== undefined) {
      const then = personOn(facts, person, lastDayOf(year));
      // Who is exempt is nobody else's business; a category is on the roster.
      const say = why === 'exempt' ? refuseQuietly : refuse;
      return say('points.notScored', { ...unscored(facts, then), why });
    }
    if (input.deedOn < person.joinedOn) {
      return refuse('points.beforeJoining', { person: refOf(facts, person), joinedOn: joiningDay(person) });
    }
    if (wasAwayOn(facts, person, input.deedOn))
      return refuse('points.awayThen', { person: refOf(facts, person), date: input.deedOn });
  }
  const month = duesNamed(rulebook, input);
  for (const id of input.members) {
    const known = month === undefined ? undefined : duesDeduction(facts, id, month);
    if (known !== undefined && month !== undefined)
      return refuse('points.duesTwice', { person: refById(facts, id), month, number: known.number });
    const deed = deedRefusal(context, input, item, id);
    if (deed !== undefined) return deed;
  }
  return witnessRefusal(context, input);
}

/** The month of dues that a line by hand is for. */
export function duesNamed(
  { dues }: Rulebook,
  { item, month }: Pick<ProposalInput, 'item' | 'month'>,
): string | undefined {
  return item === dues.drafts.item ? month : undefined;
}

function witnessRefusal(context: ActorContext, input: ProposalInput): Outcome | undefined {
  const { facts, actor } = context;
  const rulebook = context.rulebookOf(yearOf(input.deedOn));
  const seen = new Set<number>();
  for (const id of input.witnesses) {
    const person = personOf(facts, id);
    if (seen.has(id)) return refuse('points.witnessTwice', { person: refOf(facts, person) });
    seen.add(id);
    for (const subject of input.members) {
      const why = whyNoWitness(facts, rulebook, { subject, proposer: actor.id }, person);
      if (why !== undefined) return refuse('points.noWitness', { person: refOf(facts, person), why });
    }
  }
  return undefined;
}

/**
 * A deed of a graded item counts once, with its strongest grade (SPEC §2, grades and item 13). Of items
 * without grades each time counts: the same words twice are registered, with a hint to those before.
 */
function deedRefusal(
  { facts }: ActorContext,
  input: ProposalInput,
  item: RulebookItem,
  subject: number,
): Outcome | undefined {
  if (item.grades.length === 0 || item.sameDeed !== 'highest') return undefined;
  const grade = item.grades.find(({ id }) => id === input.grade);
  const strength = Math.abs(pointsOf(item, grade, input.times));
  const known = sameDeeds(facts, { ...input, subject });
  const same = known.find(({ points }) => Math.abs(points) === strength);
  if (same !== undefined) return refuse('points.sameDeed', { number: same.number });
  const stronger = known.find(({ points }) => Math.abs(points) > strength);
  return stronger !== undefined ? refuse('points.weakerDeed', { number: stronger.number }) : undefined;
}
