import { z } from 'zod';
import { holders, isHere, personOf, refOf } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { keepPrivate } from '../../../domain/private.js';
import { tidyName } from '../../../domain/roster/names.js';
import {
  decidesStanding,
  particularOf,
  whyNotPutRight,
  withParticular,
} from '../../../domain/roster/particulars.js';
import { particularFields, type ParticularChange } from '../../../domain/roster/rows.js';
import type { Person } from '../../../domain/roster/rows.js';
import { isTooLong, longestText } from '../../free-text.js';
import { here, toPerson, toSpeaker } from '../../reply.js';
import { done, refuse, useCase, type ActorContext } from '../../use-case.js';
import type { Who } from '../../who.js';
import { namesakes } from '../register/show.js';
import { nameRefusal } from './add.js';
import { otherKeepers } from './propose.js';

const keepers: Who = ['recorder', 'secretary'];

/** `/党员 改名 旧名 新名`: the same person, with points, matters and account; what was published keeps the old name. */
export const renameMember = useCase({
  name: 'roster.rename',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), name: z.string() }),
  run: (context, { person: id, name: written }) => {
    const { facts, actor } = context;
    const person = personOf(facts, id);
    if (id === actor.id) return refuse('roster.ownStatus', { others: otherKeepers(context) });
    const name = tidyName(written);
    const refused = nameRefusal(name);
    if (refused !== undefined) return refused;
    const { category, group } = person;
    const same = facts
      .all('person')
      .find((one) => one.name === name && isHere(one) && one.category === category && one.group === group);
    if (same !== undefined)
      return refuse('roster.nameTaken', { person: refOf(facts, same), own: same.id === id });
    const renamed = remembered(
      context,
      { ...person, name },
      { field: 'name', before: person.name, after: name },
    );
    const changes = [put('person', renamed)];
    const said = { was: refOf(facts, person), name, namesakes: namesakes(facts.with(changes), renamed) };
    const told = new Set([id, ...holders(facts, 'secretary').map((secretary) => secretary.id)]);
    told.delete(actor.id);
    return done({
      changes,
      ids: [id],
      replies: [
        here('roster.renamed', said),
        ...[...told].map((one) => toPerson(one, 'roster.renamed', said)),
      ],
    });
  },
});

/** `/党员 修改 姓名 手机 13800000000`: read back, and kept in the person's history. */
export const putRight = useCase({
  name: 'roster.putRight',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({
    person: z.int(),
    field: z.enum(particularFields),
    value: z.string().nullable(),
  }),
  run: (context, { person: id, field, value }) => {
    const { facts, actor, today } = context;
    const person = personOf(facts, id);
    const told = { person: keepPrivate(refOf(facts, person)), field };
    if (value !== null && isTooLong(value)) return refuse('rulings.textTooLong', { most: longestText });
    if (decidesStanding(field) && id === actor.id)
      return refuse('roster.ownStatus', { others: otherKeepers(context) });
    if (
      value !== null &&
      (decidesStanding(field) || field === 'bornOn') &&
      value > today.slice(0, value.length)
    )
      return refuse('roster.futureDay', { date: value });
    const why = whyNotPutRight(facts, person, field, value);
    if (why !== undefined) return refuse('roster.notPutRight', { person: refOf(facts, person), field, why });
    const before = particularOf(person, field);
    const reply = toSpeaker('roster.putRight', {
      ...told,
      before: keepPrivate(before),
      after: keepPrivate(value),
    });
    if (before === value) return done({ replies: [reply] });
    const next = remembered(context, withParticular(person, field, value), { field, before, after: value });
    return done({ changes: [put('person', next)], ids: [id], replies: [reply] });
  },
});

function remembered(
  { today, actor }: ActorContext,
  person: Person,
  change: Omit<ParticularChange, 'on' | 'by'>,
): Person {
  return { ...person, putRight: [...(person.putRight ?? []), { ...change, on: today, by: actor.id }] };
}
