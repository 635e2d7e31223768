import { z } from 'zod';
import { personOf, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type { ProxyEntry } from '../../domain/roster/rows.js';
import { decide } from '../perform.js';
import type { PublicSay } from '../says.js';
import { publicSay, type Reply } from '../reply.js';
import { refuse, useCase, type ActorContext, type Intent, type Outcome } from '../use-case.js';

const input = z.strictObject({
  person: z.int(),
  /** The word of the command, for the line members are to send themselves. */
  command: z.string(),
  /** What the member would have sent, read with them as the speaker. */
  intent: z.custom<Intent>(),
  /** Its refusals are for the member alone, so the recorder reads them in private. */
  discreet: z.boolean(),
  how: z.enum(['telephone', 'inPerson']).nullable(),
  /** The day on which the member said it. */
  on: z.string().nullable(),
});
type Entered = z.infer<typeof input>;

/**
 * `/代 姓名 命令 …`: the recorder enters what a member without an account said. It passes through the one door a second
 * time, as the member's, and the entry stays on record (SPEC §3).
 */
export const enterByProxy = useCase({
  name: 'roster.proxy',
  who: ['recorder'],
  place: 'anywhere',
  input,
  run: (context, entered) => {
    const { facts, actor, today } = context;
    if (entered.on !== null && entered.on > today) return refuse('roster.futureDay', { date: entered.on });
    const person = personOf(facts, entered.person);
    if (accountsOf(facts, person.id).length > 0)
      return refuse('door.hasAccount', { person: refOf(facts, person), command: entered.command });
    const entry = entryOf(context, entered);
    // On record before it is heard, so that the ruler reads at once who entered it.
    const known = facts.with([put('proxyEntry', entry)]);
    const outcome = decide({ ...context, facts: known, actor: person, enteredBy: actor }, entered.intent);
    switch (outcome.kind) {
      case 'refused':
        return outcome.say.code.startsWith('door.')
          ? outcome
          : {
              ...outcome,
              discreet: entered.discreet,
              remark: publicSay('roster.onBehalf', { person: refOf(facts, person) }),
            };
      case 'done':
        return outcome.changes.length === 0 ? outcome : recorded(context, entered, entry, outcome);
      case 'backup':
        throw new Error(`${entered.intent.useCase.name} is not entered for somebody else`);
    }
  },
});

type Done = Extract<Outcome, { readonly kind: 'done' }>;

function entryOf({ facts, actor, now }: ActorContext, { person, intent, how, on }: Entered): ProxyEntry {
  const id = facts.next('proxyEntry');
  return { id, person, enteredBy: actor.id, enteredAt: now, useCase: intent.useCase.name, how, on };
}

function recorded(context: ActorContext, entered: Entered, entry: ProxyEntry, outcome: Done): Outcome {
  const { facts, actor } = context;
  const { person, how, on } = entered;
  const remark = publicSay('roster.byProxy', { by: refOf(facts, actor), how, on });
  return {
    ...outcome,
    changes: [put('proxyEntry', entry), ...outcome.changes],
    ids: [person, ...outcome.ids],
    replies: remarked(outcome.replies, remark),
  };
}

/** Behind the first answer where the recorder typed; an answer of its own where there is none. */
function remarked(replies: readonly Reply[], remark: PublicSay): readonly Reply[] {
  const first = replies.find((reply) => reply.to === 'here' || reply.to === 'speaker');
  if (first === undefined) return [{ to: 'here', say: remark }, ...replies];
  return replies.map((reply) => (reply === first ? { ...first, remark } : reply));
}
