import type { RulebookSays } from '../../../app/rulebook/says.js';
import { fullDate, fullDateTime } from '../../../words/dates.js';
import { readingMeaning, settingTitle, settingValueTitle } from '../../../words/readings.js';
import { passedOn } from '../rulings/matters.js';
import { fileProblemsText } from './problems.js';
import type { Sentences } from '../sentences.js';
import {
  unknownItemsText,
  unreadableText,
  wordingLines,
  wordingMeaning,
  wordingProblemsText,
} from './wording.js';

/** Printed at start for the operator. */
export function otherRulebookLine(facts: {
  readonly branch: string;
  /** Branches that go by the same, this one included. */
  readonly count: number;
  readonly inForce: string;
  readonly configured: string;
}): string {
  const { branch, count, inForce, configured } = facts;
  return `支部“${branch}”${count > 1 ? `等${count}个支部` : ''}按细则${inForce}执行；设置中的细则是${configured}，不影响本支部。如要改用，请先经会议通过，再由记录员或书记发送“/细则 采用 会议 日期”并附上细则文件。`;
}

/** Why start-up ends: one version, two contents. */
export function changedRulebookText(file: string, branch: string, version: string): string {
  return [
    `细则文件 ${file} 有误：`,
    `  version：支部“${branch}”已按版本${version}执行，而这个文件的内容与当时不同。`,
    '  请恢复原文件；要修改内容，请另存为新文件，换一个版本号（version），把旧版本号写进 supersedes，经会议通过后用“/细则 采用”启用。',
  ].join('\n');
}

/** 公示方式由“群内”改为“公示栏” */
function changeText({ setting, from, to }: Settled): string {
  return `${settingTitle(setting)}由“${settingValueTitle(from)}”改为“${settingValueTitle(to)}”`;
}

type Settled = Pick<RulebookSays['readingProposed'], 'setting' | 'from' | 'to'>;

export const rulebookSentences: Sentences<RulebookSays> = {
  adopted: ({ version, title, meetingOn, fromYear }, { today }) =>
    `经${fullDate(meetingOn, today)}会议通过并认定：本支部自${fromYear}年起执行细则“${title}”（版本${version}），以前年度的积分不变。发送“/细则”可查看。`,
  adoptedAbove: ({ branch, number, version, title, meetingOn, fromYear }, { today }) =>
    `${branch}已采用细则“${title}”（版本${version}）：${fullDate(meetingOn, today)}会议通过，#${number} 认定，自${fromYear}年起执行，以前年度的积分不变。`,
  badFile: ({ name, problems, most }) =>
    [
      `没有登记：细则文件“${name}”有误：`,
      ...fileProblemsText(problems, most),
      '请改正后重新发送；也可在服务器上用“npm run rulebook -- 文件”先检查。',
    ].join('\n'),
  categoriesMissing: ({ version, missing }, { rulebook }) => {
    const labels = missing.map((id) => rulebook.categories.find((known) => known.id === id)?.label ?? id);
    return `没有登记：名册上有${labels.map((label) => `“${label}”`).join('、')}的党员，而细则${version}里没有${missing.length > 1 ? '这些类别' : '这个类别'}（${missing.join('、')}）。请在文件的 categories 里保留，或先用“/党员 调整 姓名 类别”调整。`;
  },
  knownVersion: ({ version, fromYear, running }) =>
    running
      ? `没有登记：版本${version}已在执行。内容有修改的，请换一个版本号（version）。`
      : `没有登记：版本${version}已经采用，自${fromYear}年起执行。内容有修改的，请换一个版本号（version）。`,
  meetingMissing: () =>
    '没有登记：采用细则须经会议通过，请写明会议日期并附上细则文件，例：/细则 采用 会议 11月20日',
  notAFile: ({ name }) => `没有登记：“${name}”不是细则文件，请附上YAML格式的文件，例：2026细则.yaml`,
  oneFile: ({ meetingOn }, { today }) =>
    `没有登记：请在这一条里附上一个细则文件（YAML格式），再发送：/细则 采用 会议 ${fullDate(meetingOn, today)}`,
  proposed: ({ number, version, title, meetingOn, fromYear, seat }, { today }) =>
    `已登记 #${number}：采用细则“${title}”（版本${version}），会议日期${fullDate(meetingOn, today)}，${passedOn(seat)}。认定后自${fromYear}年起执行，以前年度的积分不变。`,
  readingAbove: ({ branch, number, ...settled }) =>
    `${branch}报告：${changeText(settled)}（#${number} 认定），即日起${readingMeaning(settled.setting, settled.to)}。`,
  readingAlready: ({ setting, to }) =>
    `没有登记：${settingTitle(setting)}现在就是“${settingValueTitle(to)}”，不必再改。`,
  readingProposed: ({ number, seat, ...settled }) =>
    `已登记 #${number}：${changeText(settled)}，${passedOn(seat)}。认定后即执行：${readingMeaning(settled.setting, settled.to)}。`,
  readingSettled: ({ setting, to }) =>
    `经认定，本支部${settingTitle(setting)}改为“${settingValueTitle(to)}”：${readingMeaning(setting, to)}。`,
  readingWaits: ({ setting, number }) =>
    `没有登记：${settingTitle(setting)}的改动已登记为 #${number}，正在等待认定。要换一种请先发送“/撤回 ${number}”。`,
  waits: ({ version, number }) =>
    `没有登记：版本${version}已登记为 #${number}，正在等待认定。要换文件请先“/撤回 ${number}”。`,
  wordingAlready: ({ name }) => `没有登记：“${name}”的各项与现在的写法相同，不必再改。`,
  wordingAwaited: ({ until }, { today }) =>
    `请在5分钟内（${fullDateTime(until, today)}前）发送考核表附件（.docx，一个文件）。`,
  wordingFileMissing: () => '没有登记：请把考核表附件（.docx，一个文件）和这一条一起发送：/细则 原文',
  wordingFound: ({ before, after, unknown }) =>
    [
      '附件里读到的各项，与现在的写法对照：',
      ...(unknown.length > 0 ? [unknownItemsText(unknown)] : []),
      ...wordingLines(before, after),
    ].join('\n'),
  wordingProposed: ({ number, count, seat }) =>
    `已登记 #${number}：附件里第1至${count}项的原文都已读到，${passedOn(seat)}。${wordingMeaning}。`,
  wordingRefused: ({ name, problems }) =>
    [`没有登记：“${name}”还不能用：`, ...wordingProblemsText(problems), '改好后请重新发送：/细则 原文'].join(
      '\n',
    ),
  wordingUnreadable: ({ name, why }) =>
    `没有登记：${unreadableText(name, why)}\n改好后请重新发送：/细则 原文`,
  wordingWaits: ({ number }) =>
    `没有登记：上一份附件已登记为 #${number}，正在等待认定。要换一份请先发送“/撤回 ${number}”。`,
};
