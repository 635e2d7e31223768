import { proposeVeto } from '../src/app/veto/propose.js';
import { defineCommand } from '../src/chat/define.js';
import { deedDay } from '../src/chat/words/dates/date-words.js';
import { textNamed } from '../src/chat/words/plain.js';
import { groundWord, vetoSubject } from '../src/chat/words/rules/veto.js';

/** 否决: reports one of the grounds that make the year's score 0. Hearing, vote and ruling follow. */
export const command = defineCommand({
  name: '否决',
  aliases: ['一票否决'],
  summary: '提出一票否决，依次听取意见、表决、认定',
  note: '只能私聊办理。提出后告知本人，听取意见（“/听取”）、开会表决（“/表决”）通过并经认定后才生效：全年积分为0，原有记录保留，并报上级。',
  discreet: true,
  hidesWords: true,
  words: { member: vetoSubject, ground: groundWord, reason: textNamed('事由') },
  keywords: { 日期: deedDay },
  examples: ['/否决 张三 4 受到行政处罚', '/否决 张三 6 造成恶劣影响 日期 11月20日'],
  useCase: proposeVeto,
  input: ({ member, ground, reason, 日期: deedOn }, { today }) => ({
    member,
    ground,
    reason,
    deedOn: deedOn ?? today,
  }),
});
