import { pathText, problemAt, type RulebookPath, type RulebookProblem } from './problems.js';
import type { Rulebook } from './schema.js';

/** Everything that is found by name or number is found once. */
export function checkNames(rulebook: Rulebook): RulebookProblem[] {
  const { baseItems, items, categories, quotas, activities, leave, veto, followUp, assessment } = rulebook;
  const { fiveOnes, services, roles } = rulebook.actions;
  const lists: [RulebookPath, readonly object[], readonly string[]][] = [
    [['items'], items, ['title']],
    [['baseItems'], baseItems, ['title']],
    [['categories'], categories, ['id', 'label']],
    [['quotas'], quotas, ['id']],
    [['activities', 'kinds'], activities.kinds, ['id', 'label']],
    [['leave', 'kinds'], leave.kinds, ['id', 'label']],
    [['veto', 'grounds'], veto.grounds, ['number', 'title']],
    [['followUp', 'improvements'], followUp.improvements, ['id', 'label']],
    [['actions', 'fiveOnes'], fiveOnes, ['id', 'label']],
    [['actions', 'services'], services, ['id', 'label']],
    [['actions', 'roles'], roles, ['id', 'label']],
  ];
  const repeated = lists.flatMap(([at, list, keys]) =>
    keys.flatMap((key) => duplicates(list.map((entry, index) => [[...at, index, key], valueOf(entry, key)]))),
  );
  const numbers = [
    ...baseItems.map((item, index): Named => [['baseItems', index, 'number'], String(item.number)]),
    ...items.map((item, index): Named => [['items', index, 'number'], String(item.number)]),
  ];
  const called = [
    callNames(['items'], items, ({ title }) => title),
    callNames(['activities', 'kinds'], activities.kinds, ({ label }) => label),
    callNames(['leave', 'kinds'], leave.kinds, ({ label }) => label),
  ].flatMap(duplicates);
  const tiers = Object.entries(assessment.tiers).map(([key, label]): Named => [
    ['assessment', 'tiers', key],
    label,
  ]);
  return [...repeated, ...called, ...duplicates(numbers), ...duplicates(tiers)];
}

/** Names and other names of a list, where another name is one of another entry. Clashes of the names themselves are reported elsewhere. */
function callNames<T extends { readonly aliases: readonly string[] }>(
  at: RulebookPath,
  list: readonly T[],
  nameOf: (entry: T) => string,
): Named[] {
  const names = new Map(list.map((entry, index) => [nameOf(entry), index]));
  return [
    ...[...names].map(([name, index]): Named => [[...at, index], name]),
    ...list.flatMap((entry, index) =>
      entry.aliases.flatMap((alias, n): Named[] =>
        alias === nameOf(entry) ? [] : [[[...at, index, 'aliases', n], alias]],
      ),
    ),
  ];
}

export type Named = [at: RulebookPath, value: string];

function valueOf(entry: object, key: string): string {
  return String(Object.entries(entry).find(([name]) => name === key)?.[1]);
}

export function duplicates(named: readonly Named[]): RulebookProblem[] {
  const seen = new Map<string, RulebookPath>();
  return named.flatMap(([at, value]) => {
    const first = seen.get(value);
    if (first !== undefined) return [problemAt(at, { code: 'duplicate', value, first: pathText(first) })];
    seen.set(value, at);
    return [];
  });
}
