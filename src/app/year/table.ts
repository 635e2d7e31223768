import { sumsOf } from '../../domain/points/score.js';
import type { Facts } from '../../domain/branch/facts.js';
import { isHere, personOf, refById, refOf, type PersonRef } from '../../domain/branch/people.js';
import type { Rulebook, TierId } from '../../domain/rulebook/schema.js';
import { openLeavesOf, openMattersOf, unclosedIn, withoutMeeting } from '../../domain/year/open-matters.js';
import { lastDayOf, laterThan } from '../../domain/year/table/lines.js';
import type { Moved, Rescored } from '../../domain/year/table/moved.js';
import type { ProposedLine } from '../../domain/year/rows.js';
import { tierOf, type YearState } from '../../domain/year/state.js';
import { isAtBoundary, outstandingAmong, type Outstanding } from '../../domain/year/table/tiers.js';
import type { Tally } from '../../domain/appraisal/rows.js';
import { refOfActivity } from '../../domain/attendance/references.js';
import type { Context } from '../use-case.js';
import { countedActivities, keptSince, progressOfAll } from '../../domain/attendance/quota.js';
import type { BelowQuota, Hindrances, MovedRow, RescoredRow, YearRow, YearTable } from './views.js';

type Seeing = Pick<Context, 'facts' | 'rulebookOf'>;

/** The year as those see it who prepare and decide it: scores, proposals, departures, and what is in the way. */
export function tableOf(context: Seeing, state: YearState): YearTable {
  const { facts } = context;
  const rulebook = context.rulebookOf(state.year);
  return {
    year: state.year,
    rows: state.lines.map((line) => rowOf(facts, rulebook, state, line)),
    outstanding: outstandingOf(rulebook, state),
    hindrances: hindrancesOf(context, rulebook, state),
  };
}

/** All rated members, with their present tiers; until the meeting has spoken of them, candidates count. */
export function outstandingOf(rulebook: Rulebook, state: YearState): Outstanding {
  const tiers = state.lines
    .map(({ person, proposed }) =>
      proposed !== null && state.decision === null
        ? (state.tiers.get(person)?.tier ?? proposed)
        : tierOf(state, person),
    )
    .filter((tier): tier is TierId => tier !== null);
  return outstandingAmong(rulebook, tiers);
}

function rowOf(facts: Facts, rulebook: Rulebook, state: YearState, summed: ProposedLine): YearRow {
  // After the meeting has revisited a member, their line is the one from before it.
  const line = state.baseline.get(summed.person) ?? summed;
  const { person, proposed } = line;
  const set = state.tiers.get(person);
  return {
    person: refById(facts, person),
    ...sumsOf(line),
    proposed,
    later: laterThan(facts, person, state.year),
    atBoundary: proposed !== null && isAtBoundary(rulebook, line),
    meeting: proposed === null || set === undefined || set.tier === proposed ? null : set,
    tally: tallyOf(facts, rulebook, state.year, person),
  };
}

/** Fewer ballots than the rulebook wants are never shown: two would name each other. */
function tallyOf(facts: Facts, rulebook: Rulebook, year: number, person: number): Tally | null {
  const appraisal = facts.get('appraisal', year);
  if (appraisal?.state !== 'closed') return null;
  const tally = appraisal.results.find((result) => result.person === person)?.tally;
  if (tally === undefined) return null;
  const ballots = Object.values(tally).reduce((sum, count) => sum + count, 0);
  return ballots >= rulebook.assessment.ballotsShownFrom ? tally : null;
}

function hindrancesOf(context: Seeing, rulebook: Rulebook, state: YearState): Hindrances {
  const { facts } = context;
  const { year } = state;
  return {
    open: openMattersOf(facts, year),
    leaves: openLeavesOf(facts, year),
    unclosed: unclosedIn(facts, year).map((activity) => refOfActivity(facts, activity)),
    withoutMeeting: withoutMeeting(facts, rulebook, year),
    unassessed: unassessed(facts, state),
    belowQuota: belowQuota(context, year),
  };
}

function unassessed(facts: Facts, { year, lines }: YearState): readonly PersonRef[] {
  return lines
    .filter(({ person }) => isHere(personOf(facts, person)))
    .filter(({ person }) => facts.get('selfAssessment', year, person) === undefined)
    .map(({ person }) => refById(facts, person));
}

export function rescoredRow(facts: Facts, { line, before }: Rescored): RescoredRow {
  return { person: refById(facts, line.person), before, total: line.total };
}

export function movedRow(facts: Facts, { line, tier }: Moved): MovedRow {
  const { person, total, vetoed, proposed } = line;
  return { person: refById(facts, person), total, vetoed, proposed, tier };
}

/**
 * Members who came to fewer activities than the year expects, pro rata for part of it; listed at the summary. A
 * warning, never a deduction (annex 2, item 16; SPEC §2, 12/10/5 times a year). No one where the branch kept no
 * register.
 */
export function belowQuota(
  { facts, rulebookOf }: Pick<Context, 'facts' | 'rulebookOf'>,
  year: number,
): BelowQuota {
  const rulebook = rulebookOf(year);
  const until = lastDayOf(year);
  const kept = countedActivities(facts, rulebook, until).length > 0;
  const behind = progressOfAll(facts, rulebook, until).filter(
    ({ progress }) => kept && progress.attended < progress.quota,
  );
  return {
    rows: behind.map(({ person, progress: { attended, quota } }) => ({
      person: refOf(facts, person),
      attended,
      quota,
    })),
    since: keptSince(facts, year),
  };
}
