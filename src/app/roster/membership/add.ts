import { z } from 'zod';
import { dueAsNewcomer, expected } from '../../../domain/attendance/audience.js';
import type { Facts } from '../../../domain/branch/facts.js';
import { isHere, refOf } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { rosterChanges } from '../../../domain/roster/changes.js';
import { unlikeNamesake, wantsRuling } from '../../../domain/roster/matter.js';
import type { Person } from '../../../domain/roster/rows.js';
import { tidyName, whyNoName } from '../../../domain/roster/names.js';
import { here, toPerson } from '../../reply.js';
import { done, refuse, refuseQuietly, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import { refOfActivity } from '../../../domain/attendance/references.js';
import { longestGroup } from './change.js';
import { namesakes, rosterLine } from '../register/show.js';
import { proposeStatus } from './propose.js';

const input = z.strictObject({
  name: z.string(),
  category: z.string(),
  probationary: z.boolean(),
  group: z.string().nullable(),
  /** 转入: from another branch. */
  moved: z.boolean(),
  meetingOn: z.string().nullable(),
  paper: z.string().nullable(),
});

/**
 * `/党员 添加|转入 姓名 类别`. People who come back take their old place again, with points, open matters and account: in a new
 * one they could rule on themselves, or be their own witness. The group tells another person of the same name apart.
 */
export const addMember = useCase({
  name: 'roster.addMember',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input,
  run: (context, { name: written, category, probationary, group, moved, meetingOn, paper }) => {
    const name = tidyName(written);
    const refused = nameRefusal(name);
    if (refused !== undefined) return refused;
    if (group !== null && Array.from(group).length > longestGroup)
      return refuse('roster.badGroup', { most: longestGroup });
    const { facts } = context;
    const same = sameName(facts, name).find(
      (other) => other.category === category && (group === null || other.group === group),
    );
    if (same !== undefined) return refuse('roster.sameName', { person: refOf(facts, same), category });
    const before = departed(facts, name);
    const died = before?.leftHow === 'deceased' && meetingOn === null;
    const alike = before?.category === category && before.probationary === probationary;
    if (died && alike && (group === null || group === before.group)) {
      const told = { name, category, leftOn: before.leftOn ?? context.today };
      return refuseQuietly('roster.diedBefore', told);
    }
    const returned = before !== undefined && moved && !died;
    const standing = { category, probationary, leftHow: null };
    const unlike = returned ? undefined : unlikeNamesake(facts, context.rulebook, name, standing);
    if (unlike !== undefined)
      return refuse('roster.namesakeStanding', {
        ...{ name, category, probationary },
        other: rosterLine(facts, unlike),
        leftHow: unlike.leftHow,
      });
    if (before !== undefined && !moved && !died && (group === null || group === before.group)) {
      const { leftOn } = before;
      return refuse('roster.leftBefore', { name, category, leftOn: leftOn ?? context.today });
    }
    const person = returned
      ? comingBack(before, category, probationary, group)
      : newPerson(context, { name, kind: 'member', category, probationary, group });
    if (returned && !comesBackAsTheyWere(context, before, person)) {
      const to = { category, probationary: person.probationary, leftHow: null };
      return proposeStatus(context, before, to, { meetingOn, paper }, group);
    }
    const joined = facts.with([put('person', person)]);
    const activities = dueAsNewcomer(joined, context.rulebook, person.id, context.now);
    const said = {
      line: rosterLine(joined, person),
      from: returned ? context.today : person.joinedOn,
      moved,
      namesakes: namesakes(joined, person),
      dueAt: activities.map((activity) => refOfActivity(joined, activity)),
    };
    return done({
      changes: [
        put('person', person),
        ...rosterChanges(facts, returned ? before : null, person, context.today, context.actor.id),
        ...activities.map((activity) => put('attendance', expected(activity.id, person.id))),
      ],
      ids: [person.id],
      replies: returned
        ? [here('roster.returned', said), toPerson(person.id, 'roster.returned', said)]
        : [here('roster.added', said)],
    });
  },
});

/** `/群众 添加 姓名`: people of the unit who are not members may witness and object. */
export const addMass = useCase({
  name: 'roster.addMass',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({ name: z.string() }),
  run: (context, { name: written }) => {
    const { facts } = context;
    const name = tidyName(written);
    const refused = nameRefusal(name);
    if (refused !== undefined) return refused;
    const same = sameName(facts, name).find((other) => other.kind === 'mass' || other.kind === 'member');
    if (same?.kind === 'member') return refuse('roster.memberWitnesses', { person: refOf(facts, same) });
    if (same !== undefined) return refuse('roster.sameName', { person: refOf(facts, same), category: null });
    const person = newPerson(context, {
      name,
      kind: 'mass',
      category: null,
      probationary: false,
      group: null,
    });
    const changes = [put('person', person)];
    const after = facts.with(changes);
    return done({
      changes,
      ids: [person.id],
      replies: [
        here('roster.massAdded', { person: refOf(after, person), namesakes: namesakes(after, person) }),
      ],
    });
  },
});

export function nameRefusal(name: string): Outcome | undefined {
  const why = whyNoName(name);
  return why === undefined ? undefined : refuse('roster.badName', { name, why });
}

function sameName(facts: Facts, name: string): readonly Person[] {
  return facts.all('person').filter((person) => person.name === name && isHere(person));
}

/** Who left under this name last; the dead only where nobody else did, and it was entered by mistake. */
function departed(facts: Facts, name: string): Person | undefined {
  const left = facts
    .all('person')
    .filter((person) => person.name === name && person.kind === 'member' && !isHere(person));
  return left.findLast(({ leftHow }) => leftHow !== 'deceased') ?? left.at(-1);
}

function comingBack(before: Person, category: string, probationary: boolean, group: string | null): Person {
  const back = { category, group: group ?? before.group, leftOn: null, leftHow: null };
  // Somebody who left 预备 is 预备 still: 转正 is ruled.
  return { ...before, ...back, probationary: before.probationary || probationary };
}

/** Going and coming back changes no standing by the way, and does not undo 退党 or 除名. */
function comesBackAsTheyWere({ rulebook }: ActorContext, before: Person, person: Person): boolean {
  return before.leftHow === 'transferred' && !wantsRuling(rulebook, { ...before, leftHow: null }, person);
}

function newPerson(
  { facts, today }: ActorContext,
  known: Pick<Person, 'name' | 'kind' | 'category' | 'probationary' | 'group'>,
): Person {
  return {
    ...known,
    id: facts.next('person'),
    exempt: false,
    joinedOn: today,
    partyJoinedOn: null,
    leftOn: null,
    leftHow: null,
    phone: null,
  };
}
