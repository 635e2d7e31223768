import type { ActionSays } from '../../app/actions/says.js';
import type { Sentences } from './sentences.js';

export const actionSentences: Sentences<ActionSays> = {
  pending: () => '',
};
