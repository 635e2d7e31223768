import type { Founder } from '../../app/roster/found.js';

/** Somebody of a scene: a member of the office for a year or more, whose account has their name. */
export function founder(name: string, changed: Partial<Founder> = {}): Founder {
  return {
    name,
    kind: 'member',
    category: 'office',
    probationary: false,
    group: null,
    joinedOn: '2025-01-01',
    partyJoinedOn: null,
    phone: null,
    offices: [],
    // The stage puts in the channel on which it is played.
    account: { channel: '', account: name },
    ...changed,
  };
}
