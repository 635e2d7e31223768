import { showRulebook } from '../src/app/help/show.js';
import { proposeRulebook } from '../src/app/rulebook/matter.js';
import { proposeWording } from '../src/app/rulebook/wording.js';
import { proposeReading } from '../src/app/rulebook/reading-matter.js';
import { settingExamples, settingLead, settingWord } from '../src/chat/words/rules/settings.js';
import { defineCommand, form } from '../src/chat/define.js';
import { how, howMany, look, what } from '../src/chat/plain/phrases.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { itemOrTopic } from '../src/chat/words/rules/items.js';

/** 细则: the items with their points and the readings in force; 采用 brings in another rulebook. */
export const command = defineCommand({
  name: '细则',
  mistakenFor: ['规则', '项目'],
  summary: '查看加减分项目和现行读法',
  note: '换用另一份细则：先经会议通过，再由记录员、书记或副书记附上文件发送“/细则 采用”，由另一位同志认定；从下一考核年度起执行，不改变以前的积分。公示方式（群内、公示栏、会议）和签到、第二次提醒、导出提醒、待办汇总的开关，同样由一人提出、另一位同志认定，认定后即执行。考核表要写机关附件的原文：附上 .docx 发送“/细则 原文”，由另一位同志认定；分值和积分不变。',
  forms: [
    ...settingExamples.map(({ setting, example }) =>
      form({
        lead: settingLead(setting),
        words: { value: settingWord(setting) },
        examples: [example],
        useCase: proposeReading,
        input: ({ value }) => ({ setting, value }),
      }),
    ),
    form({
      words: { item: itemOrTopic.optional() },
      examples: ['/细则', '/细则 13', '/细则 请假'],
      says: [
        `<{项号}&[一次|一条|每次|每条]&[能|可以|是|要](加|减|扣|计|算)${howMany}分&[(算|属于|是)(第几项|哪一项|哪项|第几条)]>`,
        '{项号}(算|属于|是)(第几项|哪一项|哪项|第几条|第几款)',
        `{项号}[都|里|里面](包括|包含|有|算|指|说)[的][是|的]${what}[级别|档次|等级|分值|内容|情形|标准|档]`,
        `{项号}[都|一共]分[成|为][几|哪几|多少][个|种](级|档|级别|档次|等级)`,
        `{项号}[是|要]${how}(加分|扣分|减分|算分|计分|算|规定|规定的|计|说的|写)`,
        `{项号}[的](加分|扣分|减分)(标准|规定|规则|办法|情形)[是][${what}]`,
        `{项号}[是|说的是|指的是]${what}[内容|项目|意思|情况]`,
        `[{某事}](算不算|算|属于|是不是|属不属于){项号}[吗|么]，[能|可以|要|会](加|得|扣|减)(${howMany}分|${howMany})`,
        '(缺席|缺会|旷会|缺一次会|不参加会议)[会|要](扣|减)(几分|多少分|多少|几){+16}',
        `[获得|获|受到|受|得|拿到|拿]{某级}{项号}[一次|能|可以](加|得|给|算|是|计)${howMany}分`,
        `{项号}(能不能|可不可以)(加分|扣分|减分)[，][能|可以][加|扣|减][${howMany}分]`,
        `{事项}[一次|一条|每次|每条|能|可以|会|要|该](加|减|扣|计|算|给|得|值|奖|罚)${howMany}分`,
        `{事项}(算不算|算|能不能|能|可不可以|可以|给不给|给)加分[吗|不|没有|，][，](算|能|可以|能加|加|给|值)[加]${howMany}分`,
        `{某事}[一次|一条][能|可以](加|减|扣)${howMany}分`,
        `(请假|事假)[会][要]${howMany}次[要|会|才](扣分|减分){+请假}`,
        '(请假|事假)[会|会不会|要不要|是不是要][要](扣分|减分|扣几分|扣多少分)[吗|么|不]{+请假}',
        `${look}(加分|减分|扣分|加减分|积分)(项目|项|标准|规则|办法)[是|有][什么|啥|哪些|怎样]`,
        '(加分|减分|扣分|加减分)[的][都]有(哪些|什么|啥)[项目|项|情形|条目|标准|情况]',
        '(哪些|什么|啥)[事|情况|行为]会(扣分|减分|被扣分)',
        '[考核](规则|细则|办法|评分标准|打分标准|加分标准)[是|有](什么|啥|哪些|怎样)',
        '(怎样|怎么样|如何|怎么)[才](能|可以)加分',
        `${look}[考核](细则|办法|规则)[看看|看一下]`,
        '(细则|规则|考核办法)[发我|发给我|给我][看看|看一下|看|发一下]',
        '(有哪些|哪些事|什么事|做什么|干什么|怎么|啥事)[能|可以]加分[项目|项]',
      ],
      reads: true,
      useCase: showRulebook,
      input: ({ item }) => ({
        item: typeof item === 'number' ? item : null,
        topic: typeof item === 'string' ? item : null,
      }),
    }),
    form({
      lead: ['原文', '附件', '官方原文'],
      words: {},
      examples: ['/细则 原文'],
      useCase: proposeWording,
      input: () => ({}),
    }),
    form({
      lead: '采用',
      words: {},
      keywords: { 会议: dateWord('past') },
      examples: ['/细则 采用 会议 11月20日'],
      useCase: proposeRulebook,
      input: ({ 会议: meetingOn }) => ({ meetingOn: meetingOn ?? null }),
    }),
  ],
});
