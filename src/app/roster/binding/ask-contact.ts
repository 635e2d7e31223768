import { z } from 'zod';
import { isHere, personOf, refById } from '../../../domain/branch/people.js';
import { speakerOf } from '../../../domain/roster/accounts.js';
import { toGroup } from '../../reply.js';
import { done, openUseCase } from '../../use-case.js';

/**
 * The channel does not let the bot write first. What is private waits; the group reads only, and only once, that these
 * people should speak to the bot: the claim of this message is kept for ever.
 */
export const askContact = openUseCase({
  name: 'roster.askContact',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ accounts: z.array(z.string()) }),
  run: ({ facts, speaker }, { accounts }) => {
    const ids = accounts.flatMap((account) => {
      const person = speakerOf(facts, speaker.channel, account, speaker.login ?? null);
      return person !== undefined && isHere(personOf(facts, person)) ? [person] : [];
    });
    if (ids.length === 0) return done({ replies: [] });
    const persons = ids.map((id) => refById(facts, id));
    return done({ ids, replies: [toGroup('roster.speakInPrivate', { persons }, ids)] });
  },
});
