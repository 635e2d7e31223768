import { z } from 'zod';
import { isHere, personOf, refById } from '../../../domain/branch/people.js';
import { speakerOf } from '../../../domain/roster/accounts.js';
import { toGroup } from '../../reply.js';
import { done, openUseCase } from '../../use-case.js';

/**
 * The channel does not let the bot write first. What is private waits; the group reads only, and only once, that the
 * person should speak to the bot: the claim of this message is kept for ever.
 */
export const askContact = openUseCase({
  name: 'roster.askContact',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ account: z.string() }),
  run: ({ facts, speaker }, { account }) => {
    const person = speakerOf(facts, speaker.channel, account, speaker.login ?? null);
    if (person === undefined || !isHere(personOf(facts, person))) return done({ replies: [] });
    return done({
      ids: [person],
      replies: [toGroup('roster.speakInPrivate', { person: refById(facts, person) }, [person])],
    });
  },
});
