import type { KnownHead, Verification } from '../app/ports/reading.js';

/** What the worker is started with. */
export interface WorkerSettings {
  readonly databaseFile: string;
  readonly chainKey: Uint8Array;
}

/** A question to the worker. */
export type Question =
  | { readonly ask: 'branches' }
  | { readonly ask: 'verifyLedger'; readonly branch: string; readonly known: KnownHead | null };

export interface Answers {
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly verifyLedger: Verification;
}

export type FromWorker =
  | { readonly id: number; readonly kind: 'progress'; readonly read: number }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };

export interface ToWorker {
  readonly id: number;
  readonly question: Question;
}
