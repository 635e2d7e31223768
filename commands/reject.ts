import { rejectMatter } from '../src/app/rulings/reject.js';
import { defineCommand } from '../src/chat/define.js';
import { refuses } from '../src/chat/plain/phrases.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 驳回: the other ruling. One number; everything behind it is the reason. */
export const command = defineCommand({
  name: '驳回',
  mistakenFor: ['拒绝'],
  byCopy: true,
  summary: '不予认定，理由私下告知登记人和本人',
  words: { number: matterWord, reason: textNamed('理由').optional() },
  examples: ['/驳回 2 材料不足', '/驳回 2 3次迟到'],
  says: [
    '<{编号}&[不行|不可以|不合适]&(不通过|不予通过|不予认定|不认定|不批准|不予批准|不批|驳回|打掉|否掉)&[{理由}]>',
    `{编号}[的]${refuses}，{理由}`,
    `{编号}{理由}，${refuses}`,
    '不同意{编号}，{理由}',
    '{编号}[我]不同意，{理由}',
    '{编号}{理由}，不同意',
  ],
  useCase: rejectMatter,
  // Whether the speaker may decide it comes first, and then the question for the reason.
  input: ({ number, reason }) => ({ number, reason: reason ?? null }),
});
