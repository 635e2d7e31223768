import { z } from 'zod';
import { put } from '../../domain/branch/rows.js';
import { unclaimed } from '../../domain/roster/accounts.js';
import { done, openUseCase } from '../use-case.js';

/** What a code is hashed with; the purpose keeps it apart from other signatures. */
export const claimPurpose = 'claim';

/**
 * At every start the people who begin the branch and have no account get a new code; the old one is void. Only the
 * keyed hash is kept, so reading the file is no help in claiming.
 */
export const openClaims = openUseCase({
  name: 'roster.openClaims',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ codes: z.array(z.strictObject({ person: z.int(), code: z.string() })) }),
  run: ({ facts, sign, speaker }, { codes }) => {
    const waiting = new Set(
      unclaimed(facts, speaker.channel, speaker.login ?? null).map((person) => person.id),
    );
    const open = codes.filter(({ person }) => waiting.has(person));
    return done({
      changes: open.map(({ person, code }) =>
        put('claimCode', { person, codeHash: sign(claimPurpose, code), usedAt: null }),
      ),
      ids: open.map(({ person }) => person),
      replies: [],
    });
  },
});
