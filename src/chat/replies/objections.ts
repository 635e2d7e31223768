import type { ObjectionSays } from '../../app/objections/says.js';
import type { Sentences } from './sentences.js';

export const objectionSentences: Sentences<ObjectionSays> = {
  pending: () => '',
};
