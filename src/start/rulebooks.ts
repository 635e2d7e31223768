import type { Handler } from '../app/handle.js';
import type { Clock } from '../app/ports/clock.js';
import type { Store } from '../app/ports/store.js';
import { RulebookChanged } from '../app/rulebook/changed.js';
import { recordFounding } from '../app/rulebook/found.js';
import { yearOf } from '../domain/period/civil.js';
import { adoptedFor, readAdopted, type LoadedRulebook } from '../domain/rulebook/adopted.js';
import { isSameRulebook } from '../domain/rulebook/differences.js';
import { otherRulebookLine } from '../chat/replies/rulebook/sentences.js';

export interface RulebookDesk {
  readonly store: Store;
  readonly handle: Handler;
  readonly clock: Clock;
  readonly configured: LoadedRulebook;
  /** Prints a line where only the operator reads. */
  readonly announce: (line: string) => void;
}

/**
 * At start: branches that have recorded no rulebook are founded on the one of the settings; for the others the
 * settings decide nothing any more, and the operator is told where they say something else.
 *
 * @throws RulebookChanged when the file of the settings was edited under a version that a branch is kept by
 */
export async function settleRulebooks({
  store,
  handle,
  clock,
  configured,
  announce,
}: RulebookDesk): Promise<void> {
  const { version } = configured.rulebook;
  for (const { id: branch, name } of store.branches()) {
    const recorded = store.snapshot(branch).facts.all('rulebook');
    if (recorded.length === 0) {
      // Two processes that start at once claim the same id: one of them records it.
      const message = { channel: 'founding', messageId: 'rulebook' };
      await handle({ branch, message, speaker: null, files: [] }, () => ({
        kind: 'intent',
        intent: recordFounding.intent({}),
      }));
    }
    const { facts } = store.snapshot(branch);
    const same = facts.all('rulebook').filter((row) => row.version === version);
    if (same.some((row) => !isSameRulebook(readAdopted(row), configured.rulebook)))
      throw new RulebookChanged(name, version);
    const inForce = adoptedFor(facts, yearOf(clock.now()));
    if (same.length === 0 && inForce !== undefined)
      announce(otherRulebookLine({ branch: name, inForce: inForce.version, configured: version }));
  }
}
