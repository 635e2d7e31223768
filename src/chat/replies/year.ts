import type { YearSays } from '../../app/year/says.js';
import type { Sentences } from './sentences.js';

export const yearSentences: Sentences<YearSays> = {
  pending: () => '',
};
