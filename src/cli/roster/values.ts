/** Reads single cells: name, category, offices, group, phone. Gives a value, or a sentence with the right form. */
import { distance } from 'fastest-levenshtein';
import {
  hiddenIn,
  longestName,
  lookalikeIn,
  tidyName,
  untitled,
  whyNoName,
} from '../../domain/roster/names.js';
import type { RosterKind, RosterOffice } from './row.js';
import { right, shown, wrong, type Cell, type Read } from '../sheets/sheet.js';
import { officeLabels, officeNamed, probationaryLabel } from '../../words/roster.js';

/** Categories of members (SPEC §5); a rulebook may name others. 预备党员 is a shorthand and comes below. */
export const memberCategories: readonly string[] = [
  '领导干部党员',
  '党务干部党员',
  '机关党员',
  '事业党员',
  '窗口党员',
  '新党员',
  '离退休党员',
];

const kinds: Readonly<Record<string, RosterKind>> = { 群众: 'mass', 上级: 'superior', 工委: 'inspector' };

/** The values of 类别, in the template's order. */
export function categoryLabels(categories: readonly string[]): readonly string[] {
  return [...categories, probationaryLabel, ...Object.keys(kinds)];
}

/** Drops blanks that pad two characters to the width of three (“张 三”). */
export function readName(cell: Cell): Read<string> {
  const written = tidyName(cell.kind === 'text' ? cell.text : shown(cell));
  const name = written.replace(/(?<=[\p{Script=Han}·])\s+(?=[\p{Script=Han}·])/gu, '');
  const why = whyNoName(name);
  switch (why) {
    case undefined:
      return right(name);
    case 'empty':
      return wrong('姓名是空的，请填写。');
    case 'tooLong':
      return wrong(`姓名超过${longestName}个字，请核对。`);
    case 'hidden':
      return wrong(hiddenSentence(hiddenIn(name) ?? ''));
    case 'titled':
      return wrong(`“${name}”请只写姓名，不带“同志”，如 ${untitled(name)}。`);
    case 'nickname':
      return wrong(`“${name}”像是称呼，请写身份证上的姓名。`);
    case 'keyword':
      return wrong(`“${name}”是机器人用的词，不作姓名，请核对。`);
    case 'lookalike':
      return wrong(
        `“${name}”里的“${lookalikeIn(name) ?? ''}”不是汉字、字母或0至9，只是看起来像，请重新输入。`,
      );
    case 'several':
    case 'notLetters':
      return wrong(strangeSentence(name));
  }
}

function strangeSentence(name: string): string {
  const foreign = /[^\p{L}\p{M}\p{Nd}·]/u.exec(name)?.[0];
  if (foreign === undefined) return `“${name}”不像姓名，请填写文字。`;
  return foreign.trim() === ''
    ? `“${name}”中间有空格，请去掉，或改成“·”。`
    : `“${name}”里有“${foreign}”，姓名只写文字和“·”；区分同名请填党小组或手机。`;
}

function hiddenSentence(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /\p{Co}/u.test(character)
    ? `姓名里有只在本机能显示的造字（编码 ${code}），请改用标准字。`
    : `姓名里有看不见的字符（编码 ${code}），请删去后重新输入。`;
}

interface ReadCategory {
  readonly kind: RosterKind;
  readonly category: string | null;
  readonly probationary: boolean;
}

export function readCategory(cell: Cell, categories: readonly string[]): Read<ReadCategory> {
  const text = compact(cell);
  const kind = kinds[text];
  if (kind !== undefined) return right({ kind, category: null, probationary: false });
  if (text === probationaryLabel) return right({ kind: 'member', category: '新党员', probationary: true });
  if (categories.includes(text)) return right({ kind: 'member', category: text, probationary: false });
  const labels = categoryLabels(categories);
  const allowed = labels.join('、');
  const nearest = nearestOf(labels, text);
  if (text === '') return wrong(`类别是空的，请填：${allowed}。`);
  if (nearest === undefined) return wrong(`没有“${text}”这一类别，请填：${allowed}。`);
  return wrong(`没有“${text}”这一类别，是不是“${nearest}”？可填：${allowed}。`);
}

/** The likely intention: 机关 and 退休党员, but not 在职党员, which may be several. */
function nearestOf(labels: readonly string[], text: string): string | undefined {
  const stem = text.replace(/党员$|人员$/u, '');
  if (stem === '') return undefined;
  const near = [
    labels.filter((label) => label.includes(text)),
    labels.filter((label) => distance(label, `${stem}党员`) <= 1),
  ];
  return near.find(({ length }) => length === 1)?.[0];
}

/** Several are separated by 、 or a comma, a slash, a semicolon or blanks. */
export function readOffices(cell: Cell): Read<readonly RosterOffice[]> {
  const words = shown(cell)
    .normalize('NFKC')
    .split(/[、,,/;;\s]+/u)
    .filter((word) => !['', '无', '-'].includes(word));
  const offices = new Set<RosterOffice>();
  for (const word of words) {
    const office = officeNamed(word);
    if (office === undefined) {
      const allowed = officeLabels.join('、');
      return wrong(`“${word}”不是支部职务，请填：${allowed}；行政职务请写在“备注”。`);
    }
    offices.add(office);
  }
  return right([...offices]);
}

export function readGroup(cell: Cell): Read<string> {
  const text = compact(cell);
  if (/[\p{C}]/u.test(text)) return wrong('党小组名称里有看不见的字符，请删去后重新输入。');
  if (Array.from(text).length > longestName)
    return wrong(`党小组名称超过${longestName}个字，请写简称，如 第一小组。`);
  return right(text);
}

/** Excel keeps a typed number as a number: read 13800138000 as well as “138 0013 8000”. */
export function readPhone(cell: Cell): Read<string> {
  const written = shown(cell);
  const digits = written
    .normalize('NFKC')
    .replace(/[\s-]/gu, '')
    .replace(/^\+?86(?=\d{11}$)/u, '');
  if (/^\d(\.\d+)?E\+\d+$/iu.test(digits))
    return wrong(`“${written}”被 Excel 缩写了，请把这一列设为“文本”后重新填写11位手机号。`);
  if (!/^1\d{10}$/u.test(digits)) return wrong(`“${written}”不是11位手机号，请核对，如 13800138000。`);
  return right(digits);
}

function compact(cell: Cell): string {
  return shown(cell).normalize('NFKC').replace(/\s/gu, '');
}

export function readGender(cell: Cell): Read<string> {
  const text = compact(cell);
  return text === '男' || text === '女' ? right(text) : wrong(`“${text}”请写男或女。`);
}

/** 汉, 汉族 */
export function readEthnicity(cell: Cell): Read<string> {
  const text = compact(cell);
  return right(text.endsWith('族') ? text : `${text}族`);
}

const longestShortText = 100;

export function readShortText(cell: Cell): Read<string> {
  const text = shown(cell).trim();
  return Array.from(text).length > longestShortText
    ? wrong(`超过${longestShortText}个字，请写要点。`)
    : right(text);
}
