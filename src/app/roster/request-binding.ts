import { z } from 'zod';
import { openMatter } from '../../domain/matters/open-matter.js';
import { isHere, personOf, refById, refOf } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { BindingMatter } from '../../domain/rulings/rows.js';
import { announceReady, insteadOf } from '../matters/announce.js';
import { here } from '../reply.js';
import { done, openUseCase, refuse } from '../use-case.js';
import { openRequests } from './binding-changes.js';

/**
 * `/绑定 姓名`: an account says whose it is, and an officer who knows the person rules. Subject and proposer are that
 * person, so that no one can confirm a second account of their own.
 */
export const requestBinding = openUseCase({
  name: 'roster.requestBinding',
  who: 'strangers',
  place: 'anywhere',
  input: z.strictObject({ person: z.int() }),
  run: ({ facts, rulebook, actor, speaker, now, kinds }, { person: id }) => {
    const person = refOf(facts, personOf(facts, id));
    if (actor !== null && isHere(actor)) {
      return actor.id === id
        ? refuse('roster.alreadyYours', { person })
        : refuse('roster.accountTaken', { person: refOf(facts, actor) });
    }
    const earlier = openRequests(facts, speaker);
    const same = earlier.find((matter) => matter.subject === id);
    if (same !== undefined) return refuse('roster.bindingOpen', { number: same.number, person });
    const matter: BindingMatter = {
      ...openMatter(facts, now, { subject: id, proposer: id }),
      kind: 'binding',
      ...speaker,
    };
    // After a mistyped name people ask again: only the last request of an account counts.
    const changes: Change[] = [
      ...earlier.map((old) => put('matter', { ...old, state: 'withdrawn' })),
      put('matter', matter),
    ];
    const after = facts.with(changes);
    const rulers = insteadOf(after, matter).persons;
    return done({
      changes,
      ids: [matter.number],
      replies: [
        here('roster.bindingAsked', { number: matter.number, person: refById(after, id), rulers }),
        ...announceReady({ facts: after, rulebook, kinds }, matter),
      ],
    });
  },
});
