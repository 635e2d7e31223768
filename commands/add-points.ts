import { proposePoints } from '../src/app/points/propose.js';
import { defineCommand } from '../src/chat/define.js';
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
    '[登记]{姓名}(加分|加|记|登记|报)[按]{项号}[加分][{级别}][{事由}]',
    '[登记]{姓名}[{日期}][参加|参与|做|按]{项号}[{级别}][登记|记|加]加分[{事由}]',
    '[登记]{姓名}(加|记|登记)[按]{项号}分[{级别}][{事由}]',
    '[登记]{姓名}[{日期}](参加|参与|去|做){项号}[{级别}]，[她|他][登记|记|加]加分',
    '[登记]{姓名}[{日期}][参加|参与|做|按]{项号}[{级别}][{事由}][她|他][登记|记|加]加分',
    '[登记|记|加]加分{姓名}[{日期}]{项号}[{级别}][{事由}]',
  ],
  useCase: proposePoints,
  input: (words, { today }) => proposalOf('bonus', words, today),
});
