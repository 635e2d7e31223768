import { z } from 'zod';
import { yearOf } from '../../domain/period/civil.js';
import { adoptedFor } from '../../domain/rulebook/adopted.js';
import { here } from '../reply.js';
import { done, useCase, type Context } from '../use-case.js';
import { rulebookTopics, type RulebookOrigin } from './says.js';

/** `/细则 [项号]`: the items and the readings in force, as the rulebook has them, and where it comes from. */
export const showRulebook = useCase({
  name: 'help.rulebook',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({ item: z.int().nullable(), topic: z.enum(rulebookTopics).nullable() }),
  run: (context, { item, topic }) => {
    if (topic !== null) return done({ replies: [here('help.topic', { topic })] });
    if (item !== null) return done({ replies: [here('help.item', { item })] });
    return done({ replies: [here('help.rulebook', originOf(context))] });
  },
});

/** Since when the one in force holds, and the one that will follow it. */
function originOf({ facts, today }: Context): RulebookOrigin {
  const year = yearOf(today);
  const inForce = adoptedFor(facts, year);
  const next = facts.all('rulebook').find(({ fromYear }) => fromYear > year);
  return {
    fromYear: inForce === undefined || inForce.fromYear === 0 ? null : inForce.fromYear,
    meetingOn: inForce?.meetingOn ?? null,
    next: next === undefined ? null : { version: next.version, fromYear: next.fromYear },
  };
}
