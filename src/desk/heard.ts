import type { PaperOrder } from '../app/ports/papers.js';
import { decide } from '../app/perform.js';
import type { ActorContext, Intent } from '../app/use-case.js';
import { voice } from '../chat/voice.js';

/** What a question says in private, without asking it in the chat: the same words on the page. */
export function heard(context: ActorContext, intent: Intent): string {
  const outcome = decide({ ...context, place: 'private' }, intent);
  if (outcome.kind === 'backup') throw new Error(`${intent.useCase.name} is no question`);
  if (outcome.kind === 'refused') return voice.say(outcome.say, context);
  return outcome.replies
    .filter(({ to }) => to === 'here' || to === 'speaker')
    .map((reply) => `${voice.say(reply.say, context)}${remarkOf(reply, context)}`)
    .join('\n');
}

function remarkOf(reply: object, context: ActorContext): string {
  return 'remark' in reply ? voice.say(reply.remark as Parameters<typeof voice.say>[0], context) : '';
}

export interface Ordered {
  readonly order: PaperOrder;
  readonly today: string;
}

/** The paper that an order comes to, or the sentence why there is none. */
export function orderedBy(context: ActorContext, intent: Intent): string | Ordered {
  const outcome = decide({ ...context, place: 'private' }, intent);
  if (outcome.kind === 'refused') return voice.say(outcome.say, context);
  const replies = outcome.kind === 'done' ? outcome.replies : [];
  const order = replies.flatMap((reply) => ('paper' in reply ? [reply.paper] : []))[0];
  return order === undefined ? voice.paperMissing : { order, today: context.today };
}
