import { proposePoints } from '../src/app/points/propose.js';
import { defineCommand } from '../src/chat/define.js';
import { addPoints, awarded, byItem, onDay, withWitness } from '../src/chat/plain/phrases.js';
import { pointsKeywords, pointsWords, proposalOf } from '../src/chat/words/rules/points.js';

/**
 * 加分: the recorder drafts a bonus. Nothing reaches the ledger until an officer
 * rules on the matter (see commands/confirm.ts).
 */
export const command = defineCommand({
  name: '加分',
  act: '登记加分',
  summary: '为党员登记加分，待书记认定',
  note: '须有材料或同志证明，由书记认定；书记登记的由副书记认定。数字是项号，分数由细则决定。',
  words: pointsWords,
  keywords: pointsKeywords,
  examples: ['/加分 张三 8 公益活动', '/加分 张三 13 市级 优秀共产党员'],
  says: [
    `(登记|记录|记|录)[一笔|一次|一条]<{姓名}&${byItem}[加分]&${awarded}&${onDay}&[{事由}]&${withWitness}>`,
    `<[登记|记录|记|录]&{姓名}&${addPoints}&${byItem}&${awarded}&${onDay}&[[参加|参与]{事由}]&${withWitness}>`,
    `<[登记|记录|记|录]&{姓名}&[(两|三|四|五|六|几)(位|个|名)[同志|党员|人]|他们|她们][各|都|均](加|记录|记|登记|录入|报)[上|一笔|一次|个]${byItem}[加分|分]&${awarded}&${onDay}&[[参加|参与]{事由}]&${withWitness}>`,
    `<{姓名}&${addPoints}&[参加|参与|去]{事项}&[{分}分]&${awarded}&${onDay}&${withWitness}>`,
  ],
  useCase: proposePoints,
  input: (words, { today }) => proposalOf('bonus', words, today),
});
