import type { LifeSays } from '../../app/life/says.js';
import type { Sentences } from './sentences.js';

export const lifeSentences: Sentences<LifeSays> = {
  pending: () => '',
};
