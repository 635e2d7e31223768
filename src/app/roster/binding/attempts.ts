import { addMinutes } from '../../../domain/period/civil.js';

/**
 * Wrong claim codes, by account. Kept in memory: a restart forgets them but also renews every code, so waiting for one
 * gains nothing.
 */
export interface Attempts {
  isLocked(account: string, now: string): boolean;
  wrong(account: string, now: string): void;
}

/** So many wrong codes within an hour, and the account waits. */
export const mostWrongCodes = 5;
const windowMinutes = 60;
/** Accounts that are remembered; older ones make room. */
const mostAccounts = 10_000;

export function createAttempts(): Attempts {
  const wrongAt = new Map<string, readonly string[]>();
  const recent = (account: string, now: string) => {
    const since = addMinutes(now, -windowMinutes);
    return (wrongAt.get(account) ?? []).filter((at) => at > since);
  };
  return {
    isLocked: (account, now) => recent(account, now).length >= mostWrongCodes,
    wrong(account, now) {
      const times = [...recent(account, now), now];
      wrongAt.delete(account);
      wrongAt.set(account, times);
      const oldest = wrongAt.keys().next();
      if (wrongAt.size > mostAccounts && oldest.done !== true) wrongAt.delete(oldest.value);
    },
  };
}
