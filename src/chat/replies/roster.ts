import type { RosterSays } from '../../app/roster/says.js';
import type { Sentences } from './sentences.js';

export const rosterSentences: Sentences<RosterSays> = {
  wrongCode: () => '认领码不对或已用过,请核对。',
};
