import type { Clock } from '../clock.js';

/** The right to deliver on one channel: `epoch` grows with every new owner, so that an old one is recognised. */
export interface Lease {
  readonly channel: string;
  readonly owner: string;
  readonly epoch: number;
}

/** Who delivers where a repeat is not recognised (docs/adr/0010-delivery-lease.md). Instants are civil times. */
export interface Leases {
  /**
   * Takes for so many seconds what is free, has run out, or lies further ahead than a lease lasts; or renews one's own.
   * Null: another process delivers.
   */
  take(channel: string, owner: string, clock: Clock, seconds: number): Promise<Lease | null>;
  /** Asks the file whether the lease is still ours and has not run out. */
  holds(lease: Lease, now: string): boolean;
  /** Runs out at once; its owner may still note what became of the letters under way. */
  release(lease: Lease): Promise<void>;
}
