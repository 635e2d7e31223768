import type { VetoSays } from '../../app/veto/says.js';
import type { Sentences } from './sentences.js';

export const vetoSentences: Sentences<VetoSays> = {
  pending: () => '',
};
