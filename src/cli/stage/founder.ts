import type { Founder } from '../../app/roster/found.js';

/** What a scene says of a person. */
export type Changed = Partial<Omit<Founder, 'offices'>> & {
  readonly offices?: readonly Founder['offices'][number][];
};

/** A person of the scene: a member of the office for at least a year, with their name as account. */
export function founder(name: string, changed: Changed = {}): Founder {
  return {
    name,
    kind: 'member',
    category: 'office',
    probationary: false,
    group: null,
    joinedOn: '2025-01-01',
    joinedUnknown: true,
    partyJoinedOn: null,
    phone: null,
    // The stage puts in the channel that it plays on.
    account: { channel: '', account: name },
    ...changed,
    offices: [...(changed.offices ?? [])],
  };
}
