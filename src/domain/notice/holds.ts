import type { Facts } from '../branch/facts.js';
import { dateOf, addDays, type CivilTime } from '../period/civil.js';
import type { WorkingDays } from '../period/working-days.js';
import type { Rulebook } from '../rulebook/schema.js';
import {
  endedPeriod,
  isBeforeBranch,
  ownPublicationAt,
  ownPeriod,
  ownPreviewAt,
  runningPeriod,
  type Period,
} from './period.js';
import { isPublic } from './posting.js';
import { composePublication, noticeOf } from './publication.js';
import type { Hold, Notice } from './rows.js';

/** A publication that should be out and is not. */
interface LatePublication {
  readonly period: Period;
  readonly dueAt: CivilTime;
  /** Why, where an officer holds it back. */
  readonly hold: Hold | null;
  /** It was sent to the group, and may not have arrived. */
  readonly inDoubt: boolean;
}

/** Periods looked back at: a year of quarters, and as many months. */
const periodsBack = 4;

/**
 * Publications past their time, oldest first. None is owed for periods over before the branch was here, or without
 * scored members.
 *
 * @param isInDoubt whether the letter to the group with this notice may not have arrived
 */
export function latePublications(
  facts: Facts,
  rulebook: Rulebook,
  days: WorkingDays,
  now: CivilTime,
  isInDoubt: (notice: number) => boolean,
): readonly LatePublication[] {
  const late: LatePublication[] = [];
  let period = endedPeriod(facts, rulebook, dateOf(now));
  for (let back = 0; back < periodsBack; back += 1, period = endedPeriod(facts, rulebook, period.first)) {
    if (isBeforeBranch(facts, period)) break;
    const dueAt = ownPublicationAt(facts, rulebook, period, days);
    const notice = noticeOf(facts, period);
    const inDoubt = notice !== undefined && isInDoubt(notice.number);
    if (dueAt > now || (notice !== undefined && isPublic(facts, notice) && !inDoubt)) continue;
    if (composePublication(facts, rulebook, period).lines.length === 0) continue;
    late.unshift({ period, dueAt, hold: holdOf(facts, period) ?? null, inDoubt });
  }
  return late;
}

/** Which publication a hold means, and which one `/公示` means. */

/** For so many days after a publication `/暂缓` is understood as meant for it, and refused. */
const daysMeantForTheLast = 7;

/** What is held back now, oldest period first. */
export function openHolds(facts: Facts): readonly Hold[] {
  return facts
    .all('hold')
    .filter((hold) => hold.releasedAt === null)
    .sort((one, other) => one.year - other.year || one.period - other.period);
}

export function holdOf(facts: Facts, { year, period }: Period): Hold | undefined {
  const hold = facts.get('hold', year, period);
  return hold?.releasedAt === null ? hold : undefined;
}

/** Periods that have ended and are not published, oldest first: after an outage there may be several. */
export function waitingPeriods(facts: Facts, rulebook: Rulebook, now: CivilTime): readonly Period[] {
  const waiting: Period[] = [];
  let period = endedPeriod(facts, rulebook, dateOf(now));
  for (let back = 0; back < periodsBack; back += 1, period = endedPeriod(facts, rulebook, period.first)) {
    if (isBeforeBranch(facts, period)) break;
    if (noticeOf(facts, period) !== undefined) continue;
    if (composePublication(facts, rulebook, period).lines.length > 0) waiting.unshift(period);
  }
  return waiting;
}

type HoldTarget =
  | { readonly kind: 'period'; readonly period: Period }
  /** It has just been published: too late. */
  | { readonly kind: 'published'; readonly period: Period; readonly notice: Notice };

/**
 * The one just due, else the coming one; also the coming one when the other is still held back and its own preview is
 * out. What was over before the branch was here never comes.
 */
export function holdTarget(facts: Facts, rulebook: Rulebook, days: WorkingDays, now: CivilTime): HoldTarget {
  const running = runningPeriod(facts, rulebook, now);
  const ended = endedPeriod(facts, rulebook, now);
  const notice = noticeOf(facts, ended);
  const nextShown = now >= ownPreviewAt(facts, rulebook, running, days);
  if (notice === undefined) {
    const comes = !isBeforeBranch(facts, ended);
    const heldAlready = holdOf(facts, ended) !== undefined;
    return { kind: 'period', period: comes && !(heldAlready && nextShown) ? ended : running };
  }
  // Whose preview offered the line is meant by it, also where the one before has just been published by hand.
  const fresh = !nextShown && dateOf(now) <= addDays(dateOf(notice.postedAt), daysMeantForTheLast);
  return fresh ? { kind: 'published', period: ended, notice } : { kind: 'period', period: running };
}

type PublishTarget =
  | { readonly kind: 'period'; readonly period: Period }
  /** Several are held back: to be named. */
  | { readonly kind: 'which'; readonly periods: readonly Period[] };

/** `/公示` without words: what is held back, else the period that ended last. */
export function publishTarget(facts: Facts, rulebook: Rulebook, now: CivilTime): PublishTarget {
  const held = openHolds(facts).map((hold) => ownPeriod(facts, rulebook, hold));
  const [only = endedPeriod(facts, rulebook, now), ...others] = held;
  return others.length > 0 ? { kind: 'which', periods: held } : { kind: 'period', period: only };
}
