import type { Facts } from '../domain/branch/facts.js';
import type { TableName } from '../domain/branch/rows.js';
import type { Matter } from '../domain/rulings/rows.js';
import { isWatched } from './pushes/matters.js';

/** Facts that note what is read of them, so that what was found in them is kept while that is the same. */
interface Noted {
  readonly facts: Facts;
  /** Whether everything that was read up to now reads the same in `later`. */
  readonly isSameIn: (later: Facts) => boolean;
}

/** Of the branch itself only what never changes may be read, and of the open matters those that are watched. */
export function noted(facts: Facts): Noted {
  const parts = new Map<TableName, object>();
  const open: (readonly Matter[])[] = [];
  const of = (table: TableName): Facts => {
    parts.set(table, facts.part(table));
    return facts;
  };
  return {
    facts: {
      branch: facts.branch,
      get: (table, ...key) => of(table).get(table, ...key),
      all: (table) => of(table).all(table),
      of: (table, group) => of(table).of(table, group),
      next: (table) => of(table).next(table),
      part: (table) => of(table).part(table),
      open() {
        open[0] = facts.open();
        return open[0];
      },
      with() {
        throw new Error('a push decides nothing');
      },
    },
    isSameIn: sameness(parts, open),
  };
}

/** A function of its own: what it returns is kept, and must not hold the facts. */
function sameness(parts: ReadonlyMap<TableName, object>, open: readonly (readonly Matter[])[]) {
  return (later: Facts): boolean =>
    [...parts].every(([table, part]) => later.part(table) === part) &&
    open.every((before) => isSameForPushes(before, later));
}

/** Only matters that no push looks at came or went. */
function isSameForPushes(before: readonly Matter[], later: Facts): boolean {
  const now = later.open();
  if (before === now) return true;
  const changed: Matter[] = [];
  let at = 0;
  for (const matter of before) {
    while ((now[at]?.number ?? Infinity) < matter.number) changed.push(...now.slice(at, (at += 1)));
    if (now[at] === matter) at += 1;
    else changed.push(matter);
  }
  return ![...changed, ...now.slice(at)].some((matter) => isWatched(later, matter));
}
