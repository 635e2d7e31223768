import { z } from 'zod';
import type { ActivityRef } from '../../../domain/attendance/references.js';
import { holds, personOf, refById, refOf } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { rosterChanges } from '../../../domain/roster/changes.js';
import { isScored, wantsRuling } from '../../../domain/roster/matter.js';
import type { Person } from '../../../domain/roster/rows.js';
import { here, toPerson, type Reply } from '../../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import type { Who } from '../../who.js';
import { officersFor } from '../../veto/cards.js';
import { followAudience } from '../due.js';
import type { RosterStep } from '../says.js';
import { proposeStatus } from './propose.js';

/** Characters of a group's name. */
export const longestGroup = 30;

const keepers: Who = ['recorder', 'secretary'];

/**
 * `/党员 调整 姓名 类别 [会议 日期]`. 预备党员 also makes the status 预备; other categories leave the status as it is. What
 * takes somebody into scoring or out of it is ruled by another officer.
 */
export const changeCategory = useCase({
  name: 'roster.category',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({
    person: z.int(),
    category: z.string(),
    probationary: z.boolean(),
    meetingOn: z.string().nullable(),
  }),
  run: (context, { person: id, category, probationary, meetingOn }) => {
    const person = personOf(context.facts, id);
    const next = { ...person, category, probationary: person.probationary || probationary };
    const scored = isScored(context.rulebook, next);
    const step = { step: 'category', category, scored, probationary: next.probationary } as const;
    if (!wantsRuling(context.rulebook, person, next)) return change(context, person, next, step);
    const to = { category, probationary: next.probationary };
    return proposeStatus(context, person, to, { meetingOn, paper: null });
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

/** `/党员 预备 姓名 会议 日期` */
export const makeProbationary = useCase({
  name: 'roster.probationary',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), meetingOn: z.string().nullable() }),
  run: (context, { person: id, meetingOn }) => {
    const person = personOf(context.facts, id);
    if (person.probationary)
      return refuse('roster.unchanged', {
        person: refOf(context.facts, person),
        step: { step: 'probationary' },
      });
    return proposeStatus(context, person, { probationary: true }, { meetingOn, paper: null });
  },
});

/** `/党员 转正 姓名 日期`: the day of the meeting's decision, from which the member votes once it is ruled. */
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
    return proposeStatus(context, person, { probationary: false }, { meetingOn: on, paper: null });
  },
});

function change(context: ActorContext, before: Person, next: Person, step: RosterStep): Outcome {
  const { facts, actor, today } = context;
  if (before.category === next.category && before.group === next.group)
    return refuse('roster.unchanged', { person: refOf(facts, before), step });
  const changes = [put('person', next), ...rosterChanges(facts, before, next, today, actor.id)];
  const after = facts.with(changes);
  const follows = followAudience(context, after, next.id);
  return done({
    changes: [...changes, ...follows.changes],
    ids: [next.id],
    replies: [
      here('roster.changed', { person: refById(after, next.id), step }),
      ...follows.replies,
      ...tellOwn(context, before, follows.spared),
    ],
  });
}

/** Who frees themselves from what was called already: as with an own roll call, the officers see it and may undo it. */
function tellOwn(
  { facts, actor }: ActorContext,
  { id, group }: Person,
  spared: readonly ActivityRef[],
): readonly Reply[] {
  if (actor.id !== id || spared.length === 0 || group === null) return [];
  const told = { person: refById(facts, id), group, spared };
  return officersFor(facts, id).map((officer) => toPerson(officer, 'roster.ownDutyEnds', told));
}
