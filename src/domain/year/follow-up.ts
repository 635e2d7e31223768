/** What follows a year's scores: who may get awards, whom to talk with, who stays low (annex 1, 考核应用). */
import type { Facts } from '../branch/facts.js';
import { isHere, membersHere, personOf } from '../branch/people.js';
import { yearOf, type CivilDate } from '../period/civil.js';
import type { Rulebook, TierId } from '../rulebook/schema.js';
import { isArchived } from './archived.js';
import { lastArchived, yearInHand } from './in-hand.js';
import { lineOf } from './table/lines.js';
import type { Disposal, FollowUp } from './rows.js';
import { isInLast, rankOf } from './table/shares.js';
import { tierOf, yearState } from './state.js';

/** A member rated in a year. `rank` is for the secretary alone. */
export interface Rated {
  readonly person: number;
  /** As archived, or as of now. */
  readonly total: number;
  /** With what a 补正 changed since: what follows from a score goes by this one. */
  readonly now: number;
  readonly tier: TierId;
  readonly rank: number;
  readonly of: number;
  readonly inLast: boolean;
  /** Taken over from a table of the time before the bot. */
  readonly imported: boolean;
}

/** The year whose results are looked at: the one in hand once it is summed up, else the last archived. */
export function yearOfResults(facts: Facts, today: CivilDate): number | undefined {
  const hand = yearInHand(facts, today);
  return hand !== null && yearState(facts, hand).stage !== 'open' ? hand : lastArchived(facts);
}

/** Everybody rated in the year who is still here, in the order in which the year listed them. */
export function ratedIn(facts: Facts, rulebook: Rulebook, year: number): readonly Rated[] {
  const rows = resultsOf(facts, rulebook, year);
  const totals = rows.map(({ now }) => now);
  return rows
    .filter(({ person }) => isHere(personOf(facts, person)))
    .map((row) => ({
      ...row,
      rank: rankOf(totals, row.now),
      of: totals.length,
      inLast: isInLast(totals, row.now, rulebook.followUp.lastShare),
      imported: facts.get('yearRecord', year, row.person)?.imported !== undefined,
    }));
}

/** Archived scores as archived; before that as of now: a correction after the meeting takes awards away or gives them back. */
function resultsOf(
  facts: Facts,
  rulebook: Rulebook,
  year: number,
): readonly Pick<Rated, 'person' | 'total' | 'now' | 'tier'>[] {
  const state = yearState(facts, year);
  const rows = isArchived(facts, year)
    ? facts.of('yearRecord', year)
    : state.lines.map(({ person }) => ({
        ...lineOf(facts, rulebook, person, year),
        tier: tierOf(state, person),
      }));
  return rows.flatMap(({ person, total, tier }) => {
    const { total: now } = lineOf(facts, rulebook, person, year);
    return tier === null ? [] : [{ person, total, now, tier }];
  });
}

/**
 * 90 and more, and not decided otherwise (annex 1: 未达到90分的不得参加). A tier that a 补正 has taken the ground from bars
 * nobody by itself: whether it changes is for those above.
 */
export function mayGetAwards({ assessment }: Rulebook, { total, now, tier }: Rated): boolean {
  return now >= assessment.noAwardsBelow && (tier !== 'unqualified' || now !== total);
}

/** Low, or near the end: talk, pairing, improvement. */
export function wantsTalk({ followUp }: Rulebook, { now, inLast }: Rated): boolean {
  return now < followUp.scoreBelow || inLast;
}

interface LowAgain {
  readonly person: number;
  /** The archived years in a row, latest first; empty where only the improvement lists them here. */
  readonly years: readonly { readonly year: number; readonly result: Rated }[];
  /** Id of the outcome recorded last, where the rulebook lists it. */
  readonly outcome: string | null;
}

/** Two archived years, each below 90 and in the last tenth; or this year's improvement did not show (SPEC §2, two years running). */
export function lowAgain(facts: Facts, rulebook: Rulebook, today: CivilDate): readonly LowAgain[] {
  return membersHere(facts).flatMap(({ id }) => {
    const years = lowYears(facts, rulebook, id);
    const outcome = listedOutcome(facts, rulebook, id, today);
    return years.length > 0 || outcome !== null ? [{ person: id, years, outcome }] : [];
  });
}

function lowYears(facts: Facts, rulebook: Rulebook, person: number): LowAgain['years'] {
  const last = lastArchived(facts);
  if (last === undefined) return [];
  const found = Array.from({ length: rulebook.followUp.years }, (_, back) => last - back).flatMap((year) => {
    const result = ratedIn(facts, rulebook, year).find((rated) => rated.person === person);
    const low = result !== undefined && isArchived(facts, year) && isLow(rulebook, result);
    return low ? [{ year, result }] : [];
  });
  return found.length === rulebook.followUp.years ? found : [];
}

function isLow({ followUp }: Rulebook, { now, inLast }: Rated): boolean {
  return now < followUp.scoreBelow && inLast;
}

/** The last word counts: who improved in the end is not listed. */
function listedOutcome(
  facts: Facts,
  { followUp }: Rulebook,
  person: number,
  today: CivilDate,
): string | null {
  const last = facts
    .of('followUp', person)
    .filter(({ kind, on }) => kind === 'improvement' && yearOf(on) === yearOf(today))
    .at(-1);
  const listed = followUp.improvements.some(({ id, listed: yes }) => yes && id === last?.outcome);
  return listed ? (last?.outcome ?? null) : null;
}

/** What was done about a year's result. */
export function doneSince(facts: Facts, person: number, year: number): readonly FollowUp[] {
  return followUpsOf(facts, person).filter((row) => row.year === year);
}

/** What was done about a member; of a disposal only the line that completed it last. */
export function followUpsOf(facts: Facts, person: number): readonly FollowUp[] {
  const rows = facts.of('followUp', person);
  const goesOn = ({ id, disposal }: FollowUp) =>
    disposal?.result === null &&
    completes(disposal, rows.find((row) => row.id > id && row.disposal !== undefined)?.disposal);
  return rows.filter((row) => !goesOn(row));
}

/** Whether the next line only adds to this one: another term or day is another decision, and both stay to be seen. */
export function completes(before: Disposal, next: Disposal | undefined): boolean {
  const { result: _, ...known } = before;
  return Object.entries(known).every(
    ([key, value]) => value === null || next?.[key as keyof Disposal] === value,
  );
}

/** The last word on the disposal of a member. */
export function lastDisposal(facts: Facts, person: number): Disposal | undefined {
  return facts
    .of('followUp', person)
    .flatMap(({ disposal }) => disposal ?? [])
    .at(-1);
}

/** … as far as it still runs, without a result. */
export function openDisposal(facts: Facts, person: number): Disposal | undefined {
  const last = lastDisposal(facts, person);
  return last?.result === null ? last : undefined;
}
