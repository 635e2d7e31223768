import type { HelpSays } from '../../app/help/says.js';
import type { Sentences } from './sentences.js';

export const helpSentences: Sentences<HelpSays> = {
  nothing: () => '目前没有您能办的事。',
};
