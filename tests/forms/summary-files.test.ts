import { expect, it } from 'vitest';
import { summaryFiles } from '../../src/forms/summary.js';
import { factsWith, member } from '../support/branch/branch-facts.js';
import { documentsOf } from '../support/papers/office.js';
import { inputOf } from './scenes/scene.js';

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
