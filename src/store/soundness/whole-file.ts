/** What SQLite itself can say of a file. */
import { intOf, openConnection, textOf, type Connection } from '../connection.js';
import { migrate } from '../migrate.js';
import type { Finding } from './finding.js';

export function badPages(db: Connection): readonly Finding[] {
  try {
    const answers = db.prepare('PRAGMA integrity_check').all();
    const count = answers.filter((row) => row['integrity_check'] !== 'ok').length;
    return count === 0 ? [] : [{ wrong: 'pages', branch: null, count }];
  } catch {
    return [{ wrong: 'pages', branch: null, count: 1 }];
  }
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
  const rows = db.prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").all();
  return new Map(rows.map((row) => [`${textOf(row, 'type')} ${textOf(row, 'name')}`, String(row['sql'])]));
}
