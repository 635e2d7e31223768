import type { NoticeSays } from '../../app/notices/says.js';
import type { Sentences } from './sentences.js';

export const noticeSentences: Sentences<NoticeSays> = {
  nothingToPublish: () => '目前没有要公示的季度。',
};
