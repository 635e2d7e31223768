import Database from 'libsql';
import { openPostgres } from '../../../src/store/postgres/connection.js';

export type SqlRow = Readonly<Record<string, unknown>>;

/**
 * Asks the database in plain SQL, without the bot.
 * @param file or `postgresql://…`
 */
export function ask(file: string, sql: string, ...values: readonly (string | number)[]): SqlRow[] {
  if (file.startsWith('postgresql:')) return askServer(file, sql, values);
  const db = new Database(file);
  try {
    return db.prepare(sql).all(values) as SqlRow[];
  } finally {
    db.close();
  }
}

function askServer(url: string, sql: string, values: readonly (string | number)[]): SqlRow[] {
  const db = openPostgres(url);
  try {
    return db.prepare(sql).all(...values);
  } finally {
    db.close();
  }
}

export interface Sum {
  readonly branch: string;
  readonly name: string;
  readonly year: number;
  /** `base + min(cap, Σbonus) − min(base, Σdeductions)` (SPEC §1). */
  readonly score: number;
}

/** The figures of the tests' rulebooks, by version; all others have base 100 and no cap. */
const rules: Readonly<Record<string, { readonly base: number; readonly cap: number }>> = {
  '2026-1': { base: 80, cap: 20 },
  '2027-1': { base: 80, cap: 20 },
};

/** The score of everybody with entries, by year, under the rulebook that the entries name. */
export function scores(file: string): readonly Sum[] {
  const rows = ask(
    file,
    `SELECT e.branch AS branch, MAX(p.name) AS name, e.year AS year, MAX(e.rulebook) AS rulebook,
       SUM(CASE WHEN e.side = 'bonus' THEN e.points ELSE 0 END) AS bonus,
       -SUM(CASE WHEN e.side = 'deduction' THEN e.points ELSE 0 END) AS deductions
     FROM ledger_entry e JOIN person p ON p.branch = e.branch AND p.id = e.member
     GROUP BY e.branch, e.member, e.year`,
  );
  return rows.map(({ branch, name, year, rulebook, bonus, deductions }) => {
    const { base, cap } = rules[String(rulebook)] ?? { base: 100, cap: Infinity };
    const score = base + Math.min(cap, Number(bonus)) - Math.min(base, Number(deductions));
    return { branch: String(branch), name: String(name), year: Number(year), score };
  });
}

/** Everything that counts in the ledger, without the hashes. */
export function entries(file: string): readonly SqlRow[] {
  return ask(
    file,
    `SELECT branch, seq, member, year, deed_on, item, grade, times, side, points, matter, ruler, reverses, evidence
     FROM ledger_entry ORDER BY branch, seq`,
  );
}

/** Faults of a ledger, as sentences; empty when all is well. */
export function faults(file: string): readonly string[] {
  const count = (sentence: string, sql: string): string[] => {
    const found = ask(file, sql);
    return found.length === 0 ? [] : [`${sentence}: ${JSON.stringify(found)}`];
  };
  return [
    ...count(
      'entry without a confirming ruling of its ruler',
      `SELECT e.branch, e.seq FROM ledger_entry e LEFT JOIN ruling r
         ON r.branch = e.branch AND r.matter = e.matter AND r.ruler = e.ruler AND r.decision = 'confirmed'
       WHERE r.matter IS NULL`,
    ),
    ...count(
      'one year by several rulebooks',
      'SELECT branch, year FROM ledger_entry GROUP BY branch, year HAVING COUNT(DISTINCT rulebook) > 1',
    ),
    ...count('ruler is the member', 'SELECT branch, seq FROM ledger_entry WHERE ruler = member'),
    ...count(
      'ruler is subject, proposer or witness',
      `SELECT r.branch, r.matter FROM ruling r JOIN matter m ON m.branch = r.branch AND m.number = r.matter
       WHERE r.ruler IN (m.subject, m.proposer)
         OR EXISTS (SELECT 1 FROM witness w WHERE w.branch = r.branch AND w.matter = r.matter AND w.person = r.ruler)`,
    ),
    ...count(
      'reversed twice',
      'SELECT branch, reverses FROM ledger_entry WHERE reverses IS NOT NULL GROUP BY branch, reverses HAVING COUNT(*) > 1',
    ),
    ...count(
      'count of the branch disagrees',
      `SELECT b.id FROM branch b
       WHERE b.entry_count <> (SELECT COUNT(*) FROM ledger_entry e WHERE e.branch = b.id)`,
    ),
    ...count(
      'open matter with a ruling, or ruled matter without',
      `SELECT m.branch, m.number, m.state FROM matter m
         LEFT JOIN ruling r ON r.branch = m.branch AND r.matter = m.number
       WHERE (m.state = 'open' AND r.matter IS NOT NULL) OR (m.state IN ('confirmed', 'rejected') AND r.matter IS NULL)`,
    ),
    ...count(
      'message handled twice in the audit',
      `SELECT branch, channel, message_id FROM audit
       GROUP BY branch, channel, message_id HAVING COUNT(*) > 1`,
    ),
  ];
}
