import type { Inbound } from '../../app/ports/channel.js';
import type { Meaning, Reader } from '../../app/incoming.js';
import { awaitedPicture } from '../../app/points/attach.js';
import { justProposed } from '../../app/rulings/withdraw.js';
import { recalled, sendPicture } from '../replies/plain/sentences.js';

/**
 * What nobody can read: a chat message was taken back, or a video or voice came. Undefined: the words count.
 */
export function withoutWords({ recalled: isRecalled, unusable, text }: Inbound): Reader | undefined {
  if (isRecalled === true)
    return (context) => {
      const { actor } = context;
      const matters = actor === null ? [] : justProposed({ ...context, actor });
      return matters.length === 0 ? silence : { kind: 'answer', text: recalled(matters) };
    };
  if (unusable === undefined) return undefined;
  return (context) => {
    const { actor, place } = context;
    const awaited = actor !== null && awaitedPicture({ ...context, actor }) !== undefined;
    const isAnswered = awaited || (place === 'private' && actor !== null && text === '');
    return isAnswered ? { kind: 'answer', text: sendPicture(unusable, awaited) } : silence;
  };
}

const silence: Meaning = { kind: 'silence' };
