import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playMonth } from '../../src/cli/simulate/lines.js';
import { foundAll, reportOf, run } from '../../src/cli/simulate/command.js';
import { openStage } from '../../src/cli/stage/stage.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { call } from '../support/processes/command-line.js';

it('a month of a simulation is what people type, and the bot takes it: two branches, each with its own entries', async () => {
  const rulebook = await loadRulebook('rulebooks/2018.yaml');
  const stage = await openStage({ rulebook, clock: '2026-03-01T08:00:00' });
  try {
    const branches = await foundAll(stage, rulebook, 2, 13, '2026-01-01');
    await playMonth(stage, branches, '2026-03');
    const told = stage.said.map(({ text }) => text.split('\n')[0]).join('\n');
    expect(told).toContain('主题党日（3月12日（周四）15:00）已结束');
    expect(told).toContain('支部大会（3月17日（周二）15:00）已结束');
    expect(told).not.toContain('没有听懂');
    const entries = stage.sql<{ branch: string; rows: number }>(
      'SELECT branch, COUNT(*) AS rows FROM ledger_entry GROUP BY branch ORDER BY branch',
    );
    expect(entries.map(({ rows }) => rows)).toEqual([2, 2]);
    expect(stage.sql('SELECT DISTINCT presence FROM attendance')).toHaveLength(2);
    expect(stage.sql('SELECT COUNT(*) AS rows FROM dues')).toEqual([{ rows: 26 }]);
    const report = reportOf(stage, { branches: 2, years: 1 }, 1.25);
    expect(report).toContain('| dues | 26 | 13 |');
    expect(report).toMatch(/办理 \d+ 行，每个支部每年 \d+ 行；用了CPU 1\.3 秒。$/u);
  } finally {
    await stage.close();
  }
});

it.each([
  ['--members', '11'],
  ['--members', '501'],
  ['--branches', '0'],
  ['--branches', 'viele'],
  ['--years', '11'],
  ['--years', '1.5'],
  ['more'],
])('%s %s is not understood: usage, and nothing begins', async (...words) => {
  const told = await call(run, { database: 'none.db' }, ...words);
  expect([told.code, told.out]).toEqual([2, '']);
  expect(told.err).toContain('npm run simulate -- --branches 支部数');
});

it('a file goes into a folder of its own: copies and keys of another database beside it would be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-simulate-'));
  writeFileSync(join(folder, 'heads.txt'), '');
  const told = await call(run, { database: 'none.db' }, '--file', join(folder, 'new.db'));
  expect([told.code, told.out]).toEqual([1, '']);
  expect(told.err).toContain('请给 --file 一个新文件夹里的文件名');
  expect(readdirSync(folder)).toEqual(['heads.txt']);
  rmSync(folder, { recursive: true });
});
