import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { onTestFinished } from 'vitest';
import { sentenceOf, type Roster } from '../../src/cli/roster/row.js';
import { readRosterFile, type RosterOptions } from '../../src/cli/roster/table.js';

/** A path in a folder that is removed after the test. */
export function temporaryPath(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-roster-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

export function written(name: string, content: string | Uint8Array): string {
  const path = temporaryPath(name);
  writeFileSync(path, content);
  return path;
}

export async function workbook(sheets: WriteSheet[], dateSystem: '1900' | '1904' = '1900'): Promise<string> {
  return written('名册.xlsx', await writeXlsx({ sheets, dateSystem }));
}

/** A workbook of one sheet, read. */
export async function read(
  rows: CellValue[][],
  sheet: Partial<WriteSheet> = {},
  options: RosterOptions = {},
): Promise<Roster> {
  return readRosterFile(await workbook([{ name: '名册', rows, ...sheet }]), options);
}

export function problemsOf(roster: Roster): string[] {
  return roster.problems.map(sentenceOf);
}
