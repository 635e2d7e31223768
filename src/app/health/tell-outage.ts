import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holders } from '../../domain/branch/people.js';
import { accountsOn } from '../../domain/roster/accounts.js';
import { say } from '../says.js';
import type { Reply } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

const ways = z.array(
  z.strictObject({ channel: z.string(), privateChat: z.boolean(), group: z.string().nullable() }),
);

/**
 * A connection is lost: the secretary hears it through another channel, in private where possible, else in its group
 * and without names. Without another channel only the operator hears it.
 */
export const tellOutage = openUseCase({
  name: 'health.tellOutage',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({
    title: z.string(),
    state: z.enum(['connecting', 'connected', 'lost', 'loginNeeded', 'displaced']),
    since: z.string(),
    ways,
  }),
  run: ({ facts }, { title, state, since, ways: given }) => {
    const words = say('door.outage', { title, state, since });
    const [first] = given.flatMap((way) => addressOf(facts, way));
    return done({ replies: first === undefined ? [] : [{ to: first, say: words }] });
  },
});

type Address = Extract<Reply['to'], { readonly channel: string }>;

function addressOf(
  facts: Facts,
  { channel, privateChat, group }: z.infer<typeof ways>[number],
): readonly Address[] {
  const [secretary] = holders(facts, 'secretary');
  const account =
    secretary === undefined || !privateChat
      ? undefined
      : accountsOn(facts, secretary.id, channel, null).at(-1);
  if (account !== undefined) return [{ channel, account: account.account }];
  return group === null ? [] : [{ channel, group }];
}
