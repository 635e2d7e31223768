import type { Founder } from '../../app/roster/found.js';

/** What is said of somebody in a scene. */
export type Changed = Partial<Omit<Founder, 'offices'>> & {
  readonly offices?: readonly Founder['offices'][number][];
};

/** Somebody of a scene: a member of the office for a year or more, whose account has their name. */
export function founder(name: string, changed: Changed = {}): Founder {
  return {
    name,
    kind: 'member',
    category: 'office',
    probationary: false,
    group: null,
    joinedOn: '2025-01-01',
    partyJoinedOn: null,
    phone: null,
    // The stage puts in the channel on which it is played.
    account: { channel: '', account: name },
    ...changed,
    offices: [...(changed.offices ?? [])],
  };
}
