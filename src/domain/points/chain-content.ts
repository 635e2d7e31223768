import type { LedgerEntry } from './rows.js';

/** The head of a ledger without entries. */
export const emptyHead = '0'.repeat(64);

/**
 * What the hash of an entry vouches for: the entry's own content, its ruling, the ids of its evidence and
 * the hash before it (SPEC §1). The store signs it when it posts, the verifier when it looks again.
 */
export function chainContent(branch: string, entry: Omit<LedgerEntry, 'hash'>): string {
  return JSON.stringify([
    branch,
    entry.seq,
    entry.member,
    entry.year,
    entry.deedOn,
    entry.item,
    entry.grade,
    entry.times,
    entry.side,
    entry.points,
    entry.matter,
    entry.ruler,
    entry.ruledAt,
    entry.rulebook,
    entry.reverses,
    entry.evidence,
    entry.previousHash,
  ]);
}
