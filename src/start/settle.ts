/** What a start settles with every branch: its rulebook, and how its first people get in. */
import type { Handler } from '../app/handle.js';
import type { Clock } from '../app/ports/clock.js';
import type { Ids } from '../app/ports/ids.js';
import type { Store } from '../app/ports/store/store.js';
import { openClaims } from '../app/roster/binding/claim.js';
import { RulebookChanged, recordFounding } from '../app/rulebook/found.js';
import { claimLine } from '../chat/replies/roster/strangers.js';
import { otherRulebookLine } from '../chat/replies/rulebook/sentences.js';
import { yearOf } from '../domain/period/civil.js';
import { unclaimed, type Login } from '../domain/roster/accounts.js';
import { readAdopted, type LoadedRulebook } from '../domain/rulebook/adopted.js';
import { isSameRulebook } from '../domain/rulebook/differences.js';

interface Settling {
  readonly store: Store;
  readonly handle: Handler;
  readonly clock: Clock;
  /** Prints a line that only the operator reads. */
  readonly announce: (line: string) => void;
}

/**
 * A branch without a recorded rulebook adopts the one of the settings. For the others the settings no longer decide,
 * and the operator hears where they differ.
 * @throws RulebookChanged when the settings' file was edited under a version in force
 */
export async function settleRulebooks(
  { store, handle, clock, announce }: Settling,
  configured: LoadedRulebook,
): Promise<void> {
  const { version } = configured.rulebook;
  for (const { id: branch } of store.branchesWithoutRulebook()) {
    // Of two processes that start at once and claim the same id, one records it.
    const message = { channel: 'founding', messageId: 'rulebook' };
    await handle({ branch, message, speaker: null, files: [] }, () => ({
      kind: 'intent',
      intent: recordFounding.intent({}),
    }));
  }
  checkVersion(store, configured);
  for (const { version: inForce, count, name } of store.branchesUnder(yearOf(clock.now()), version))
    announce(otherRulebookLine({ branch: name, count, inForce, configured: version }));
}

/**
 * A version has one content in all branches: each founding looks at one that has recorded it.
 * @throws RulebookChanged
 */
export function checkVersion(store: Store, { rulebook }: LoadedRulebook): void {
  const branch = store.branchOfVersion(rulebook.version);
  if (branch === undefined) return;
  const { facts } = store.snapshot(branch);
  const same = facts.all('rulebook').filter(({ version }) => version === rulebook.version);
  if (same.some((row) => !isSameRulebook(readAdopted(row), rulebook)))
    throw new RulebookChanged(facts.branch.name, rulebook.version);
}

/** New codes for everybody who has to start a branch and is not bound yet: secretary, 上级, 工委. */
export async function announceClaims(
  { store, handle, clock, announce }: Settling,
  { ids, channel, login }: { readonly ids: Ids; readonly channel: string; readonly login: () => Login },
): Promise<void> {
  // Where accounts change at every login, the rows do not say who is bound at this one.
  const branches = login() === null ? store.branchesToClaim(channel) : store.branches();
  const isOnly = store.firstBranches(2).length === 1;
  for (const { id: branch, name } of branches) {
    const { facts, version } = store.snapshot(branch);
    const codes = unclaimed(facts, channel, login()).map((person) => ({ person, code: ids.claimCode() }));
    if (codes.length === 0) continue;
    // The version makes this start's id: codes are never written where somebody could read them.
    const message = { channel: 'founding', messageId: `claims@${clock.now()}/${version}` };
    const input = { codes: codes.map(({ person, code }) => ({ person: person.id, code })) };
    await handle({ branch, message, speaker: null, files: [] }, () => ({
      kind: 'intent',
      intent: openClaims.intent(input),
    }));
    for (const { person, code } of codes) announce(claimLine(isOnly ? null : name, person, code));
  }
}
