import { z } from 'zod';
import type { Facts } from '../../../domain/branch/facts.js';
import {
  holders,
  holds,
  officesOf,
  personOf,
  refById,
  refOf,
  superiors,
  whyNotScored,
} from '../../../domain/branch/people.js';
import type { Departure, OfficeName, Person } from '../../../domain/roster/rows.js';
import { monthOf, yearOf } from '../../../domain/period/civil.js';
import { keepPrivate } from '../../../domain/private.js';
import { departure, openMatters } from '../../../domain/roster/departure.js';
import { fallsWithLeaving, shieldsProposer, subjectKnows } from '../../../domain/matters/kinds.js';
import { countedActivities, progressOf } from '../../../domain/attendance/quota.js';
import { isArchived } from '../../../domain/year/archived.js';
import { lineOf, listedIn } from '../../../domain/year/table/lines.js';
import { isDecided, tierOf, yearState } from '../../../domain/year/state.js';
import { scoreOf } from '../../../domain/year/table/score.js';
import type { StatusMatter } from '../../../domain/rulings/rows.js';
import { ownCard } from '../../matters/cards.js';
import type { Follows } from '../../matters/kind.js';
import { here, toPerson, toSpeaker, withRemark, type PrivateReply, type Reply } from '../../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import type { Who } from '../../who.js';
import type { Statement } from '../register/departed-says.js';
import { officersFor } from '../../veto/cards.js';
import { otherKeepers, proposeStatus } from './propose.js';
import { tellOpenDisposal } from './open-disposal.js';
import { tellRequestsEnded } from '../binding/bind.js';
import { toSuperiors } from '../tell-superiors.js';

/** Until then a leaver takes last year's archived result along as well. */
const lastMonthForTheYearBefore = 3;

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
    leave(context, id, 'deceased', (_, statement) => [
      // In the group not even a hint that something was answered.
      context.place === 'group'
        ? toPerson(context.actor.id, 'roster.left', { statement })
        : toSpeaker('roster.left', { statement }),
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
function withWayBack(facts: Facts, person: Person, reply: PrivateReply): PrivateReply {
  const { category } = person;
  return category === null
    ? reply
    : withRemark(reply, 'roster.wayBack', { person: refOf(facts, person), category });
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

function statementOf(context: ActorContext, person: Person, how: Departure): Statement {
  const { facts, rulebook, today, kinds } = context;
  const year = yearOf(today);
  const scored = whyNotScored(rulebook, person) === undefined;
  return {
    person: refById(facts, person.id),
    how,
    year,
    total: scored ? scoreOf(facts, rulebook, person.id, year).total : null,
    before: how === 'deceased' ? null : yearBefore(context, person, year - 1),
    ...attendanceOf(facts, person.id, year),
    quota: how === 'deceased' ? null : quotaOf(context, person),
    // For the dead they close with it: who entered it and the secretary see which. It must not reveal who objected.
    open: openMatters(facts, person.id)
      .filter((matter) => !fallsWithLeaving(matter) && !shieldsProposer(matter))
      .map((matter) => ownCard({ facts, rulebook, kinds }, matter)),
    offices: officesOf(facts, person.id).map(({ office }) => office),
  };
}

/** Last year's score and its state: who leaves in the first months takes it along, archived or not. */
function yearBefore(
  { facts, today, rulebookOf }: ActorContext,
  person: Person,
  year: number,
): Statement['before'] {
  const record = facts.get('yearRecord', year, person.id);
  const archivedLongAgo = isArchived(facts, year) && monthOf(today) > lastMonthForTheYearBefore;
  if (archivedLongAgo || yearOf(facts.branch.createdAt) > year) return null;
  const rulebook = rulebookOf(year);
  if (!listedIn(facts, rulebook, year).some(({ id }) => id === person.id)) return null;
  const state = yearState(facts, year);
  const tier = isDecided(state) ? tierOf(state, person.id) : null;
  return record === undefined
    ? { year, total: lineOf(facts, rulebook, person.id, year).total, tier, stage: state.stage }
    : { year, total: record.total, tier: record.tier, stage: 'archived' };
}

/** They have not heard of an unproven deduction, and do not hear of it now. */
function forLeaver({ facts, rulebook }: ActorContext, id: number, statement: Statement): Statement {
  const known = openMatters(facts, id).filter((matter) => subjectKnows(facts, rulebook, matter));
  const numbers = known.map(({ number }) => number);
  return { ...statement, open: statement.open.filter(({ number }) => numbers.includes(number)) };
}

/** Pro rata up to this month (annex 2, item 16; SPEC §2). */
function quotaOf({ facts, rulebook, today }: ActorContext, person: Person): Statement['quota'] {
  if (countedActivities(facts, rulebook, today).length === 0) return null;
  const progress = progressOf(facts, rulebook, { ...person, leftOn: today }, today);
  return progress === undefined ? null : { expected: progress.quota, attended: progress.attended };
}

function attendanceOf(facts: Facts, person: number, year: number): Pick<Statement, 'due' | 'present'> {
  const rows = facts
    .all('activity')
    .filter((activity) => activity.state === 'closed' && yearOf(activity.at) === year)
    .map((activity) => facts.get('attendance', activity.id, person));
  return {
    due: rows.filter((row) => row?.due === true).length,
    present: rows.filter((row) => row?.presence === 'present').length,
  };
}
