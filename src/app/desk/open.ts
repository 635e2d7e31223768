import { z } from 'zod';
import { keepPrivate } from '../../domain/private.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';

/** `/桌面`: a link of one's own into the desk. The audit records who opened it. */
export const openDesk = useCase({
  name: 'desk.open',
  who: 'everybody',
  place: 'private',
  input: z.strictObject({}),
  run: (context) => {
    const invitation = context.invite();
    return invitation === null
      ? refuse('desk.closed', {})
      : done({
          onRecord: true,
          replies: [toSpeaker('desk.invitation', { invitation: keepPrivate(invitation) })],
        });
  },
});
