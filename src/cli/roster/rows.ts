import type { ImportRow } from '../../domain/roster/import-plan.js';
import { lifeFields } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { RosterRow } from './row.js';

/** The file in the words of the domain: categories by id, nothing for an empty cell. */
export function importRows(rulebook: Rulebook, rows: readonly RosterRow[]): readonly ImportRow[] {
  const ids = new Map(rulebook.categories.map(({ id, label }) => [label, id]));
  const idOf = ({ category, probationary }: RosterRow) =>
    probationary ? rulebook.membership.probationary.category : (ids.get(category ?? '') ?? null);
  return rows.map((row) => {
    const { line, name, kind, probationary, offices } = row;
    return {
      ...{ line, name, kind, probationary, offices: [...offices] },
      category: idOf(row),
      group: row.group ?? null,
      partyJoinedOn: row.partyJoinedOn ?? null,
      phone: row.phone ?? null,
      joinedOn: row.joinedOn ?? null,
      regularOn: row.regularOn ?? null,
      life: Object.fromEntries(
        lifeFields.flatMap((field) => (row[field] === undefined ? [] : [[field, row[field]]])),
      ),
    };
  });
}

/** Labels that the settings' rulebook has but the branch's own lacks: reported, never imported as nothing. */
export function strangeCategories(rulebook: Rulebook, rows: readonly RosterRow[]): readonly string[] {
  const labels = rulebook.categories.map(({ label }) => label);
  return rows.flatMap(({ line, name, category, probationary }) =>
    category === null || probationary || labels.includes(category)
      ? []
      : [`第${line}行 ${name}：没有“${category}”这一类别，可写：${labels.join('、')}。`],
  );
}
