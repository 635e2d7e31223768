/**
 * A map that never changes: `with` makes a new one that shares what it can. A branch has tens of
 * thousands of rows after some years and each message touches a few of them, so that copying a whole map
 * for each message would cost more than the durable commit does.
 *
 * The recent writes lie over a large base; when there are too many of them a new base is made. Keys keep
 * the place of their first writing, as in a `Map`.
 */
export interface Layered<K, V extends object> {
  readonly size: number;
  get(key: K): V | undefined;
  /** In the order of first writing; computed once. */
  values(): readonly V[];
  with(writes: ReadonlyMap<K, V>): Layered<K, V>;
}

/** Makes the map over a copy-free base; the base must not be changed afterwards. */
export function layered<K, V extends object>(base: ReadonlyMap<K, V>): Layered<K, V> {
  return over(base, new Map<K, V>(), base.size);
}

function over<K, V extends object>(
  base: ReadonlyMap<K, V>,
  recent: ReadonlyMap<K, V>,
  size: number,
): Layered<K, V> {
  let values: readonly V[] | undefined;
  const get = (key: K): V | undefined => recent.get(key) ?? base.get(key);
  return {
    size,
    get,
    values: () => (values ??= valuesOf(base, recent)),
    with(writes) {
      const merged = new Map(recent);
      let grown = size;
      for (const [key, value] of writes) {
        if (get(key) === undefined && !merged.has(key)) grown += 1;
        merged.set(key, value);
      }
      return merged.size > mostRecent(base.size) ? layered(flat(base, merged)) : over(base, merged, grown);
    },
  };
}

/** Balances the copy of the recent writes, made each time, with that of the base, made now and then. */
function mostRecent(baseSize: number): number {
  return 64 + 2 * Math.floor(Math.sqrt(baseSize));
}

function flat<K, V>(base: ReadonlyMap<K, V>, recent: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const whole = new Map(base);
  for (const [key, value] of recent) whole.set(key, value);
  return whole;
}

function valuesOf<K, V>(base: ReadonlyMap<K, V>, recent: ReadonlyMap<K, V>): readonly V[] {
  if (recent.size === 0) return [...base.values()];
  const found: V[] = [];
  for (const [key, value] of base) found.push(recent.get(key) ?? value);
  for (const [key, value] of recent) if (!base.has(key)) found.push(value);
  return found;
}
