import { z } from 'zod';
import { put, type Change } from '../../domain/branch/rows.js';
import { foundingRow } from '../../domain/rulebook/adopted.js';
import { done, openUseCase, type Context } from '../use-case.js';

/** The settings name a version that a branch is kept by, with another content: start-up ends here. */
export class RulebookChanged extends Error {
  override readonly name = 'RulebookChanged';
  constructor(
    readonly branch: string,
    readonly version: string,
  ) {
    super(`rulebook ${version} of ${branch} has another content than the file`);
  }
}

/** The rulebook of the settings as row 1 of a branch that has none: from now on it is kept by its own record. */
export function foundingRulebook({ facts, configured, now }: Context): readonly Change[] {
  return facts.all('rulebook').length > 0 ? [] : [put('rulebook', foundingRow(configured, now))];
}

/** At start, for branches that were founded before rulebooks were recorded. */
export const recordFounding = openUseCase({
  name: 'rulebook.found',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => done({ changes: foundingRulebook(context), replies: [] }),
});
