import { describe, expect, it } from 'vitest';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { summaryFiles } from '../../src/forms/summary.js';
import { entry, factsWith, member } from '../support/branch-facts.js';
import { documentsOf, rowsOfDocx } from '../support/office.js';
import { xlsxRows } from './scenes/read-back.js';
import { inputOf, rulebook, summaryOf } from './scenes/scene.js';

describe('the sums', () => {
  const people = [1, 2, 3].map((id) => member(id, `甲${id}`));
  const capped = { ...rulebook, scoring: { ...rulebook.scoring, bonusCap: 20 } };
  const past = entry(2, { item: 22, grade: 'probation', side: 'deduction', points: -110 });
  const veto: Change = put('matter', {
    ...{ kind: 'veto', number: 9, state: 'confirmed', subject: 2, proposer: 1, appointments: 0 },
    ...{ openedAt: '2026-09-01T09:00:00', deedOn: '2026-08-20', drafted: false, ground: 6 },
    ...{ reason: '不公开', hearing: null, vote: null, since: null },
  });
  const start = '注：综合得分的合计为各人得分之和';
  it.each<[string, readonly Change[], Rulebook, readonly string[]]>([
    ['all counts', [entry(1), entry(3, { member: 2, side: 'deduction', points: -3 })], rulebook, []],
    ['deductions go past the base', [past], rulebook, [`${start}，超出基础分的减分不计算。`]],
    ['bonuses go past the limit', [entry(1, { points: 30 })], capped, [`${start}，超出上限的加分不计算。`]],
    ['somebody is vetoed', [veto], rulebook, [`${start}，一票否决的按0分计。`]],
    [
      'all of it',
      [veto, past, entry(1, { points: 30 })],
      capped,
      [`${start}，一票否决的按0分计，超出基础分的减分不计算，超出上限的加分不计算。`],
    ],
  ])(
    'WHEN %s THEN a note says so where they do not add up, and only there',
    async (_, changes, rules, notes) => {
      const input = inputOf(factsWith(...people, ...changes), '2026-11-28', rules);
      const order = { year: 2026, quarter: null, order: 'roster', large: false } as const;
      const { docx, xlsx } = await summaryOf(input, order);
      const [sums, ...below] = rowsOfDocx(docx).slice(1 + people.length);
      expect(below.map(([text]) => text)).toEqual(notes);
      const [, base, bonus, deductions, total] = sums?.map(Number) ?? [];
      expect(base! + bonus! - deductions! === total).toBe(notes.length === 0);
      const grid = (await xlsxRows(xlsx)).map(([text]) => text);
      expect(grid.filter((text) => String(text).startsWith('注：'))).toEqual(notes);
    },
  );
});

it('the tables of one year lie in one folder', async () => {
  const input = inputOf(factsWith(member(1, '张三')), '2026-11-28');
  const orders = (['roster', 'strokes'] as const).flatMap((order) =>
    [false, true].map((large) => ({ year: 2026, quarter: null, order, large })),
  );
  const files = await Promise.all(orders.map((order) => summaryFiles(input, order)));
  expect(files.map((each) => documentsOf(each).map(({ name }) => name.slice(-5)))).toEqual([
    ...[['.docx', '.xlsx'], ['.docx']],
    ...[['.docx', '.xlsx'], ['.docx']],
  ]);
  const fileNames = files.flat().map(({ name }) => name);
  expect(fileNames).toContain('2026年度积分汇总表（张贴）.docx');
  expect(new Set(fileNames).size).toBe(fileNames.length);
  expect(fileNames).toContain('2026年度积分汇总表.xlsx');
  expect(fileNames).toContain('2026年度积分汇总表（笔画）.xlsx');
  expect(fileNames).toContain('2026年度积分汇总表（笔画，张贴）.docx');
});
