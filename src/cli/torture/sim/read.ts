/** The rows that the model is compared with, read past the bot. */
import type { Rows } from '../model/compare.js';

type Ask = (sql: string, ...values: readonly (string | number)[]) => unknown;

export function readRows(ask: Ask, branch: string): Rows {
  const all = (sql: string): never => ask(sql, branch) as never;
  return {
    matters: all(
      'SELECT number, kind, state, subject, proposer, item, points, opened_at AS openedAt FROM matter WHERE branch = ? ORDER BY number',
    ),
    entries: all('SELECT member, year, points, matter FROM ledger_entry WHERE branch = ?'),
    rulings: all('SELECT matter, ruler FROM ruling WHERE branch = ?'),
    activities: all('SELECT id, kind, state FROM activity WHERE branch = ?'),
    presences: all('SELECT activity, person, presence FROM attendance WHERE branch = ?'),
    dues: all('SELECT person, month FROM dues WHERE branch = ?'),
    records: all('SELECT year, person, total FROM year_record WHERE branch = ?'),
  };
}

interface NewMatter {
  readonly openedAt: string;
  readonly subject: number;
  readonly item: number | null;
  readonly deedOn: string | null;
}

/** What the clock has opened beyond the book. */
export function newMatters(ask: Ask, branch: string, known: number): readonly NewMatter[] {
  const sql =
    'SELECT opened_at AS openedAt, subject, item, deed_on AS deedOn FROM matter WHERE branch = ? AND number > ? ORDER BY number';
  return ask(sql, branch, known) as readonly NewMatter[];
}

interface Published {
  readonly year: number;
  readonly period: number;
}

export function publicationsOf(ask: Ask, branch: string): readonly Published[] {
  const sql = "SELECT year, period FROM notice WHERE branch = ? AND kind <> 'yearly'";
  return ask(sql, branch) as readonly Published[];
}
