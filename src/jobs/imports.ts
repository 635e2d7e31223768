import { announceImport } from '../app/imports/announce.js';
import type { Matter } from '../domain/rulings/rows.js';
import { fileOfMatter } from '../domain/rulings/source.js';
import type { Push } from './job.js';

/**
 * What was imported is told by the running bot: the import is a process of its own that speaks on no channel. All
 * matters of one import were opened at one instant.
 */
const told: Push = (from, to, { facts }) => {
  const imports = new Map<string, Matter[]>();
  for (const matter of facts.open()) {
    const { openedAt } = matter;
    if (fileOfMatter(matter) === undefined || openedAt <= from || openedAt > to) continue;
    imports.set(openedAt, [...(imports.get(openedAt) ?? []), matter]);
  }
  return [...imports].map(([due, matters]) => ({
    kind: 'import-told' as const,
    // Nothing that a ruling changes may stand in the name of the run, or the rest would be told again.
    subject: null,
    due,
    worthUntil: null,
    intent: announceImport.intent({ numbers: matters.map(({ number }) => number) }),
  }));
};

export const importPushes: readonly Push[] = [told];
