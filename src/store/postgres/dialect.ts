/**
 * The store's statements are written once, for SQLite. PostgreSQL gets them through this small translation, which knows
 * no more than what the store writes; tests/store/statements.test.ts prepares every statement on a real server.
 */

/** A text literal, a comment for PostgreSQL alone, a place of a value, or a word that is called otherwise. */
const parts =
  /'(?:[^']|'')*'|\/\*postgres (.*?)\*\/|\?(\d*)|json_each\(\?(\d*)\)|\binstr\(|\browid\b|\+branch\b/gu;

const begins: Readonly<Record<string, string>> = {
  // Version and rows of one moment, whatever is written meanwhile.
  BEGIN: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  'BEGIN IMMEDIATE': 'BEGIN',
  'BEGIN EXCLUSIVE': 'BEGIN',
};

export function forPostgres(sql: string): string {
  let count = 0;
  const place = (number: string): string => {
    if (number === '') count += 1;
    return `$${number === '' ? count : number}`;
  };
  const translated = sql.replace(parts, (found, comment?: string, number?: string, list?: string) => {
    if (comment !== undefined) return comment;
    if (list !== undefined) return `jsonb_array_elements_text(${place(list)}::jsonb)`;
    if (number !== undefined) return place(number);
    if (found === 'instr(') return 'strpos(';
    if (found === 'rowid') return 'written';
    // What keeps SQLite from an index that is no use.
    return found === '+branch' ? 'branch' : found;
  });
  return begins[translated] ?? translated;
}
