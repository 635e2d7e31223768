import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importFile, open, workbook } from './scene.js';

/** The first table below a heading of the document, cell by cell. */
function tableBelow(heading: string): string[][] {
  const [, below = ''] = readFileSync('docs/IMPORT.md', 'utf8').split(`## ${heading}\n`);
  const [table = ''] = /^\|[\s\S]*?\n\n/mu.exec(below) ?? [];
  return table
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('|---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

test('the tables in docs/IMPORT.md can be imported unchanged', async () => {
  const branch = await open();
  const points = await importFile(branch, await workbook(tableBelow('积分登记表怎样写')));
  expect(points).toMatchObject({ problems: [], notices: [], changes: 3 });
  const year = await importFile(branch, await workbook(tableBelow('往年汇总表怎样写')), { year: 2025 });
  expect(year.problems).toEqual([]);
  expect(year).toMatchObject({ changes: 1 });
});
