import { returnMatter } from '../src/app/rulings/reject.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 退回: decides nothing; asks the proposer in private for what is missing. */
export const command = defineCommand({
  name: '退回',
  mistakenFor: ['补充'],
  byCopy: true,
  act: '退回补充',
  summary: '请登记人补充，暂不认定',
  words: { number: matterWord, text: textNamed('要补充什么').optional() },
  examples: ['/退回 2 请补活动照片'],
  says: [
    '<{编号}&[材料不够|材料不全|材料不齐|材料不清楚|材料少]&(退回去|打回去|退还|返给|返还|退给|返回给|退还给|退回来|退回|打回)[给][登记人|本人|记录员|提出人|{某人}]&[{要补充什么}]>',
  ],
  useCase: returnMatter,
  input: ({ number, text }) => ({ number, text: text ?? null }),
});
