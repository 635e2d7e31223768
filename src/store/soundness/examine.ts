import { createHash } from 'node:crypto';
import { put, type Change } from '../../domain/branch/rows.js';
import { tableNames } from '../../domain/branch/tables.js';
import { prepareCarefully, prepareRead } from '../careful.js';
import { missingOnServer } from '../postgres/migrate.js';
import { bytesOf, intOf, textOf, type Connection, type Row } from '../connection.js';
import { letterColumns, openLetter } from '../outbox/letters.js';
import { decodeRow, plainCells } from '../row-codec.js';
import type { Seal } from '../sealing/seal.js';
import { prepareLog } from '../snapshot.js';
import { prepareTable, sealedPlace, specs } from '../tables.js';
import { differingRows } from './differing-rows.js';
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
    ...(db.isServer === true ? serverSchema(db, prismaFolder) : ofFile(db, prismaFolder)),
    ...examineRows(db, seal, onProgress),
  ];
}

function ofFile(db: Connection, prismaFolder: string): readonly Finding[] {
  return [...badPages(db), ...badSchema(db, prismaFolder), ...badReferences(db)];
}

/** A server keeps its pages and references sound itself; whose tables these are it does not know. */
function serverSchema(db: Connection, prismaFolder: string): readonly Finding[] {
  const names = missingOnServer(db, prismaFolder);
  return names.length === 0 ? [] : [{ wrong: 'schema', branch: null, names }];
}

/** Of a branch, but not among its facts. */
const otherTables = ['file_content', 'inbox', 'audit', 'outbox', 'group_chat', 'ballot'];

/** The part of it that looks at rows. */
export function examineRows(
  db: Connection,
  seal: Seal,
  onProgress: (rows: number) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  const ids = guarded(findings, 'branch', () =>
    prepareRead(db, { id: 'id' }, 'FROM branch ORDER BY rowid')().map((row) => textOf(row, 'id')),
  );
  const known = new Set(ids);
  for (const table of [...tableNames.map((name) => specs[name].table), ...otherTables])
    guarded(findings, table, () => {
      const rows = prepareRead(
        db,
        { branch: 'branch' },
        `FROM (SELECT DISTINCT branch FROM "${table}") AS found`,
      )();
      if (rows.some(({ branch }) => typeof branch !== 'string' || !known.has(branch)))
        findings.push({ wrong: 'stray', branch: null, table });
    });
  let read = 0;
  const seen = () => onProgress((read += 1));
  for (const branch of ids ?? []) findings.push(...examineBranch(db, seal, branch, seen));
  return findings;
}

/** Whether the rows of a branch are those that were last committed with the key. */
export function isSealed(db: Connection, seal: Seal, branch: string): boolean {
  const findings: Finding[] = [];
  const look = { db, seal, branch, findings, seen: () => undefined };
  sumsOf(look, rowsOf(look));
  return findings.length === 0;
}

interface Look {
  readonly db: Connection;
  readonly seal: Seal;
  readonly branch: string;
  readonly findings: Finding[];
  readonly seen: () => void;
}

function examineBranch(db: Connection, seal: Seal, branch: string, seen: () => void): readonly Finding[] {
  const findings: Finding[] = [];
  const look = { db, seal, branch, findings, seen };
  const changes = rowsOf(look);
  sumsOf(look, changes);
  lettersOf(look);
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
function rowsOf({ db, seal, branch, findings, seen }: Look): readonly Change[] {
  return tableNames.flatMap((table) => {
    const { table: name, key: columns } = specs[table];
    const rows = guarded(findings, name, () => prepareTable(db, table)(branch)) ?? [];
    return rows.flatMap(({ row, isText }): readonly Change[] => {
      seen();
      const found = (wrong: 'changed' | 'text' | 'sealed') => {
        const key = columns.map((column) => String(row[column])).join('/');
        findings.push({ wrong, branch, table: name, key });
      };
      if (!isText) {
        found('text');
        return [];
      }
      try {
        const change = put(table, decodeRow(table, row, branch, seal));
        // A cell that the program reads as something else was not written by it.
        if (!isAsWritten(change, row)) found('changed');
        return [change];
      } catch {
        found('sealed');
        return [];
      }
    });
  });
}

function isAsWritten(change: Change, stored: Row): boolean {
  const cells = plainCells(change);
  return specs[change.table].plain.every(({ name }, index) => cells[index] === stored[name]);
}

function sumsOf({ db, seal, branch, findings }: Look, changes: readonly Change[]): void {
  guarded(findings, 'branch', () => {
    const log = prepareLog(db)(branch);
    for (const { table, key, isText } of log)
      if (!isText) findings.push({ wrong: 'text', branch, table, key });
    const known = new Set(findings.map((one) => ('key' in one ? `${one.table}/${one.key}` : '')));
    for (const one of differingRows(db, seal, branch, changes, log))
      if (!('key' in one) || !known.has(`${one.table}/${one.key}`)) findings.push(one);
  });
}

/** What waits to be sent, and whom it is for; whether one is missing no seal says (docs/adr/0017-row-seal.md). */
function lettersOf({ db, seal, branch, findings }: Look): void {
  guarded(findings, 'outbox', () => {
    const rows = prepareCarefully(db, letterColumns, 'FROM outbox WHERE branch = ?', 'sealed')(branch);
    for (const { row, isText } of rows) {
      const found = (wrong: 'text' | 'sealed') =>
        findings.push({ wrong, branch, table: 'outbox', key: String(intOf(row, 'id')) });
      try {
        openLetter(row, seal);
        if (!isText) found('text');
      } catch {
        found('sealed');
      }
    }
  });
}

function guarded<Result>(findings: Finding[], table: string, work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    findings.push({ wrong: 'unreadable', branch: null, table });
    return undefined;
  }
}
