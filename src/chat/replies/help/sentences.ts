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

/** 【积分】 and its commands, one a line; `rows` come sorted by subject. */
function sections(rows: readonly HelpRow[]): readonly string[] {
  return rows.flatMap((row, index) => {
    const line = `/${row.name} ${row.summary}`;
    const title = subjectTitles[row.subject] ?? '其他';
    return rows[index - 1]?.subject === row.subject ? [line] : [`【${title}】`, line];
  });
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
      ...sections(rows),
      '写法和例子请发送“/帮助 命令”，例：/帮助 积分',
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
