import { layered, type Layered } from './layered.js';
import { groupedBy } from './once-for.js';

type Key = string | number;
type Index<V> = Layered<Key, readonly V[]>;
/** Undefined: the index leaves the row out. */
type Finder<V> = (one: V) => { readonly key: Key } | undefined;
type AnyFinder = Finder<never>;

/** A row that was written, and the one whose place in the list it took; without a new one, the old one left the list. */
export interface Written<V extends object> {
  readonly old: V | undefined;
  readonly now: V | undefined;
}

/** Of more rows at once, as an import writes them, an index is made anew when it is asked for. */
const mostCarried = 100;

/** The indexes of each list, for as long as the list exists. */
const known = new WeakMap<readonly object[], Map<AnyFinder, Index<object>>>();
const none: readonly never[] = [];

/**
 * Rows of a list that facts hand out by some of what they say, in the order of the list. Made when it is first asked
 * for; each write carries it on to the next list, so that a member with a thousand matters costs a line no more than
 * one with ten.
 *
 * @param belongs which rows it has
 */
export function indexBy<V extends object, W extends V>(
  belongs: (one: V) => one is W,
  keyOf: (one: W) => Key,
): (list: readonly V[], key: Key) => readonly W[] {
  const find = (one: V) => (belongs(one) ? { key: keyOf(one) } : undefined);
  return (list, key) => {
    const indexes = known.get(list) ?? new Map<AnyFinder, Index<object>>();
    const made = indexes.get(find);
    const index = made ?? layered<Key, readonly object[]>(groupedBy(list.filter(belongs), keyOf));
    if (made === undefined) known.set(list, indexes.set(find, index));
    // Only what belongs went into it.
    return (index.get(key) ?? none) as readonly W[];
  };
}

/** The few of a list that belong, kept in the same way. */
export function pick<V extends object, W extends V>(
  belongs: (one: V) => one is W,
): (list: readonly V[]) => readonly W[] {
  const found = indexBy(belongs, () => 0);
  return (list) => found(list, 0);
}

/** After a write: `after` is `before` with these rows in their places, or at the end. */
export function carryIndexes<V extends object>(
  before: readonly V[],
  after: readonly V[],
  written: readonly Written<V>[],
): void {
  const indexes = known.get(before);
  if (indexes === undefined || written.length > mostCarried) return;
  const next = new Map<AnyFinder, Index<object>>();
  for (const [find, index] of indexes) {
    const carried = carriedOn(index, find as Finder<object>, written);
    if (carried !== undefined) next.set(find, carried);
  }
  known.set(after, next);
}

/** Undefined: a row came into a group from elsewhere, so that its place there must be looked for anew. */
function carriedOn(
  index: Index<object>,
  find: Finder<object>,
  written: readonly Written<object>[],
): Index<object> | undefined {
  const groups = new Map<Key, readonly object[]>();
  const groupOf = (key: Key) => groups.get(key) ?? index.get(key) ?? none;
  for (const { old, now } of written) {
    const from = old === undefined ? undefined : find(old)?.key;
    const to = now === undefined ? undefined : find(now)?.key;
    if (old !== undefined && to !== undefined && from !== to) return undefined;
    const place = now === undefined || to === undefined ? [] : [now];
    if (from !== undefined)
      groups.set(
        from,
        groupOf(from).flatMap((one) => (one === old ? place : [one])),
      );
    else if (to !== undefined) groups.set(to, [...groupOf(to), ...place]);
  }
  return groups.size === 0 ? index : index.with(groups);
}
