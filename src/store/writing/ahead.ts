import type { Snapshot, Unit } from '../../app/ports/store/store.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Change } from '../../domain/branch/rows.js';
import { link } from '../sealing/chain.js';
import type { Seal } from '../sealing/seal.js';
import type { Snapshots, StoredSnapshot } from '../snapshot.js';

/** Thrown inside a savepoint to roll it back; never leaves the store. */
export class Refused extends Error {
  constructor(readonly outcome: 'stale' | 'duplicate') {
    super(outcome);
  }
}

/** What a branch has submitted and what is not durable yet: each unit was decided on the one before it. */
interface Run {
  /** What will hold once all of it is durable. */
  tip: Snapshot;
  /** Inside the transaction: what the last unit that ran has left. */
  reached: StoredSnapshot;
  underWay: number;
  /** False: one of its units was not written, so that none after it may be. */
  stands: boolean;
}

/** A unit on its way to the committer, with what it makes of the branch. */
export interface Submitted {
  /** Entries are part of the chain. */
  readonly changes: readonly Change[];
  readonly facts: Facts;
  /** Runs `write` in the unit's savepoint. */
  run<W extends Pick<StoredSnapshot, 'sums'>>(write: (before: StoredSnapshot) => W): W;
  /** After COMMIT. */
  durable(): void;
  /** It was not written: the tip falls back to what is durable, and what was decided on it is refused as stale. */
  fall(): void;
}

/** A branch decides ahead of its commits (docs/adr/0022-pipelined-branch.md). */
interface Ahead {
  /** What the next line of the branch is decided on. */
  tip(branch: string): Snapshot;
  /** Undefined: it was not decided on the tip. */
  submit(unit: Pick<Unit, 'branch' | 'version' | 'changes'>): Submitted | undefined;
}

export function createAhead(snapshots: Snapshots, seal: Seal): Ahead {
  const runs = new Map<string, Run>();
  const begin = (branch: string): Run => {
    const reached = snapshots.kept(branch) ?? snapshots.read(branch);
    return { tip: reached, reached, underWay: 0, stands: true };
  };
  const end = (branch: string, run: Run): void => {
    if (runs.get(branch) === run) runs.delete(branch);
  };
  return {
    tip: (branch) => runs.get(branch)?.tip ?? snapshots.read(branch),
    submit({ branch, version, changes: decided }) {
      const run = runs.get(branch) ?? begin(branch);
      if (run.tip.version !== version) return undefined;
      const changes = linkEntries(seal, branch, decided, run.tip.facts.branch.head);
      const facts = run.tip.facts.with(changes);
      run.tip = { version: version + 1, facts, isSound: run.tip.isSound };
      run.underWay += 1;
      runs.set(branch, run);
      let [before, after] = [undefined, undefined] as (StoredSnapshot | undefined)[];
      const fall = (): void => {
        if (run.stands) snapshots.drop(branch);
        run.stands = false;
        end(branch, run);
      };
      return {
        changes,
        facts,
        fall,
        run(write) {
          if (!run.stands) throw new Refused('stale');
          try {
            // The same again when the transaction is repeated.
            before ??= run.reached;
            const written = write(before);
            after = { version: version + 1, facts, sums: written.sums, isSound: before.isSound };
            run.reached = after;
            return written;
          } catch (error) {
            fall();
            throw error;
          }
        },
        durable() {
          if (after !== undefined) snapshots.advance(branch, after);
          run.underWay -= 1;
          if (run.underWay === 0) end(branch, run);
        },
      };
    },
  };
}

/** Entries join the chain only here, in the order of posting. */
function linkEntries(
  seal: Seal,
  branch: string,
  changes: readonly Change[],
  start: string,
): readonly Change[] {
  if (changes.every(({ table }) => table !== 'entry')) return changes;
  let head = start;
  return changes.map((change) => {
    if (change.table !== 'entry') return change;
    const row = link(seal, branch, change.row, head);
    head = row.hash;
    return { table: 'entry', row };
  });
}
