import { closeActivity } from '../src/app/attendance/close.js';
import { defineCommand, offered } from '../src/chat/define.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';
import { fixedWord, hoursWord } from '../src/chat/words/life/activities.js';

/** 结束: closes the register and drafts the deductions of item 16. Open points need 是. */
export const command = defineCommand({
  name: '结束',
  byCopy: true,
  act: '结束活动',
  summary: '结束活动，生成考勤事项',
  words: { activity: activityWord('register'), accepted: fixedWord('是').optional() },
  keywords: { 学时: offered(hoursWord) },
  examples: ['/结束 支部大会', '/结束 支部大会 是'],
  says: [
    '{活动}(结束|开完|散会|已结束|圆满结束|可以结束|可以结束登记|登记结束|结束登记|办结)',
    '结束{活动}[登记]',
    '{活动}(开完|散会|结束)了，[可以](结束|办结)[登记|吧|了]',
  ],
  useCase: closeActivity,
  input: ({ activity, accepted, 学时: hours }) => ({
    ...{ activity, accepted: accepted ?? false },
    hours: hours ?? null,
  }),
});
