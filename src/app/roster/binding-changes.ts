import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { Account } from '../../domain/roster/rows.js';
import type { BindingMatter } from '../../domain/rulings/rows.js';

/** The account now speaks for the person: its other requests fall away, and any code waiting for the person is void. */
export function bindingChanges(
  facts: Facts,
  account: Pick<Account, 'channel' | 'account' | 'nickname' | 'login'>,
  person: number,
  now: string,
): readonly Change[] {
  return [
    put('account', { ...account, person, boundAt: now }),
    ...facts
      .of('claimCode', person)
      .filter((code) => code.usedAt === null)
      .map((code) => put('claimCode', { ...code, usedAt: now })),
    ...openRequests(facts, account).map((matter) => put('matter', { ...matter, state: 'closed' })),
  ];
}

/** Bindings this account asked for that still await a ruling. */
export function openRequests(
  facts: Facts,
  { channel, account }: Pick<Account, 'channel' | 'account'>,
): readonly BindingMatter[] {
  return facts
    .open()
    .filter(
      (matter): matter is BindingMatter =>
        matter.kind === 'binding' && matter.channel === channel && matter.account === account,
    );
}
