import { addMember } from '../src/app/roster/membership/add.js';
import { comeBack, goAway, recordLetter } from '../src/app/roster/membership/away.js';
import {
  changeCategory,
  changeGroup,
  makeProbationary,
  makeRegular,
} from '../src/app/roster/membership/change.js';
import { endMembership, recordDeath, transferMember } from '../src/app/roster/membership/leave.js';
import { putRight, renameMember } from '../src/app/roster/membership/particulars.js';
import { showRoster } from '../src/app/roster/register/show.js';
import { defineCommand, form, offered } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { memberEver, memberName } from '../src/chat/words/people/names.js';
import { particularWord } from '../src/chat/words/people/particulars.js';
import { categoryWord, groupWord, newName } from '../src/chat/words/people/roster.js';
import { textNamed } from '../src/chat/words/plain.js';

const evidence = { 会议: dateWord('past'), 文号: textNamed('文号') };

const ending = (lead: string, how: 'withdrew' | 'expelled') =>
  form({
    lead,
    words: { person: memberName },
    keywords: evidence,
    examples: [`/党员 ${lead} 周涛 会议 11月20日 文号 机关党委〔2026〕5号`],
    useCase: endMembership,
    input: ({ person, 会议: meetingOn, 文号: paper }) => ({
      person,
      how,
      meetingOn: meetingOn ?? null,
      paper: paper ?? null,
    }),
  });

/** 党员: the roster. The recorder and the secretary keep it; others see their own card. */
export const command = defineCommand({
  name: '党员',
  aliases: ['名册'],
  summary: '查看和维护党员名册',
  byCopy: true,
  act: '更改名册',
  summaryOfLooking: '查看名册上的信息',
  forms: [
    form({
      lead: ['添加', '新增'],
      words: { name: newName, category: categoryWord },
      keywords: { 小组: groupWord },
      says: [
        '<[名册|党员名册|花名册|支部][里|上](添|加|新增|增加|添加|登记)[一个|一位|一名|个|位][人|党员|同志]&{新名字}[同志]&[是|类别]{类别}>',
        '<(新来|新进|新调来|新增|新加|新添|来|增加|添加|加)[了][一个|一位|一名|个|位]{类别}[同志]&[叫|名字叫|名叫|姓名]{新名字}[同志]&[加到|加进|登记到|录到|录入|加入|补到|添到](名册|党员名册|花名册|支部)[里|上]>',
        '<(新来|新进|新调来|新增|新加|新添|来|增加|添加|加)[了][一个|一位|一名|个|位][党员|同志][叫|名字叫|名叫|姓名]{新名字}[同志]&[是|类别]{类别}&[(加到|加进|登记到|录到|录入|加入|补到|添到)(名册|党员名册|花名册|支部)[里|上]]>',
      ],
      examples: ['/党员 添加 陈晨 机关党员'],
      useCase: addMember,
      input: ({ name, category, 小组: group }) => ({
        ...{ name, ...category, group: group ?? null },
        ...{ moved: false, meetingOn: null, paper: null },
      }),
    }),
    form({
      lead: '转入',
      words: { name: newName, category: categoryWord },
      // Asked for where coming back is a change that is ruled.
      keywords: { 小组: groupWord, 会议: offered(evidence.会议), 文号: offered(evidence.文号) },
      examples: ['/党员 转入 陈晨 机关党员'],
      useCase: addMember,
      input: ({ name, category, 小组: group, 会议: meetingOn, 文号: paper }) => ({
        ...{ name, ...category, group: group ?? null },
        ...{ moved: true, meetingOn: meetingOn ?? null, paper: paper ?? null },
      }),
    }),
    form({
      lead: '调整',
      words: { person: memberName, category: categoryWord },
      keywords: { 会议: dateWord('past') },
      says: [
        '{姓名}[的][类别](调整为|调整到|调整|改为|改成|变更为|转为){类别}',
        '{姓名}[同志][已|已经|正式|办[理|完]]退休{+离退休}',
        '(调整|把){姓名}[的][类别](调整为|调整到|改为|改成|变更为|为){类别}',
      ],
      examples: ['/党员 调整 张三 窗口党员', '/党员 调整 赵敏 离退休党员 会议 11月20日'],
      useCase: changeCategory,
      input: ({ person, category, 会议: meetingOn }) => ({
        person,
        ...category,
        meetingOn: meetingOn ?? null,
      }),
    }),
    form({
      lead: '小组',
      words: { person: memberName, group: groupWord },
      says: ['{姓名}(分到|编到|编入|调到|划到|划入|加入|归到|归入|分在|放到|到){党小组}'],
      examples: ['/党员 小组 张三 第一小组'],
      useCase: changeGroup,
      input: ({ person, group }) => ({ person, group }),
    }),
    form({
      lead: '预备',
      words: { person: memberName },
      keywords: { 会议: dateWord('past') },
      examples: ['/党员 预备 张三 会议 11月20日'],
      useCase: makeProbationary,
      input: ({ person, 会议: meetingOn }) => ({ person, meetingOn: meetingOn ?? null }),
    }),
    form({
      lead: '转正',
      words: { person: memberName, on: dateWord('past') },
      says: ['<{姓名}&(按期转正|转正|转为正式党员)&{日期}>'],
      examples: ['/党员 转正 张三 11月20日'],
      useCase: makeRegular,
      input: ({ person, on }) => ({ person, on }),
    }),
    form({
      lead: '转出',
      words: { person: memberName },
      says: ['{姓名}[同志][的][组织关系][已|已经](转出|转走|转到外单位)[本支部|支部]'],
      examples: ['/党员 转出 周涛'],
      useCase: transferMember,
      input: ({ person }) => ({ person }),
    }),
    form({
      lead: '去世',
      words: { person: memberName },
      examples: ['/党员 去世 郑国'],
      useCase: recordDeath,
      input: ({ person }) => ({ person }),
    }),
    form({
      lead: '介绍信',
      words: { person: memberEver, on: dateWord('past') },
      examples: ['/党员 介绍信 周涛 11月20日'],
      useCase: recordLetter,
      input: ({ person, on }) => ({ person, what: 'letter' as const, on }),
    }),
    form({
      lead: '回执',
      words: { person: memberEver, on: dateWord('past') },
      examples: ['/党员 回执 周涛 11月20日'],
      useCase: recordLetter,
      input: ({ person, on }) => ({ person, what: 'receipt' as const, on }),
    }),
    form({
      lead: '流动',
      words: { person: memberName, on: dateWord('past') },
      keywords: { 联系: { ...textNamed('联系'), takesRest: true } },
      examples: ['/党员 流动 张三 11月20日 联系 13800000000，在海口务工'],
      useCase: goAway,
      input: ({ person, on, 联系: contact }) => ({ person, on, contact: contact ?? null }),
    }),
    form({
      lead: '返回',
      words: { person: memberName, on: dateWord('past') },
      examples: ['/党员 返回 张三 11月20日'],
      useCase: comeBack,
      input: ({ person, on }) => ({ person, on }),
    }),
    form({
      lead: '改名',
      words: { person: memberName, name: newName },
      examples: ['/党员 改名 张三 张珊'],
      useCase: renameMember,
      input: ({ person, name }) => ({ person, name }),
    }),
    form({
      lead: '修改',
      words: { person: memberName, change: particularWord },
      says: [
        '[把]{姓名}[的](手机号码|手机号|手机|电话号码|联系电话|电话)[登记|写|填|录][错|不对|有误|换|变|变更|改]，[应该是|改成|改为|换成|是|变成|更正为|应为|新号]{手机号}',
        '[把]{姓名}[的](手机号码|手机号|手机|电话号码|联系电话|电话)(改成|改为|换成|换|变成|更正为|应为|变更为|改){手机号}',
      ],
      examples: ['/党员 修改 张三 手机 13800000000', '/党员 修改 张三 入党时间 2010年7月'],
      useCase: putRight,
      input: ({ person, change }) => ({ person, ...change }),
    }),
    ending('退党', 'withdrew'),
    ending('除名', 'expelled'),
    form({
      words: { person: memberEver.optional() },
      says: [
        '{本人}[今年|上半年][还](有|差|缺|剩|少|要)[参加]几次[会|活动|组织生活|党课|学习][会|活动|组织生活][没|没有][参加|去|够]',
        '{本人}[今年|上半年][一共|总共|都](参加|去|到)[了|过](几|多少)次(会|活动|组织生活)',
        '{本人}[今年][参加]组织生活[参加|去][够|几次|多少次|够不够|次数够不够|次数|情况|达标][了][没有|没|吗]',
        '[看看|看一下|查一下|查|看]{姓名}[的](名册|基本|个人|党员)(信息|资料|情况)',
      ],
      reads: true,
      examples: ['/党员', '/党员 张三'],
      useCase: showRoster,
      input: ({ person }) => ({ person: person ?? null }),
    }),
  ],
});
