import type { RulebookSays } from '../../app/rulebook/says.js';
import type { Sentences } from './sentences.js';

export const rulebookSentences: Sentences<RulebookSays> = {
  pending: () => '',
};
