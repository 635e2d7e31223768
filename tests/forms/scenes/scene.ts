/** A branch on a real file, its points entered and ruled through the chat, and what a form may look at. */
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';
import type { Facts } from '../../../src/domain/branch/facts.js';
import type { Rulebook } from '../../../src/domain/rulebook/schema.js';
import { renderDocx } from '../../../src/forms/docx/render.js';
import type { PaperInput } from '../../../src/forms/input.js';
import { summaryDocument, summaryTable } from '../../../src/forms/summary.js';
import type { SummaryOrder } from '../../../src/forms/summary/lines.js';
import { renderXlsx } from '../../../src/forms/xlsx/render.js';
import { chineseWorkingDays } from '../../../src/jobs/working-days.js';
import { openBranch, type TestBranch } from '../../support/branch/test-branch.js';

export const { rulebook } = await loadRulebook('rulebooks/2018.yaml');

/** What somebody could be called who tries the spreadsheet and the page. */
export const formulaName = '=HYPERLINK("http://x")';
export const markupName = '<b>&';

const known = [
  '张三',
  '王芳',
  '古丽娜尔·买买提明',
  '欧阳若兰',
  formulaName,
  markupName,
  '周涛',
  '丁一',
  '吴霞',
];

export function namesFor(size: number): readonly string[] {
  const others = Array.from({ length: Math.max(0, size - 3) }, (_, at) => known[at] ?? `陈${numeral(at)}`);
  return ['李强', '赵敏', '钱进', ...others];
}

const numerals = '甲乙丙丁戊己庚辛壬癸';

function numeral(at: number): string {
  return `${numerals[Math.floor(at / 10) % 10] ?? ''}${numerals[at % 10] ?? ''}`;
}

const offices = { 李强: ['secretary'], 赵敏: ['recorder'], 钱进: ['deputySecretary'] } as const;

export interface Scene {
  readonly branch: TestBranch;
  readonly facts: () => Facts;
  readonly input: (today: string) => PaperInput;
  /** Enters a line with a picture as material, and has it confirmed. @returns its number */
  readonly confirmed: (line: string, by?: string) => Promise<number>;
}

export async function openScene(size: number, startAt = '2026-08-10T09:00:00'): Promise<Scene> {
  const cast = Object.fromEntries(
    namesFor(size).map((name) => [
      name,
      { offices: Object.hasOwn(offices, name) ? offices[name as '李强'] : [] },
    ]),
  );
  const branch = await openBranch(cast, startAt);
  const facts = (): Facts => branch.bot.store.snapshot(branch.id).facts;
  return {
    branch,
    facts,
    input: (today) => inputOf(facts(), today),
    confirmed: async (line, by = '李强') => {
      const number = facts().next('matter');
      await branch.say('赵敏', line, 'private', ['材料.jpg']);
      await branch.say(by, `/确认 ${number} 会议 8月9日 已听取`, 'private');
      const state = facts().get('matter', number)?.state;
      if (state !== 'confirmed') throw new Error(`${line}: ${String(state)}`);
      return number;
    },
  };
}

export function inputOf(facts: Facts, today: string, rules: Rulebook = rulebook): PaperInput {
  return {
    facts,
    rulebookOf: () => rules,
    workingDays: chineseWorkingDays(),
    today,
    content: () => Promise.resolve(undefined),
  };
}

/** Bonuses and deductions for most, one past the base, one corrected; a veto where there are people to vote on it. */
export async function fill(scene: Scene, size: number): Promise<void> {
  const plain = namesFor(size).filter((name) => /^\p{L}/u.test(name) && !Object.hasOwn(offices, name));
  await scene.confirmed('/加分 李强 8 周末到社区帮老人买药', '钱进');
  await scene.confirmed('/加分 钱进 13 市级 优秀共产党员');
  for (const [at, name] of plain.entries()) {
    if (at % 2 === 0) await scene.confirmed(`/加分 ${name} 8 献血`);
    if (at % 3 === 0) await scene.confirmed(`/减分 ${name} 15 强烈 擅自离岗`);
  }
  const [past, vetoed] = plain;
  if (past === undefined || vetoed === undefined) return;
  const wrong = await scene.confirmed(`/加分 ${past} 7 建议被采纳`);
  await scene.branch.say('赵敏', `/更正 ${wrong} 登记重复`, 'private');
  await scene.branch.say('钱进', `/确认 ${wrong + 1}`, 'private');
  for (const day of [1, 2, 3]) await scene.confirmed(`/减分 ${past} 22 留党察看 处分决定 日期 8月${day}日`);
  await scene.confirmed(`/加分 ${vetoed} 8 献血`);
  await veto(scene, vetoed, size);
}

async function veto({ branch, facts }: Scene, name: string, size: number): Promise<void> {
  const number = facts().next('matter');
  const lines = [
    ['李强', `/否决 ${name} 6 在群众中影响恶劣`],
    ['李强', `/听取 ${number} 本人放弃`],
    ['李强', `/表决 ${number} 赞成 ${size} 反对 0 弃权 0`],
    ['钱进', `/确认 ${number} 已听取`],
  ] as const;
  for (const [who, line] of lines)
    await branch.say(who, line, 'private', line.startsWith('/否决') ? ['材料.jpg'] : []);
  const state = facts().get('matter', number)?.state;
  if (state !== 'confirmed') throw new Error(`veto ${String(state)}`);
}

/** Both files of the table, without the pictures of its pages, which cost most. */
export async function summaryOf(input: PaperInput, order: SummaryOrder) {
  return {
    docx: await renderDocx(summaryDocument(input, order), input.today),
    xlsx: await renderXlsx([summaryTable(input, order)], input.today),
  };
}
