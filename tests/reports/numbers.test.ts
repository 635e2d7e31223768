import { expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import type { ReportOrder } from '../../src/app/ports/papers.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import { makePapers } from '../../src/forms/make.js';
import { badXml, documentsOf, partOf, rowsOfDocx, wordsOfDocx } from '../support/papers/office.js';
import { branchOf, fileOf, inputOf } from './scene.js';

const { rulebook } = await loadRulebook('rulebooks/2018.yaml');
const year: ReportOrder = { paper: 'report', report: 'year', year: 2026 };
const firstHalf: ReportOrder = { paper: 'report', report: 'half', year: 2026, half: 1 };
const category: ReportOrder = { paper: 'report', report: 'category', year: 2026 };

/** Entries of one side and of deeds in 2026 that nothing reversed, of members who are scored: by hand. */
function standing(facts: Facts, side: 'bonus' | 'deduction', first = '2026-01-01', last = '2026-12-31') {
  const all = facts.all('entry');
  return all.filter((entry) => {
    const person = facts.get('person', entry.member);
    return (
      entry.side === side &&
      entry.reverses === null &&
      !all.some(({ reverses }) => reverses === entry.seq) &&
      entry.deedOn >= first &&
      entry.deedOn <= last &&
      person?.exempt === false &&
      person.category !== 'retired'
    );
  });
}

/** The row that begins so in the table whose title this is. */
function rowIn(rows: readonly (readonly string[])[], title: string, name: string): readonly string[] {
  const table = rows.findIndex((row) => row.length === 1 && row[0] === title);
  const end = rows.findIndex((row, at) => at > table && row.length === 1);
  const found = rows.slice(table, end === -1 ? undefined : end).find(([first]) => first === name);
  if (table === -1 || found === undefined) throw new Error(`no ${name} in ${title}`);
  return found;
}

it.each([3, 12, 60])('%i members: the numbers of the year are those of the rows', async (size) => {
  const facts = branchOf(size, rulebook);
  const bytes = await fileOf(facts, rulebook, year, '2027-01-05');
  const rows = rowsOfDocx(bytes);
  expect(badXml(bytes)).toEqual([]);
  expect(rowIn(rows, '党员分类别人数', '合计')[1]).toBe(String(size));

  for (const [side, name, sign] of [
    ['bonus', '加分', '+'],
    ['deduction', '减分', '−'],
  ] as const) {
    const entries = standing(facts, side);
    if (entries.length === 0) continue;
    const sum = Math.abs(entries.reduce((total, { points }) => total + points, 0));
    const persons = new Set(entries.map(({ member }) => member)).size;
    expect(rowIn(rows, `${name}情况（按项目）`, '合计')).toEqual([
      '合计',
      String(entries.length),
      '100%',
      String(persons),
      `${sign}${String(sum)}`,
    ]);
  }
  const eights = standing(facts, 'bonus').filter(({ item }) => item === 8);
  expect(rowIn(rows, '加分情况（按项目）', '第8项“公益活动”')[1]).toBe(String(eights.length));

  const held = facts.all('activity').filter(({ at, state }) => state === 'closed' && at.startsWith('2026'));
  const register = held.flatMap(({ id }) => facts.of('attendance', id));
  const present = register.filter(({ presence }) => presence === 'present').length;
  const all = rowIn(rows, '到会情况（按类型）', '合计');
  expect(all.slice(0, 4)).toEqual(['合计', String(held.length), String(register.length), String(present)]);
  expect(all[5]).toBe(String(register.length - present));

  const paid = facts.all('dues').filter(({ month }) => month.startsWith('2026')).length;
  expect(rowIn(rows, '党费登记', '合计（10个月）').slice(1)).toEqual([
    String(paid),
    String(10 * size - paid),
  ]);
  const acted = facts.all('action').filter(({ on }) => on.startsWith('2026'));
  expect(rowIn(rows, '发挥作用登记', '合计')[1]).toBe(String(acted.length));
  const visits = facts.all('care').filter(({ kind }) => kind === 'visit').length;
  expect(rowIn(rows, '走访和慰问', '走访')[1]).toBe(String(visits));
});

it.each([3, 12, 60])('%i members: the half year counts its own months', async (size) => {
  const facts = branchOf(size, rulebook);
  const rows = rowsOfDocx(await fileOf(facts, rulebook, firstHalf, '2026-07-02'));
  const entries = standing(facts, 'bonus', '2026-01-01', '2026-06-30');
  expect(rowIn(rows, '加分情况（按项目）', '合计')[1]).toBe(String(entries.length));
  const before = standing(facts, 'bonus', '2025-07-01', '2025-12-31');
  expect(rowIn(rows, '本期与上一个半年对比', '加分笔数').slice(1, 3)).toEqual([
    `${String(entries.length)}笔`,
    `${String(before.length)}笔`,
  ]);
  expect(rowIn(rows, '组织生活开展次数', '主题党日')).toEqual(['主题党日', '每月一次', '6次', '5次', '6月']);
});

it.each([3, 12, 60])(
  '%i members: by category nobody stands alone, and the rows make up the total',
  async (size) => {
    const facts = branchOf(size, rulebook);
    const rows = rowsOfDocx(await fileOf(facts, rulebook, category, '2027-01-05'));
    const start = rows.findIndex(([first]) => first === '各类别积分');
    const end = rows.findIndex(([first], at) => at > start && first === '合计');
    const lines = rows.slice(start + 2, end);
    for (const [, count, scored] of lines) {
      expect(Number(count)).toBeGreaterThan(1);
      expect(scored).not.toBe('1');
    }
    const total = rows[end] ?? [];
    const expected = standing(facts, 'bonus').length;
    expect(total[4]).toBe(String(expected));
    if (lines.length > 0) expect(lines.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(expected);
  },
);

it('GIVEN names that look like formulas and markup THEN they are text', async () => {
  const bytes = await fileOf(branchOf(3, rulebook), rulebook, year, '2027-01-05');
  const words = wordsOfDocx(bytes);
  expect(words).toContain('=HYPERLINK("http://x")同志，2026年3月15日');
  expect(words).toContain('主动帮助群众<解决>难题&带动身边人');
  expect(badXml(bytes)).toEqual([]);
});

it('only chosen examples name anybody; no reason, no care and nothing removed is shown', async () => {
  const facts = branchOf(60, rulebook);
  const told = new Set([2, 4].map((number) => facts.get('matter', number)?.subject));
  for (const order of [year, firstHalf, category]) {
    const bytes = await fileOf(facts, rulebook, order, '2027-01-05');
    const words = `${wordsOfDocx(bytes)}${partOf(bytes, 'word/document.xml')}`;
    for (const { id, name } of facts.all('person'))
      if (!told.has(id))
        expect(
          words
            .replaceAll(/党员\d+人/gu, '')
            .split(name)
            .slice(1)
            .filter((rest) => !/^\d/u.test(rest)),
        ).toEqual([]);
    for (const secret of ['秘密的家事', '做了一件事', '作废的做法', '已更正的事'])
      expect(words).not.toContain(secret);
    expect(words).not.toContain('抵制歪风');
    expect(new Set(words.match(/第\d+件事/gu))).toEqual(new Set(['第2件事']));
  }
});

it('the same order, facts and day give the same bytes', async () => {
  const make = () => makePapers(category, inputOf(branchOf(12, rulebook), rulebook, '2027-01-05'));
  const files = await make();
  expect(documentsOf(files)).toHaveLength(1);
  expect(await make()).toEqual(files);
});
