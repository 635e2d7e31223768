import type { Failure } from '../app/failure.js';
import type { Heads } from '../app/ports/store/backups.js';
import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import type { KnownHead, Verification } from '../app/ports/reading.js';

export type Question =
  | { readonly ask: 'branches' }
  | { readonly ask: 'verifyLedger'; readonly branch: string; readonly known: readonly KnownHead[] }
  | { readonly ask: 'copyTo'; readonly part: string }
  | { readonly ask: 'papers'; readonly branch: string; readonly order: PaperOrder; readonly today: string };

export interface Answers {
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly verifyLedger: Verification;
  readonly copyTo: Heads;
  readonly papers: readonly PaperFile[];
}

export type FromWorker =
  | { readonly id: number; readonly kind: 'progress'; readonly read: number }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: Failure };

export interface ToWorker {
  readonly id: number;
  readonly question: Question;
}
