import type { LedgerEntry } from '../../domain/points/rows.js';
import { chainContent } from '../../domain/points/chain-content.js';
import type { Seal } from './seal.js';

/**
 * The entry as the next link after `head`, with the keyed hash over its content. The key lies outside the file, so
 * write access to the file is not enough to forge a chain (SPEC §1).
 */
export function link(seal: Seal, branch: string, entry: LedgerEntry, head: string): LedgerEntry {
  const linked = { ...entry, previousHash: head };
  return { ...linked, hash: seal.sign('chain', chainContent(branch, linked)) };
}
