import { pushKinds, type Health, type PushRun } from '../app/ports/health.js';
import type { MessageKey, Store } from '../app/ports/store.js';
import type { Facts } from '../domain/branch/facts.js';
import { addMinutes, yearOf, type CivilTime } from '../domain/period/civil.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { comingJobs, due, nextInstant, pushes, readyAt } from './due.js';
import { messageOf, runOf, type Job, type Known } from './push.js';

/** The clock's work in a branch, computed from its facts and the claims in its inbox; nothing is kept in memory. */
export interface Schedule {
  /** What is due up to `to` and not claimed, oldest first. */
  unclaimed(facts: Facts, to: CivilTime): readonly Job[];
  /** The oldest job that is due, unclaimed and allowed at this hour. */
  ready(facts: Facts, now: CivilTime): Job | undefined;
  /** The earliest job left unclaimed after `message`: what `branch.next_due` holds. */
  nextDue(facts: Facts, now: CivilTime, message: MessageKey): CivilTime | null;
  /** The last run and the next one of each kind. */
  runs(facts: Facts, now: CivilTime): Pick<Health, 'lastRuns' | 'nextRuns'>;
}

/** Number of claims to read for the latest due time. */
const recentClaims = 20;
/** … and for the last run of each kind, even yearly ones: more than two years of a branch. */
const claimsOfYears = 2_000;

export function createSchedule(deps: {
  readonly store: Pick<Store, 'lastRuns' | 'handled'>;
  readonly workingDays: WorkingDays;
  readonly rulebook: (facts: Facts, year: number) => Rulebook;
}): Schedule {
  const { store, workingDays } = deps;
  const knownOf = (facts: Facts, at: CivilTime): Known => ({
    facts,
    rulebook: deps.rulebook(facts, yearOf(at)),
    workingDays,
  });

  const lastRuns = ({ branch }: Facts, claims: number): readonly PushRun[] =>
    store.lastRuns(branch.id, claims).flatMap(({ messageId }) => runOf(messageId) ?? []);

  /**
   * How far the clock's work has come, or undefined when it has not begun. Jobs of any day do not count: they overtake
   * those that wait for a working day.
   */
  const claimedUpTo = (facts: Facts): CivilTime | undefined =>
    lastRuns(facts, recentClaims)
      .filter(({ kind }) => !pushes[kind].anyDay)
      .map((run) => run.due)
      .sort()
      .at(-1);

  // Skip what fell due before the founding. Several jobs share an instant (09:00), so otherwise the search begins a
  // minute before the latest claim.
  const unclaimedSince = (facts: Facts, claimed: CivilTime | undefined, to: CivilTime): readonly Job[] => {
    const from = claimed === undefined ? facts.branch.createdAt : addMinutes(claimed, -1);
    return due(from, to, knownOf(facts, to)).filter((job) => !store.handled(facts.branch.id, messageOf(job)));
  };

  const unclaimed: Schedule['unclaimed'] = (facts, to) => unclaimedSince(facts, claimedUpTo(facts), to);

  return {
    unclaimed,
    ready: (facts, now) => unclaimed(facts, now).find((job) => readyAt(job, now, knownOf(facts, now)) <= now),
    nextDue(facts, now, message) {
      const known = knownOf(facts, now);
      const claimed = claimedUpTo(facts);
      const waiting = unclaimedSince(facts, claimed, now).filter((job) => !isSame(messageOf(job), message));
      const coming = nextInstant(claimed !== undefined && claimed > now ? claimed : now, known);
      const instants = waiting.map((job) => readyAt(job, now, known));
      return [...instants, ...(coming === undefined ? [] : [coming])].sort()[0] ?? null;
    },
    runs(facts, now) {
      const runs = lastRuns(facts, claimsOfYears);
      return {
        lastRuns: pushKinds
          .flatMap((kind) => runs.find((run) => run.kind === kind) ?? [])
          .sort((one, other) => runs.indexOf(one) - runs.indexOf(other)),
        nextRuns: comingJobs(now, knownOf(facts, now)).map(({ kind, due: at }) => ({ kind, due: at })),
      };
    },
  };
}

function isSame(one: MessageKey, other: MessageKey): boolean {
  return one.channel === other.channel && one.messageId === other.messageId;
}
