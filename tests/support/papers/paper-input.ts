import { join } from 'node:path';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';
import type { Facts } from '../../../src/domain/branch/facts.js';
import type { Rulebook } from '../../../src/domain/rulebook/schema.js';
import { rulebookOfYear } from '../../../src/domain/rulebook/adopted.js';
import type { PaperInput } from '../../../src/forms/input.js';
import { projectFolder } from '../../../src/project-folder.js';
import { chineseWorkingDays } from '../../../src/jobs/working-days.js';

export async function rulebook2018(): Promise<Rulebook> {
  return (await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'))).rulebook;
}

/** The input of a form from these facts on this day. */
export function paperInput(facts: Facts, rulebook: Rulebook, today: string): PaperInput {
  return {
    facts,
    rulebookOf: (year) => rulebookOfYear(facts, rulebook, year),
    workingDays: chineseWorkingDays(),
    today,
    content: () => Promise.resolve(undefined),
  };
}
