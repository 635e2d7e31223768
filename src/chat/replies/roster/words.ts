/** Roster phrases: offices, changes, why somebody may not hold an office. */
import type { DatedChange, OfficeRefusal, RosterStep } from '../../../app/roster/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import type { OfficeName } from '../../../domain/roster/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { fullDate, monthAndDay, partyDay } from '../../../words/dates.js';
import { fieldTitles, particularText } from '../../../words/particulars.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import {
  categoryTitle,
  changeTitle,
  departureTitle,
  officesTitle,
  officeTitle,
  partTitle,
  standingTitle,
} from '../../../words/roster.js';
import type { DepartedSays } from '../../../app/roster/register/departed-says.js';
import type { Sentences } from '../sentences.js';
import { yearOrQuarter } from '../../../words/periods.js';
import type { RegisterLine, RegisterSays } from '../../../app/roster/register/register-says.js';
import type { RegisterPart } from '../../../domain/roster/register-part.js';

/** What changed, to follow 同志. */
export function stepText(step: RosterStep, { rulebook }: View): string {
  switch (step.step) {
    case 'category': {
      const place = standingTitle({ ...step, kind: 'member' }, rulebook);
      return `类别为${place}${step.scored ? '' : '，不参加积分考核'}`;
    }
    case 'group':
      return step.group === null ? '不编入党小组' : `编入${step.group}`;
    case 'probationary':
      return '列为预备党员';
  }
}

/** One sentence, with the line that resolves it if there is one. */
export function officeTrouble(
  person: PersonRef,
  office: OfficeName,
  refusal: OfficeRefusal,
  rulebook: Rulebook,
): string {
  const name = personTitle(person, rulebook);
  switch (refusal.why) {
    case 'notMember':
      return `只有党员能担任支部职务，${name}同志不是党员，`;
    case 'probationary':
      return `${name}同志是预备党员，没有被选举权，不能担任${officeTitle(office)}，`;
    case 'held':
      return `${name}同志已担任${officeTitle(office)}，`;
    case 'taken': {
      const by = personTitle(refusal.by, rulebook);
      const then = office === 'recorder' ? `，再发送：/任职 ${name} 记录员 推荐 日期` : '';
      return `${officeTitle(office)}现由${by}同志担任，请先免职：/免职 ${by} ${officeTitle(office)}${then}。这一条`;
    }
    case 'incompatible':
      return `${name}同志现任${officeTitle(refusal.with)}，不能兼任${officeTitle(office)}，请另定一人或先免去原职：/免职 ${name} ${officeTitle(refusal.with)}。这一条`;
  }
}

/** 变动: one dated line for each change, oldest first. */
export function historyText(changes: readonly DatedChange[], view: View): readonly string[] {
  if (changes.length === 0) return [];
  return [
    '变动：',
    ...changes.map(
      (change) =>
        `${fullDate(change.on, view.today)} ${changeTitle(change, view.rulebook)}${decidedText(change, view)}`,
    ),
  ];
}

/** （#5，赵敏登记，李强认定） */
function decidedText({ decided }: DatedChange, { rulebook }: View): string {
  if (decided === null) return '';
  const { number, proposer, ruler } = decided;
  return `（#${number}，${personTitle(proposer, rulebook)}登记，${personTitle(ruler, rulebook)}认定）`;
}

export const departedSentences: Sentences<DepartedSays> = {
  departed: ({ person, on, how }, { rulebook, today }) => {
    const left = how.kept === null ? '离开本支部' : departureTitle(how.kept);
    return `\n说明：${personTitle(person, rulebook)}${fullDate(on, today)}已${left}。`;
  },
  goneThen: ({ person, last, ...span }, { rulebook }) => {
    const [what, instead] =
      span.quarter === null ? ['这一年', `${last}年或者更早的年份`] : ['这一季度', '更早的季度或者年份'];
    return `${personTitle(person, rulebook)}${yearOrQuarter(span)}已不在本支部，没有${what}的内容。请写${instead}。`;
  },
  namesakesLeft: ({ persons }, { rulebook }) => {
    const [first] = persons.kept;
    const whom = persons.kept.length === 1 ? '一位' : `${persons.kept.length}位`;
    const names = persons.kept.map((person) => `“${personTitle(person, rulebook)}”`).join('');
    return `\n说明：还有${whom}${first?.name ?? ''}已不在本支部，要看的请把姓名写作${names}。`;
  },
};

/** 张三 机关党员 支委 第一小组 2025年1月1日(周三)到本支部 103分 */
function lineText(line: RegisterLine, part: RegisterPart, view: View): string {
  const category = `${categoryTitle(line.category, view.rulebook)}${line.probationary ? '（预备）' : ''}`;
  const scored = line.total === null ? '' : `${line.total}分${line.probationary ? '（供参考）' : ''}`;
  return [
    line.person.name,
    part.part === 'category' && !line.probationary ? '' : category,
    officesTitle(line.offices),
    line.group ?? '',
    line.joinedOn === null ? '' : `${fullDate(line.joinedOn, view.today)}到本支部`,
    line.exempt ? '不列入考核' : scored,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

export const registerSentences: Sentences<RegisterSays> = {
  awayTooEarly: ({ on, most }, { today }) =>
    `没有登记：${fullDate(on, today)}早于${most}天以前，补登记不能追溯这么久，请写较近的日期；以前的缺席由认定人听取说明后决定。`,
  diedBefore: ({ name, category, leftOn }, { rulebook, today }) => {
    const label = categoryTitle(category, rulebook);
    return `名册上的${name}同志已登记为去世（${fullDate(leftOn, today)}），这一次没有登记。去世登记错了的，请写会议日期，经认定后恢复：/党员 转入 ${name} ${label} 会议 ${monthAndDay(today)}\n另有其人的，请写上党小组以示区别：/党员 添加 ${name} ${label} 小组 第一小组`;
  },
  memberWitnesses: ({ person }, { rulebook }) =>
    `${personTitle(person, rulebook)}是党员，本来就能作证明，不必列为群众。`,
  nameTaken: ({ person, own }, { rulebook }) =>
    own
      ? `没有变化：名册上就是${person.name}。`
      : `没有登记：名册上另有${personTitle(person, rulebook)}，改成同一个姓名就分不开了。请先写明党小组，例：/党员 小组 ${personTitle(person, rulebook)} 第二小组`,
  noMass: ({ person, kind }, { rulebook }) =>
    `${personTitle(person, rulebook)}不是群众，没有办理。${kind === 'member' ? `党员转出请发送：/党员 转出 ${personTitle(person, rulebook)}` : '看群众名单请发送：/群众'}`,
  notPutRight: ({ person, field, why }, { rulebook, today }) => {
    const name = personTitle(person, rulebook);
    return why === 'ruled'
      ? `没有登记：使用机器人以后的转正要经认定，请发送：/党员 转正 ${name} ${monthAndDay(today)}`
      : `没有登记：${name}同志在这一天以前已在本支部登记，不能由此移出考核年度。记错了的请写更早的${fieldTitles[field]}，例：/党员 修改 ${name} ${fieldTitles[field]} 2019-03-15；组织关系确有变动的，请用“/党员 转出”“/党员 转入”办理。`;
  },
  putRight: ({ person, field, before, after }, view) => {
    const [was, is] = [before, after].map(({ kept }) =>
      particularText(field, kept, (date) => partyDay(date)),
    );
    const name = `${personTitle(person.kept, view.rulebook)}同志`;
    if (before.kept === after.kept) return `没有变化：${name}${fieldTitles[field]}原已是${is ?? ''}。`;
    if (before.kept === null) return `已登记：${name}${fieldTitles[field]}为${is ?? ''}。`;
    if (after.kept === null) return `已登记：${name}${fieldTitles[field]}不再填写（原为${was ?? ''}）。`;
    return `已登记：${name}${fieldTitles[field]}由${was ?? ''}改为${is ?? ''}。`;
  },
  register: ({ part, year, lines: { kept: lines } }, view) =>
    lines.length === 0
      ? `台账里没有${partTitle(part, view.rulebook)}。`
      : [
          `${partTitle(part, view.rulebook)}台账（${lines.length}人，积分为${year}年）：`,
          ...lines.map((line) => lineText(line, part, view)),
        ].join('\n'),
  registerCounts: ({ counts: { kept: counts } }, view) => {
    const ofClass = (inService: boolean, title: string): readonly string[] => {
      const kinds = counts.categories.filter((one) => one.inService === inService && one.members > 0);
      const total = kinds.reduce((sum, { members }) => sum + members, 0);
      const each = kinds.map(
        ({ category, members }) => `${categoryTitle(category, view.rulebook)}${members}人`,
      );
      return [`${title}${total}人${inService && each.length > 0 ? `：${each.join('、')}` : ''}`];
    };
    return [
      `党员台账（${counts.members}人）：`,
      ...ofClass(true, '在职党员'),
      ...ofClass(false, '离退休党员'),
      ...(counts.probationary > 0 ? [`其中预备党员${counts.probationary}人`] : []),
      ...(counts.exempt > 0 ? [`其中不列入考核${counts.exempt}人`] : []),
      '看一类的名单请写类别，例：/台账 在职',
    ].join('\n');
  },
  renamed: ({ was, name, namesakes }, { rulebook }) =>
    `已登记：${personTitle(was, rulebook)}同志改名为${name}，积分、记录和账号照旧；已经公示的不改。${namesakes.length === 0 ? '' : `名册上另有${personTitles(namesakes, rulebook)}，请核对是否写错。`}`,
};
