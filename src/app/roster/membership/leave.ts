import { z } from 'zod';
import type { Facts } from '../../../domain/branch/facts.js';
import { holders, holds, personOf, refById, refOf, superiors } from '../../../domain/branch/people.js';
import type { Departure, OfficeName, Person } from '../../../domain/roster/rows.js';
import { keepPrivate } from '../../../domain/private.js';
import { departure } from '../../../domain/roster/departure.js';
import type { StatusMatter } from '../../../domain/rulings/rows.js';
import type { Follows } from '../../matters/kind.js';
import { here, toPerson, toSpeaker, withRemark, type PrivateReply, type Reply } from '../../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import type { Who } from '../../who.js';
import type { Statement } from '../register/departed-says.js';
import { officersFor } from '../../veto/cards.js';
import { otherKeepers, proposeStatus } from './propose.js';
import { forLeaver, statementOf } from './statement.js';
import { tellOpenDisposal } from './open-disposal.js';
import { tellRequestsEnded } from '../binding/bind.js';
import { toSuperiors } from '../tell-superiors.js';

const keepers: Who = ['recorder', 'secretary'];
const input = z.strictObject({ person: z.int() });

/** `/党员 转出 姓名`: said openly, with a statement for the one who leaves and for the secretary. */
export const transferMember = useCase({
  name: 'roster.transfer',
  who: keepers,
  place: 'anywhere',
  input,
  run: (context, { person: id }) =>
    leave(context, id, 'transferred', (person, statement) => [
      ...(context.place === 'group'
        ? [here('roster.moved', { person: refOf(context.facts, person) })]
        : [withWayBack(context.facts, person, toSpeaker('roster.left', { statement }))]),
      toPerson(id, 'roster.farewell', { statement: keepPrivate(forLeaver(context, id, statement.kept)) }),
      ...toSecretary(context, id, statement),
      ...tellOpenDisposal(context, id),
    ]),
});

/** `/党员 去世 姓名`: who entered it and the secretary hear of it; nothing is pushed about the dead any more. */
export const recordDeath = useCase({
  name: 'roster.death',
  who: keepers,
  place: 'anywhere',
  input,
  run: (context, { person: id }) =>
    leave(context, id, 'deceased', (person, statement) => [
      // In the group not even a hint that something was answered.
      context.place === 'group'
        ? toPerson(context.actor.id, 'roster.left', { statement })
        : withWayBack(context.facts, person, toSpeaker('roster.left', { statement }), context.today),
      ...toSecretary(context, id, statement),
    ]),
});

/** `/党员 退党|除名 姓名 会议 日期 文号 文号`: in private only, and ruled by another officer. */
export const endMembership = useCase({
  name: 'roster.endMembership',
  who: keepers,
  place: 'private',
  input: z.strictObject({
    person: z.int(),
    how: z.enum(['withdrew', 'expelled']),
    meetingOn: z.string().nullable(),
    paper: z.string().nullable(),
  }),
  run: (context, { person: id, how, meetingOn, paper }) => {
    const person = personOf(context.facts, id);
    const refused = refusal(context, person);
    return refused ?? proposeStatus(context, person, { leftHow: how }, { meetingOn, paper });
  },
});

/** What 退党 or 除名 brings about once it is ruled. */
export function endedMembership(
  context: ActorContext,
  { subject, proposer }: StatusMatter,
  how: Departure,
): Follows {
  const { facts, actor, now } = context;
  const person = personOf(facts, subject);
  const statement = keepPrivate(statementOf(context, person, how));
  const told = new Set([proposer, ...holders(facts, 'secretary').map(({ id }) => id)]);
  return {
    changes: departure(facts, person, how, actor.id, now),
    replies: [
      ...[...told].flatMap((id) => (id === subject ? [] : [toPerson(id, 'roster.left', { statement })])),
      ...othersTold(context, person.id, statement.kept),
    ],
  };
}

/** `/群众 移除 姓名` */
export const removeMass = useCase({
  name: 'roster.removeMass',
  who: keepers,
  place: 'anywhere',
  input,
  run: (context, { person: id }) => {
    const { facts } = context;
    const { kind } = personOf(facts, id);
    if (kind !== 'mass') return refuse('roster.noMass', { person: refById(facts, id), kind });
    return leave(context, id, 'transferred', (person) => [
      here('roster.massRemoved', { person: refOf(facts, person) }),
    ]);
  },
});

function leave(
  context: ActorContext,
  id: number,
  how: Departure,
  replies: (person: Person, statement: ReturnType<typeof keepPrivate<Statement>>) => readonly Reply[],
): Outcome {
  const { facts, actor, now } = context;
  const person = personOf(facts, id);
  const refused = refusal(context, person);
  if (refused !== undefined) return refused;
  const statement = keepPrivate(statementOf(context, person, how));
  return done({
    changes: departure(facts, person, how, actor.id, now),
    ids: [id],
    replies: [...replies(person, statement), ...othersTold(context, person.id, statement.kept)],
  });
}

function refusal(context: ActorContext, person: Person): Outcome | undefined {
  const { facts, actor } = context;
  if (person.id === actor.id) return refuse('roster.ownStatus', { others: otherKeepers(context) });
  // Otherwise recorders could remove who rules or watches: also by a death that was none.
  if (holds(facts, person.id, 'secretary') && superiors(facts).length > 0)
    return refuse('roster.leavingSecretary', { person: refOf(facts, person) });
  const offices = officesBesideRecorder(context, person.id);
  return offices.length === 0
    ? undefined
    : refuse('roster.leavingOfficer', { person: refOf(facts, person), offices });
}

/** Whoever rules or watches leaves through the secretary while there is one. */
function officesBesideRecorder({ facts, actor }: ActorContext, id: number): readonly OfficeName[] {
  const secretaries = holders(facts, 'secretary').filter((secretary) => secretary.id !== id);
  if (secretaries.length === 0 || holds(facts, actor.id, 'secretary')) return [];
  const shielded: readonly OfficeName[] = ['deputySecretary', 'supervisor'];
  return shielded.filter((office) => holds(facts, id, office));
}

/** A name may have been a slip: the line that takes them in again, for who entered it. */
function withWayBack(
  facts: Facts,
  person: Person,
  reply: PrivateReply,
  meetingOn: string | null = null,
): PrivateReply {
  const { category } = person;
  return category === null
    ? reply
    : withRemark(reply, 'roster.wayBack', { person: refOf(facts, person), category, meetingOn });
}

/** The secretary hears what stays open, unless they entered it themselves; the deputies, where the secretary leaves. */
function toSecretary(
  { facts, actor, place }: ActorContext,
  id: number,
  statement: ReturnType<typeof keepPrivate<Statement>>,
): readonly Reply[] {
  return officersFor(facts, id)
    .filter((officer) => officer !== actor.id || (place === 'group' && statement.kept.open.length > 0))
    .map((officer) => toPerson(officer, 'roster.left', { statement }));
}

function othersTold(context: ActorContext, id: number, statement: Statement): readonly Reply[] {
  const { person, offices, how } = statement;
  const told = { person, begins: false, on: context.today, recommendedOn: null };
  return [
    ...offices.flatMap((office) => toSuperiors(context, { ...told, office })),
    ...(how === 'deceased' ? [] : tellRequestsEnded(context.facts, id)),
  ];
}
