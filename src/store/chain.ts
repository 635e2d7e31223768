import type { LedgerEntry } from '../domain/branch/rows.js';
import type { Seal } from './seal.js';

/** The head of a ledger without entries. */
export const emptyHead = '0'.repeat(64);

/**
 * The keyed hash of an entry over its own content, its ruling and evidence, and the hash before it. The
 * key is outside the file, so nobody who can only write the file can forge a chain (SPEC §1).
 */
export function entryHash(seal: Seal, branch: string, entry: LedgerEntry): string {
  const content = [
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
  ];
  return seal.sign('chain', JSON.stringify(content));
}

/** The entry as the next link after `head`. */
export function link(seal: Seal, branch: string, entry: LedgerEntry, head: string): LedgerEntry {
  const linked = { ...entry, previousHash: head };
  return { ...linked, hash: entryHash(seal, branch, linked) };
}
