import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { onTestFinished } from 'vitest';
import type { Compared } from '../../src/cli/import/compared.js';
import { comparison, type Wanted } from '../../src/cli/import/compare.js';
import { look, operatorOf, write } from '../../src/cli/import/session.js';
import { openFile } from '../../src/cli/sheets/open.js';
import { openBranch, type TestBranch } from '../support/branch/test-branch.js';

/** A file in a folder that is removed after the test. */
export function written(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export async function workbook(
  rows: CellValue[][],
  sheet: Partial<WriteSheet> = {},
  name = '积分登记.xlsx',
): Promise<string> {
  return written(name, await writeXlsx({ sheets: [{ name: '登记', rows, ...sheet }] }));
}

export async function open(...scene: Parameters<typeof openBranch>): Promise<TestBranch> {
  const branch = await openBranch(...scene);
  onTestFinished(() => branch.close());
  return branch;
}

/** Everything that the command does with a file but the talk with a terminal. */
export async function importFile(
  branch: TestBranch,
  path: string,
  options: Partial<Wanted> & { readonly by?: string; readonly yes?: boolean } = {},
): Promise<Compared & { readonly written: boolean }> {
  const { by, yes = false, sheet, year } = options;
  const refused = (problem: string) => ({
    ...{ problems: [problem], notices: [], text: '', changes: 0, intent: null, written: false },
  });
  const opened = await openFile(path);
  if (!opened.ok) return refused(opened.wrong);
  const file = { name: basename(path), bytes: readFileSync(path) };
  const compare = comparison(opened.value, file.name, { sheet, year });
  if (!compare.ok) return refused(compare.wrong);
  const operator = operatorOf(branch.bot.store.snapshot(branch.id).facts, by);
  if (!operator.ok) return refused(operator.wrong);
  const { id } = operator.value;
  const compared = await look(branch.bot, branch.id, id, file, compare.value);
  const isWritten =
    yes && compared.intent !== null && (await write(branch.bot, branch.id, id, file, compare.value));
  return { ...compared, written: isWritten };
}

/** How many rows each table has that an import could touch, and the version of the branch. */
export function counts(branch: TestBranch): Readonly<Record<string, number>> {
  const tables = [
    'matter',
    'material',
    'file',
    'ruling',
    'ledger_entry',
    'year_record',
    'year_step',
    'audit',
  ];
  const rows = tables.map((table) => [
    table,
    branch.sql<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`)[0]!.n,
  ]);
  const version = branch.sql<{ n: number }>('SELECT version AS n FROM branch')[0]!.n;
  return { ...(Object.fromEntries(rows) as Record<string, number>), version };
}

/** What the clock says when the time has come. */
export async function told(branch: TestBranch, now: string): Promise<void> {
  branch.moveTo(now);
  await branch.bot.runDue(now);
  await branch.bot.delivery.idle();
}
