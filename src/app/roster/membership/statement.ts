import type { Facts } from '../../../domain/branch/facts.js';
import { officesOf, refById, whyNotScored } from '../../../domain/branch/people.js';
import type { Departure, Person } from '../../../domain/roster/rows.js';
import { monthOf, yearOf } from '../../../domain/period/civil.js';
import { openMatters } from '../../../domain/roster/departure.js';
import { fallsWithLeaving, shieldsProposer, subjectKnows } from '../../../domain/matters/kinds.js';
import { countedActivities, progressOf } from '../../../domain/attendance/quota.js';
import { isArchived } from '../../../domain/year/archived.js';
import { lineOf, listedIn } from '../../../domain/year/table/lines.js';
import { isDecided, tierOf, yearState } from '../../../domain/year/state.js';
import { scoreOf } from '../../../domain/year/table/score.js';
import { ownCard } from '../../matters/cards.js';
import type { ActorContext } from '../../use-case.js';
import type { Statement } from '../register/departed-says.js';

/** Until then a leaver takes last year's archived result along as well. */
const lastMonthForTheYearBefore = 3;

/** What a leaver takes along, and the secretary keeps. */
export function statementOf(context: ActorContext, person: Person, how: Departure): Statement {
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
      .map((matter) => ownCard({ facts, rulebook, kinds }, matter, person.id)),
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
export function forLeaver({ facts, rulebook }: ActorContext, id: number, statement: Statement): Statement {
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
