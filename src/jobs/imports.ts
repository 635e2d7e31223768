import { announceImport } from '../app/imports/announce.js';
import type { CivilTime } from '../domain/period/civil.js';
import type { Matter } from '../domain/rulings/rows.js';
import { fileOfMatter } from '../domain/matters/kinds.js';
import type { Push } from './job.js';

/**
 * What was imported is told by the running bot: the import is a process of its own that speaks on no channel. All
 * matters of one import were opened at one instant and out of one file; another file may follow within the second.
 */
const told: Push = (from, to, { facts }) => {
  const imports = new Map<string, Told>();
  for (const matter of facts.open()) {
    const { openedAt: due } = matter;
    if (due <= from || due > to) continue;
    const file = fileOfMatter(matter);
    if (file === undefined) continue;
    const name = `${due}/${file}`;
    imports.set(name, { due, file, matters: [...(imports.get(name)?.matters ?? []), matter] });
  }
  return [...imports.values()].map(({ due, file, matters }) => ({
    kind: 'import-told' as const,
    // Nothing that a ruling changes may stand in the name of the run, or the rest would be told again.
    subject: String(file),
    due,
    worthUntil: null,
    intent: announceImport.intent({ numbers: matters.map(({ number }) => number) }),
  }));
};

interface Told {
  readonly due: CivilTime;
  readonly file: number;
  readonly matters: readonly Matter[];
}

export const importPushes: readonly Push[] = [told];
