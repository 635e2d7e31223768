import { z } from 'zod';
import { openMatter } from '../../../domain/matters/open-matter.js';
import type { Facts } from '../../../domain/branch/facts.js';
import { holders, refOf } from '../../../domain/branch/people.js';
import { put, type Change } from '../../../domain/branch/rows.js';
import { accountsOn } from '../../../domain/roster/accounts.js';
import { rebindings } from '../../../domain/roster/rebinding.js';
import { keepPrivate } from '../../../domain/private.js';
import type { BindingMatter } from '../../../domain/rulings/rows.js';
import { toPerson } from '../../reply.js';
import { done, openUseCase } from '../../use-case.js';

/**
 * After a login that changed all account ids: one binding for each person found in the group under their roster name,
 * and one list for the rulers, who confirm with `/确认 N…` as for every binding.
 */
export const proposeRebinding = openUseCase({
  name: 'roster.proposeRebinding',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({
    members: z.array(z.strictObject({ account: z.string(), nickname: z.string() })),
  }),
  run: ({ facts, now, speaker }, { members }) => {
    const { channel, login } = speaker;
    if (login === undefined) return done({ replies: [] });
    const opened: BindingMatter[] = [];
    const changes: Change[] = withdrawn(facts, channel, login);
    let after = facts.with(changes);
    for (const { person, account, nickname } of rebindings(facts, channel, login, members)) {
      const matter: BindingMatter = {
        ...openMatter(after, now, { subject: person.id, proposer: person.id }),
        kind: 'binding',
        channel,
        account,
        nickname,
        login,
      };
      opened.push(matter);
      changes.push(put('matter', matter));
      after = after.with([put('matter', matter)]);
    }
    if (opened.length === 0) return done({ changes, replies: [] });
    const rows = opened.map(({ number, subject }) => {
      const person = facts.get('person', subject);
      return { number, person: person === undefined ? null : refOf(facts, person) };
    });
    return done({
      changes,
      ids: opened.map(({ number }) => number),
      replies: listeners(facts, channel, login).map((id) =>
        toPerson(id, 'roster.rebinding', {
          rows: keepPrivate(
            rows.flatMap(({ number, person }) => (person === null ? [] : [{ number, person }])),
          ),
        }),
      ),
    });
  },
});

/** Proposals of an earlier login name ids that no longer exist. */
function withdrawn(facts: Facts, channel: string, login: string): Change[] {
  return facts
    .open()
    .filter(
      (matter): matter is BindingMatter =>
        matter.kind === 'binding' && matter.channel === channel && matter.login !== login,
    )
    .map((matter) => put('matter', { ...matter, state: 'closed' }));
}

/** The secretary, and the deputies while the secretary cannot be reached. */
function listeners(facts: Facts, channel: string, login: string): readonly number[] {
  const reached = (id: number) => accountsOn(facts, id, channel, login).length > 0;
  const secretaries = holders(facts, 'secretary').map(({ id }) => id);
  const deputies = holders(facts, 'deputySecretary').map(({ id }) => id);
  return secretaries.some(reached) ? secretaries : deputies.some(reached) ? deputies : secretaries;
}
