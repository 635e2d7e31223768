/** PostgreSQL's tables, indexes and triggers, made of those that are written for SQLite: one source for both. */

/** Text sorts by its bytes, as in SQLite: times and ids are compared. */
const types: Readonly<Record<string, string>> = {
  TEXT: 'text COLLATE "C"',
  INTEGER: 'bigint',
  BOOLEAN: 'bigint',
  BLOB: 'bytea',
};

/** The order of first writing, which SQLite keeps in its rowid. */
const written = '"written" bigint GENERATED ALWAYS AS IDENTITY';

/** @throws at a statement of a kind that no migration had so far */
export function migrationForPostgres(script: string): readonly string[] {
  return script
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map(translated);
}

function translated(statement: string): string {
  if (/^CREATE (?:UNIQUE )?INDEX /u.test(statement)) return statement;
  if (/^ALTER TABLE "\w+" ADD COLUMN /u.test(statement)) return withTypes(statement);
  const table = /^CREATE TABLE ("\w+") \((.*)\)( WITHOUT ROWID)?$/su.exec(statement);
  if (table === null) throw new Error(`no translation for PostgreSQL: ${statement}`);
  const [, name, body = '', isUnordered] = table;
  // Of a table without rowid nobody may read in which order its rows came.
  const order = isUnordered === undefined ? `${written}, ` : '';
  return `CREATE TABLE ${name} (${order}${withTypes(body)})`;
}

function withTypes(text: string): string {
  return text.replace(
    /("\w+") (TEXT|INTEGER|BOOLEAN|BLOB)\b/gu,
    (_, column: string, type: string) => `${column} ${types[type] ?? type}`,
  );
}

export interface Trigger {
  readonly names: readonly string[];
  readonly body: string;
  /** In this order. */
  readonly statements: readonly string[];
}

const form =
  /^CREATE TRIGGER (\w+) BEFORE (INSERT|UPDATE|DELETE) ON (\w+)(?:\s+WHEN (.*?))? BEGIN\s+SELECT RAISE\(ABORT, '([^']+)'\);\nEND$/su;

/** @throws at a trigger that does more than refuse */
export function triggerForPostgres(statement: string): Trigger {
  const [, name = '', event, table = '', condition = 'TRUE', refusal = ''] = form.exec(statement) ?? [];
  if (name === '') throw new Error(`no translation for PostgreSQL: ${statement}`);
  const returned = event === 'DELETE' ? 'OLD' : 'NEW';
  const body = ` BEGIN IF ${condition.replace(/\s+/gu, ' ')} THEN RAISE EXCEPTION USING MESSAGE = '${refusal}'; END IF; RETURN ${returned}; END `;
  const made = [
    `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$${body}$$`,
    `CREATE TRIGGER ${name} BEFORE ${event} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  ];
  // SQLite has no TRUNCATE; here it would pass by the triggers on rows.
  const emptied = `CREATE TRIGGER ${name}_truncate BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`;
  return event === 'DELETE' && condition === 'TRUE'
    ? { names: [name, `${name}_truncate`], body, statements: [...made, emptied] }
    : { names: [name], body, statements: made };
}
