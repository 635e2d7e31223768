import { z } from 'zod';
import { done, here, useCase } from '../use-case.js';

/** `/细则 [项号]`: the items and the readings in force, as the rulebook has them. */
export const showRulebook = useCase({
  name: 'help.rulebook',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({ item: z.int().nullable() }),
  run: (_context, { item }) =>
    done({ replies: [item === null ? here('help.rulebook', {}) : here('help.item', { item })] }),
});
