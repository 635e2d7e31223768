import type { RulingResult } from './results.js';
import type { Reply } from '../reply.js';
import type { Change } from '../../domain/branch/rows.js';
/** What a confirming ruling brings about, beyond the ruling itself. */
export interface Effect {
  readonly changes: readonly Change[];
  readonly result: RulingResult;
  readonly replies: readonly Reply[];
}
