import { recordElection } from '../src/app/roster/terms.js';
import { defineCommand } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';

/** 换届: when the branch elected its committee; half a year before the term ends it is called to mind. */
export const command = defineCommand({
  name: '换届',
  mistakenFor: ['选举', '任期'],
  summary: '登记支部换届选举的日期，查看任期',
  words: { on: dateWord('past').optional() },
  examples: ['/换届', '/换届 11月20日'],
  useCase: recordElection,
  input: ({ on }) => ({ on: on ?? null }),
});
