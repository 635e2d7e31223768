import type { DuesSays } from '../../app/dues/says.js';
import type { Sentences } from './sentences.js';

export const duesSentences: Sentences<DuesSays> = {
  pending: () => '',
};
