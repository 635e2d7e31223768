import type { Handler } from '../app/handle.js';
import type { Clock } from '../app/ports/clock.js';
import type { Ids } from '../app/ports/ids.js';
import type { Store } from '../app/ports/store.js';
import { openClaims } from '../app/roster/open-claims.js';
import { unclaimed, type Login } from '../domain/roster/accounts.js';
import { claimLine } from '../chat/replies/roster/sentences.js';

export interface ClaimDesk {
  readonly store: Store;
  readonly handle: Handler;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly channel: string;
  /** Where account ids change at every login: the present one. */
  readonly login: () => Login;
  /** Prints a line where only the operator reads. */
  readonly announce: (line: string) => void;
}

/** New codes for everybody who has to start a branch and is not bound yet: secretary, 上级, 工委. */
export async function announceClaims(desk: ClaimDesk): Promise<void> {
  const { store, handle, clock, ids, channel, login, announce } = desk;
  const branches = store.branches();
  for (const { id: branch, name } of branches) {
    const { facts, version } = store.snapshot(branch);
    const codes = unclaimed(facts, channel, login()).map((person) => ({ person, code: ids.claimCode() }));
    if (codes.length === 0) continue;
    // The version makes the id of this start: codes are never written where somebody could read them.
    const message = { channel: 'founding', messageId: `claims@${clock.now()}/${version}` };
    const input = { codes: codes.map(({ person, code }) => ({ person: person.id, code })) };
    await handle({ branch, message, speaker: null, files: [] }, () => ({
      kind: 'intent',
      intent: openClaims.intent(input),
    }));
    for (const { person, code } of codes)
      announce(claimLine(branches.length > 1 ? name : null, person, code));
  }
}
