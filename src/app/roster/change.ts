import { z } from 'zod';
import { categoryOf, holders, holds, personOf, refById, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { rosterChanges } from '../../domain/roster/changes.js';
import type { Person } from '../../domain/roster/rows.js';
import { here, toPerson, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import type { Who } from '../who.js';
import type { RosterStep } from './says.js';

/** Characters of a group's name. */
export const longestGroup = 30;

const keepers: Who = ['recorder', 'secretary'];

/** `/党员 调整 姓名 类别`. 预备党员 also makes the status 预备; other categories leave the status as it is. */
export const changeCategory = useCase({
  name: 'roster.category',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), category: z.string(), probationary: z.boolean() }),
  run: (context, { person: id, category, probationary }) => {
    const person = personOf(context.facts, id);
    const next = { ...person, category, probationary: person.probationary || probationary };
    const scored = context.rulebook.categories.find((known) => known.id === category)?.scored === true;
    const step = { step: 'category', category, scored, probationary: next.probationary } as const;
    return change(context, person, next, step);
  },
});

/** `/党员 小组 姓名 第一小组`; null takes the member out of the group. */
export const changeGroup = useCase({
  name: 'roster.group',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), group: z.string().nullable() }),
  run: (context, { person: id, group }) => {
    const { facts } = context;
    const person = personOf(facts, id);
    if (group !== null && Array.from(group).length > longestGroup)
      return refuse('roster.badGroup', { most: longestGroup });
    if (group === null && holds(facts, id, 'groupLeader'))
      return refuse('roster.leadsGroup', { person: refOf(facts, person) });
    return change(context, person, { ...person, group }, { step: 'group', group });
  },
});

/** `/党员 预备 姓名` */
export const makeProbationary = useCase({
  name: 'roster.probationary',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({ person: z.int() }),
  run: (context, { person: id }) => {
    const person = personOf(context.facts, id);
    return change(context, person, { ...person, probationary: true }, { step: 'probationary' });
  },
});

/** `/党员 转正 姓名 日期`: the day of the meeting's decision, from which the member votes. */
export const makeRegular = useCase({
  name: 'roster.regular',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), on: z.string() }),
  run: (context, { person: id, on }) => {
    const person = personOf(context.facts, id);
    if (on > context.today) return refuse('roster.futureDay', { date: on });
    if (!person.probationary)
      return refuse('roster.notProbationary', { person: refOf(context.facts, person) });
    const next = { ...person, probationary: false, regularOn: on };
    return change(context, person, next, { step: 'regular', on });
  },
});

function change(context: ActorContext, before: Person, next: Person, step: RosterStep): Outcome {
  const { facts, actor, today } = context;
  const same =
    before.category === next.category &&
    before.group === next.group &&
    before.probationary === next.probationary;
  if (same) return refuse('roster.unchanged', { person: refOf(facts, before), step });
  const on = step.step === 'regular' ? step.on : today;
  const changes = [put('person', next), ...rosterChanges(facts, before, next, on, actor.id)];
  return done({
    changes,
    ids: [next.id],
    replies: [
      here('roster.changed', { person: refById(facts.with(changes), next.id), step }),
      ...tellOfScoring(context, before, next),
    ],
  });
}

/** The member and the secretary always hear when a category changes who is scored. */
function tellOfScoring(
  { facts, rulebook, actor }: ActorContext,
  before: Person,
  next: Person,
): readonly Reply[] {
  const scored = categoryOf(rulebook, next)?.scored === true;
  if (scored === (categoryOf(rulebook, before)?.scored === true)) return [];
  const told = new Set([next.id, ...holders(facts, 'secretary').map(({ id }) => id)]);
  told.delete(actor.id);
  const said = { person: refById(facts, next.id), scored, by: refById(facts, actor.id) };
  return [...told].map((person) => toPerson(person, 'roster.scoringChanged', said));
}
