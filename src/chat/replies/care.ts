import type { CareSays } from '../../app/care/says.js';
import type { Sentences } from './sentences.js';

export const careSentences: Sentences<CareSays> = {
  pending: () => '',
};
