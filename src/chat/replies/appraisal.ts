import type { AppraisalSays } from '../../app/appraisal/says.js';
import type { Sentences } from './sentences.js';

export const appraisalSentences: Sentences<AppraisalSays> = {
  pending: () => '',
};
