import type { ImportRow } from '../../domain/roster/import-plan.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { RosterRow } from './row.js';

/** What the file says, in the words of the domain: categories by id, nothing for an empty cell. */
export function importRows(rulebook: Rulebook, rows: readonly RosterRow[]): readonly ImportRow[] {
  const ids = new Map(rulebook.categories.map(({ id, label }) => [label, id]));
  return rows.map((row) => {
    const { line, name, kind, probationary, offices } = row;
    return {
      ...{ line, name, kind, probationary, offices: [...offices] },
      category: row.category === null ? null : (ids.get(row.category) ?? null),
      group: row.group ?? null,
      partyJoinedOn: row.partyJoinedOn ?? null,
      phone: row.phone ?? null,
      joinedOn: row.joinedOn ?? null,
    };
  });
}
