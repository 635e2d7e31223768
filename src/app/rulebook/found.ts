import { z } from 'zod';
import { put, type Change } from '../../domain/branch/rows.js';
import { foundingRow } from '../../domain/rulebook/adopted.js';
import { done, openUseCase, type Context } from '../use-case.js';

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
