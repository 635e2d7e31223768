import { recordDisposal } from '../src/app/year/disposal.js';
import { defineCommand } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { memberEver } from '../src/chat/words/people/names.js';
import { textNamed } from '../src/chat/words/plain.js';
import { disposalWord, termWord } from '../src/chat/words/year/disposal.js';

/** 处置: keeps what the meeting decided and 上级 approved; never proposes a measure. */
export const command = defineCommand({
  name: '处置',
  mistakenFor: ['组织处置', '限期改正', '劝退'],
  hidesWords: true,
  summary: '记录组织处置：限期改正、劝退、除名（支部大会决定、上级批准的）',
  note: '只在私聊里办理，只作记录，不提出处置建议；“不合格”是评定等次，不是组织处置。会议、听取、批准、送达的日期可以先后补记；限期改正到期提醒书记记录结果。只写姓名时列出以往的记录。',
  discreet: true,
  words: { person: memberEver, measure: disposalWord.optional() },
  keywords: {
    期限: termWord,
    会议: dateWord('past'),
    听取: dateWord('past'),
    批准: dateWord('past'),
    文号: textNamed('文号'),
    送达: dateWord('past'),
    结果: { ...textNamed('结果'), takesRest: true },
  },
  examples: [
    '/处置 张三 限期改正 期限 6个月 会议 11月20日',
    '/处置 张三 批准 11月22日 文号 机关党委〔2026〕5号 送达 11月23日',
    '/处置 张三 结果 已按期改正',
    '/处置 张三',
  ],
  useCase: recordDisposal,
  input: ({ person, measure, ...words }) => ({
    person,
    measure: measure ?? null,
    term: words.期限 ?? null,
    meetingOn: words.会议 ?? null,
    heardOn: words.听取 ?? null,
    approvedOn: words.批准 ?? null,
    deliveredOn: words.送达 ?? null,
    paper: words.文号 ?? null,
    result: words.结果 ?? null,
  }),
});
