import { createHash } from 'node:crypto';
import type { Change, TableName } from '../../domain/branch/rows.js';
import { put } from '../../domain/branch/rows.js';
import { tableNames } from '../../domain/branch/tables.js';
import { bytesOf, textOf, type Connection, type Row } from '../connection.js';
import { decodeRow, plainCells } from '../row-codec.js';
import { differingTables, prepareSums, sealOver, storedSums } from '../sealing/row-seal.js';
import type { Seal } from '../sealing/seal.js';
import { branchSql, sealedBranch, storedSumsOf } from '../snapshot.js';
import { sealedPlace, specs } from '../tables.js';
import type { Finding } from './finding.js';
import { badPages, badReferences, badSchema } from './whole-file.js';

/**
 * Looks through the whole file: pages, schema, references, every cell, every file's content, every publication, and the
 * seal over all rows. Never throws for what somebody did to the file.
 * @param prismaFolder with the migrations that a sound file has gone through
 * @param onProgress gets the rows read so far, now and then
 */
export function examine(
  db: Connection,
  seal: Seal,
  prismaFolder: string,
  onProgress: (rows: number) => void,
): readonly Finding[] {
  return [
    ...badPages(db),
    ...badSchema(db, prismaFolder),
    ...badReferences(db),
    ...examineRows(db, seal, onProgress),
  ];
}

/** The part of it that looks at rows. */
export function examineRows(
  db: Connection,
  seal: Seal,
  onProgress: (rows: number) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  const ids = guarded(findings, 'branch', () =>
    db
      .prepare('SELECT id FROM branch ORDER BY rowid')
      .all()
      .map((row) => textOf(row, 'id')),
  );
  const known = new Set(ids);
  for (const table of tableNames)
    guarded(findings, specs[table].table, () => {
      const rows = db.prepare(`SELECT DISTINCT branch FROM "${specs[table].table}"`).all();
      if (rows.some(({ branch }) => typeof branch !== 'string' || !known.has(branch)))
        findings.push({ wrong: 'stray', branch: null, table: specs[table].table });
      return [];
    });
  let read = 0;
  const seen = () => onProgress((read += 1));
  for (const branch of ids ?? []) findings.push(...examineBranch(db, seal, branch, seen));
  return findings;
}

/** Whether the rows of a branch are those that were last committed with the key. */
export function isSealed(db: Connection, seal: Seal, branch: string): boolean {
  const findings: Finding[] = [];
  sumsOf(
    db,
    seal,
    branch,
    rowsOf(db, seal, branch, findings, () => undefined),
    findings,
  );
  return findings.length === 0;
}

function examineBranch(db: Connection, seal: Seal, branch: string, seen: () => void): readonly Finding[] {
  const findings: Finding[] = [];
  const changes = rowsOf(db, seal, branch, findings, seen);
  sumsOf(db, seal, branch, changes, findings);
  const content = db.prepare('SELECT sealed FROM file_content WHERE branch = ? AND id = ?');
  for (const change of changes) {
    if (change.table === 'notice' && change.row.hash !== seal.sign('notice', change.row.text))
      findings.push({ wrong: 'notice', branch, number: change.row.number });
    if (change.table === 'file') {
      const { id, sha256 } = change.row;
      if (fingerprintOf(content, seal, branch, id) !== sha256)
        findings.push({ wrong: 'content', branch, number: id });
      seen();
    }
  }
  return findings;
}

function fingerprintOf(
  content: ReturnType<Connection['prepare']>,
  seal: Seal,
  branch: string,
  id: number,
): string | undefined {
  try {
    const row = content.get(branch, id);
    if (row === undefined) return undefined;
    const bytes = seal.open(sealedPlace('file_content', branch, String(id)), bytesOf(row['sealed']));
    return createHash('sha256').update(bytes).digest('hex');
  } catch {
    return undefined;
  }
}

/** All rows that can be read; what cannot is found. */
function rowsOf(
  db: Connection,
  seal: Seal,
  branch: string,
  findings: Finding[],
  seen: () => void,
): readonly Change[] {
  return tableNames.flatMap((table) => {
    const { table: name } = specs[table];
    const rows = guarded(findings, name, () => db.prepare(carefulSql(table)).all(branch)) ?? [];
    return rows.flatMap((row): readonly Change[] => {
      seen();
      const key = () => specs[table].key.map((column) => shown(row[column])).join('/');
      const stored = plainOf(row, specs[table].sealed);
      if (stored === undefined) {
        findings.push({ wrong: 'text', branch, table: name, key: key() });
        return [];
      }
      try {
        const change = put(table, decodeRow(table, stored, branch, seal));
        // A cell that the program reads as something else was not written by it.
        if (!isAsWritten(change, stored)) findings.push({ wrong: 'rows', branch, tables: [name] });
        return [change];
      } catch {
        findings.push({ wrong: 'sealed', branch, table: name, key: key() });
        return [];
      }
    });
  });
}

function isAsWritten(change: Change, stored: Row): boolean {
  const cells = plainCells(change);
  return specs[change.table].plain.every(({ name }, index) => cells[index] === stored[name]);
}

/** Text comes as bytes: the driver ends the process over bytes that are no text. */
function carefulSql(table: TableName): string {
  const { table: name, plain, sealed } = specs[table];
  const columns = plain.map(
    (column) =>
      `CASE typeof("${column.name}") WHEN 'text' THEN CAST("${column.name}" AS BLOB) ELSE "${column.name}" END AS "${column.name}"`,
  );
  return `SELECT ${[...columns, ...(sealed ? ['sealed'] : [])].join(', ')} FROM "${name}" WHERE branch = ? ORDER BY rowid`;
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Undefined: a cell is no text. */
function plainOf(row: Row, sealed: boolean): Row | undefined {
  try {
    return Object.fromEntries(
      Object.entries(row).map(([column, value]) =>
        (sealed && column === 'sealed') || typeof value !== 'object' || value === null
          ? [column, value]
          : [column, strict.decode(bytesOf(value))],
      ),
    );
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? new TextDecoder().decode(bytesOf(value))
    : String(value);
}

function sumsOf(
  db: Connection,
  seal: Seal,
  branch: string,
  changes: readonly Change[],
  findings: Finding[],
): void {
  guarded(findings, 'branch', () => {
    const row = db.prepare(branchSql).get(branch);
    if (row === undefined) return;
    const stored = storedSumsOf(row);
    const found = storedSums(seal, sealedBranch(row), prepareSums(db, seal)(branch, changes));
    if (found.rowSum !== stored.rowSum || found.tableSums !== stored.tableSums)
      findings.push({ wrong: 'rows', branch, tables: differingTables(stored, found).map(tableOf) });
    if (found.logSum !== stored.logSum) findings.push({ wrong: 'log', branch });
    if (sealOver(seal, sealedBranch(row), stored) !== stored.rowSeal)
      findings.push({ wrong: 'branchRow', branch });
  });
}

function tableOf(name: string): string {
  return specs[name as TableName].table;
}

function guarded<Result>(findings: Finding[], table: string, work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    findings.push({ wrong: 'unreadable', branch: null, table });
    return undefined;
  }
}
