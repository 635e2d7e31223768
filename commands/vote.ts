import { recordVote } from '../src/app/veto/vote.js';
import { defineCommand } from '../src/chat/define.js';
import { countOf, matterWord } from '../src/chat/words/plain.js';

/** 表决: what the meeting decided on a veto. */
export const command = defineCommand({
  name: '表决',
  mistakenFor: ['投票'],
  summary: '记录一票否决的表决结果',
  note: '不写应到、实到的，应到为有表决权的全体党员，实到为三项票数之和。到会、赞成各须占应到的多少，见“/细则 表决”；没有通过即办结。',
  discreet: true,
  words: { number: matterWord },
  keywords: {
    应到: countOf('人数', '应到'),
    实到: countOf('人数', '实到'),
    赞成: countOf('票数', '赞成'),
    反对: countOf('票数', '反对'),
    弃权: countOf('票数', '弃权'),
  },
  examples: ['/表决 1 赞成 6 反对 1 弃权 1', '/表决 1 应到 8 实到 7 赞成 6 反对 1 弃权 0'],
  useCase: recordVote,
  input: ({ number, 应到: entitled, 实到: present, 赞成: inFavour, 反对: against, 弃权: abstained }) => ({
    number,
    entitled: entitled ?? null,
    present: present ?? null,
    inFavour: inFavour ?? null,
    against: against ?? 0,
    abstained: abstained ?? 0,
  }),
});
