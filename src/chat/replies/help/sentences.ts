import type { HelpRow, HelpSays } from '../../../app/help/says.js';
import { whom } from '../door/sentences.js';
import { itemText, rulebookText } from '../rulebook/topics.js';
import { settingLines, topicText } from '../rulebook/readings.js';
import type { Sentences } from '../sentences.js';

const subjectTitles: Readonly<Record<string, string>> = {
  points: '积分',
  attendance: '活动与考勤',
  rulings: '认定',
  life: '组织生活',
  papers: '表册文件',
  year: '年度考核',
  appraisal: '民主评议',
  upkeep: '运行与数据',
  objections: '异议与监督',
  dues: '党费',
  veto: '一票否决',
  roster: '名册与账号',
  notices: '公示',
  actions: '发挥作用',
  care: '关怀',
  rulebook: '细则',
  help: '帮助',
};

/** What a day is made of; those of them that the reader may use come first, in this order. */
const everyday = [
  '待办',
  '加分',
  '减分',
  '活动',
  '点名',
  '结束',
  '党费',
  '请假',
  '签到',
  '积分',
  '明细',
  '申报',
];
const mostEveryday = 6;
/** More fit no screen one by one. */
const mostInFull = 14;

const rowText = ({ name, summary }: HelpRow): string => `/${name} ${summary}`;

/** 【积分】/加分 /减分: the commands of each subject; `rows` come sorted by subject. */
function subjectLines(rows: readonly HelpRow[]): readonly string[] {
  return [...new Set(rows.map(({ subject }) => subject))].map((subject) => {
    const names = rows.filter((row) => row.subject === subject).map(({ name }) => `/${name}`);
    return `【${subjectTitles[subject] ?? '其他'}】${names.join(' ')}`;
  });
}

/** One screen: what a day is made of, then all by subject. */
function overviewLines(rows: readonly HelpRow[]): readonly string[] {
  if (rows.length <= mostInFull) return rows.map(rowText);
  const daily = everyday.flatMap((name) => rows.find((row) => row.name === name) ?? []);
  return [...daily.slice(0, mostEveryday).map(rowText), ...subjectLines(rows)];
}

/** The subject of 考勤, 名册 or 年度: what a title says, or a part of it. */
export function subjectNamed(text: string): string | undefined {
  if (text.length < 2) return undefined;
  return Object.entries(subjectTitles).find(([, title]) => title.includes(text))?.[0];
}

/** One line behind its title, several below it. */
function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 1 ? [`${title}：${lines.join('')}`] : [`${title}：`, ...lines];
}

/** 汇总：考核记录员、书记: each step with those who may take it, where they are not all the same */
function whoLines(who: HelpSays['command']['who']): readonly string[] {
  if (who.length === 1) return who.map(({ who: whose }) => whom(whose));
  return who.map(({ who: whose, steps }) => `${steps.join('、')}：${whom(whose)}`);
}

export const helpSentences: Sentences<HelpSays> = {
  command: ({ summary, aliases, usages, examples, who, note }) =>
    [
      summary,
      ...titled('用法', usages),
      ...(aliases.length > 0 ? [`也可写：${aliases.map((name) => `/${name}`).join('、')}`] : []),
      ...titled('例', examples),
      ...titled('谁可以办', whoLines(who)),
      ...(note === null ? [] : [note]),
    ].join('\n'),
  item: ({ item }, view) => itemText(item, view),
  overview: ({ rows, stranger }) =>
    [
      stranger ? '您的账号还没有对应到名册上的人，请先绑定。您现在可以办：' : '您可以办的事：',
      ...overviewLines(rows),
      '写法和例子请发送“/帮助 命令”，例：/帮助 请假',
    ].join('\n'),
  rulebook: (origin, view) => rulebookText(origin, view),
  settings: ({ settled }, view) =>
    [
      '本支部的选择：',
      ...settingLines(settled, view),
      '要改的，由记录员、书记或副书记发送，例：/细则 公示方式 公示栏、/细则 签到 关；由另一位同志认定后执行。',
    ].join('\n'),
  topic: ({ topic }, { rulebook }) => topicText(topic, rulebook),
  unknownCommand: ({ typed }) => `没有“/${typed}”这个命令。发送“/帮助”可查看您能办的事。`,
};
