/** What SQLite itself can say of a file. */
import { columnsNamed, prepareRead } from '../careful.js';
import { intOf, openConnection, textOf, type Connection } from '../connection.js';
import { migrate } from '../migrate.js';
import type { Finding } from './finding.js';

export function badPages(db: Connection): readonly Finding[] {
  try {
    const answers = db
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => String(row['integrity_check']))
      .filter((answer) => answer !== 'ok');
    if (answers.length === 0) return [];
    return [{ wrong: 'pages', branch: null, count: answers.length, names: namesOfTrees(db, answers) }];
  } catch {
    return [{ wrong: 'pages', branch: null, count: 1, names: [] }];
  }
}

/** `Tree 12 page 12: …`: a tree is called by its root page. */
function namesOfTrees(db: Connection, answers: readonly string[]): readonly string[] {
  const roots = answers.flatMap((answer) => /\bTree (\d+)/u.exec(answer)?.[1] ?? []);
  const nameOf = prepareRead(db, { name: 'tbl_name' }, 'FROM sqlite_master WHERE rootpage = ?');
  return [...new Set(roots.flatMap((root) => nameOf(Number(root)).map((row) => textOf(row, 'name'))))];
}

export function badReferences(db: Connection): readonly Finding[] {
  try {
    return db
      .prepare('PRAGMA foreign_key_check')
      .all()
      .slice(0, mostReferences)
      .map((row) => ({
        wrong: 'reference',
        branch: null,
        table: textOf(row, 'table'),
        row: typeof row['rowid'] === 'number' ? intOf(row, 'rowid') : 0,
      }));
  } catch {
    return [];
  }
}

const mostReferences = 20;

export function badSchema(db: Connection, prismaFolder: string): readonly Finding[] {
  const fresh = openConnection(':memory:');
  try {
    migrate(fresh, ':memory:', prismaFolder, '');
    const [wanted, present] = [schemaOf(fresh), schemaOf(db)];
    const names = [...new Set([...wanted.keys(), ...present.keys()])];
    const other = names.filter((name) => wanted.get(name) !== present.get(name));
    return other.length === 0 ? [] : [{ wrong: 'schema', branch: null, names: other }];
  } catch {
    return [{ wrong: 'unreadable', branch: null, table: 'sqlite_master' }];
  } finally {
    fresh.close();
  }
}

function schemaOf(db: Connection): ReadonlyMap<string, string> {
  const rows = prepareRead(
    db,
    columnsNamed(['type', 'name', 'sql']),
    "FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'",
  )();
  return new Map(rows.map((row) => [`${textOf(row, 'type')} ${textOf(row, 'name')}`, String(row['sql'])]));
}
