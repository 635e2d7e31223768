import { pushKinds, type Health, type PushRun } from '../app/ports/health.js';
import type { MessageKey, Store } from '../app/ports/store/store.js';
import type { Facts } from '../domain/branch/facts.js';
import { onceFor } from '../domain/branch/once-for.js';
import { addMinutes, yearOf, type CivilTime } from '../domain/period/civil.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { askedEachTime, comingJobs, due, keptPushes, nextWork, pushes, readyAt, type Next } from './due.js';
import { noted } from './noted.js';
import { messageOf, runOf, type Job, type Known, type Push } from './push.js';

/** The clock's work in a branch, computed from its facts and the claims in its inbox. */
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

  const claimedUpTo = ({ branch }: Facts): CivilTime | undefined =>
    latestOf(store.lastRuns(branch.id, recentClaims));

  const unclaimed: Schedule['unclaimed'] = (facts, to) =>
    lateJobs(knownOf(facts, to), claimedUpTo(facts), to).filter(
      (job) => !store.handled(facts.branch.id, messageOf(job)),
    );
  const outlook = createOutlook();

  return {
    unclaimed,
    ready: (facts, now) => unclaimed(facts, now).find((job) => readyAt(job, now, knownOf(facts, now)) <= now),
    nextDue(facts, now, message) {
      const known = knownOf(facts, now);
      const claimed = claimedUpTo(facts);
      const { late, next } = outlook(known, claimed, now);
      const waiting = [...late, ...lateJobs(known, claimed, now, askedEachTime)].filter((job) => {
        const claim = messageOf(job);
        return !isSame(claim, message) && !store.handled(facts.branch.id, claim);
      });
      const sooner = nextWork(later(claimed, now), known, askedEachTime, next?.at);
      const instants = [...waiting.map((job) => readyAt(job, now, known)), sooner?.at, next?.at];
      return instants.filter((at) => at !== undefined).sort()[0] ?? null;
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

// Skip what fell due before the founding. Several jobs share an instant (09:00), so otherwise the search begins a
// minute before the latest claim.
function lateJobs(
  known: Known,
  claimed: CivilTime | undefined,
  to: CivilTime,
  among?: readonly Push[],
): readonly Job[] {
  const from = claimed === undefined ? known.facts.branch.createdAt : addMinutes(claimed, -1);
  return due(from, to, known, among);
}

/** What lies before the last claim is settled, also when the clock was set back. */
function later(claimed: CivilTime | undefined, now: CivilTime): CivilTime {
  return claimed !== undefined && claimed > now ? claimed : now;
}

/**
 * How far the clock's work has come, or undefined when it has not begun. Jobs of any day do not count: they overtake
 * those that wait for a working day.
 */
const latestOf = onceFor((claims: ReturnType<Store['lastRuns']>): CivilTime | undefined =>
  claims
    .flatMap(({ messageId }) => runOf(messageId) ?? [])
    .filter(({ kind }) => !pushes[kind].anyDay)
    .map((run) => run.due)
    .sort()
    .at(-1),
);

interface Outlook {
  /** Due by now, claimed or not. */
  readonly late: readonly Job[];
  readonly next: Next | undefined;
}

/** Branches whose outlook is kept; the one that was kept longest makes room. */
const keptOutlooks = 200;

/** Kept until something falls due, or what the pushes read has changed: most lines change nothing of it. */
function createOutlook() {
  type Stands = (known: Known, claimed: CivilTime | undefined, now: CivilTime) => boolean;
  const kept = new Map<string, { readonly outlook: Outlook; readonly stands: Stands }>();
  return (known: Known, claimed: CivilTime | undefined, now: CivilTime): Outlook => {
    const { facts, rulebook } = known;
    const before = kept.get(facts.branch.id);
    if (before?.stands(known, claimed, now) === true) return before.outlook;
    kept.delete(facts.branch.id);
    const notes = noted(facts);
    const read = { ...known, facts: notes.facts };
    const next = nextWork(later(claimed, now), read, keptPushes);
    const outlook = { late: lateJobs(read, claimed, now, keptPushes), next };
    // With the clock set back, what falls due before the last claim was not looked for.
    if (later(claimed, now) === now && next !== undefined)
      kept.set(facts.branch.id, {
        outlook,
        stands: standing(notes.isSameIn, { rulebook, claimed, now, next }),
      });
    const [oldest] = kept.keys();
    if (kept.size > keptOutlooks && oldest !== undefined) kept.delete(oldest);
    return outlook;
  };
}

/** A function of its own: what is kept must not hold the facts. */
function standing(
  isSameIn: (later: Facts) => boolean,
  found: {
    readonly rulebook: Rulebook;
    readonly claimed: CivilTime | undefined;
    readonly now: CivilTime;
    readonly next: Next;
  },
) {
  return ({ facts, rulebook }: Known, claimed: CivilTime | undefined, now: CivilTime): boolean =>
    claimed === found.claimed &&
    rulebook === found.rulebook &&
    now >= found.now &&
    now < found.next.until &&
    isSameIn(facts);
}

function isSame(one: MessageKey, other: MessageKey): boolean {
  return one.channel === other.channel && one.messageId === other.messageId;
}
