import { z } from 'zod';
import { refOfActivity } from '../../../domain/attendance/references.js';
import { superiors } from '../../../domain/branch/people.js';
import { put, type Change } from '../../../domain/branch/rows.js';
import { movedSince } from '../../../domain/year/table/moved.js';
import { lineOf } from '../../../domain/year/table/lines.js';
import { openLeavesOf, openMattersOf, unclosedIn } from '../../../domain/year/open-matters.js';
import type { YearRecord } from '../../../domain/year/rows.js';
import { rankOf } from '../../../domain/year/table/shares.js';
import { pendingOfYear } from '../../../domain/notice/posting.js';
import { lastNoticeDay, tierOf, type YearState } from '../../../domain/year/state.js';
import { doubtOf } from '../../notices/doubt.js';
import { toPerson, toSpeaker } from '../../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import { record, takeUp } from '../progress.js';
import { decideAgain } from './publish.js';

/**
 * `/年度 归档`: once every notice of the year has run out and nothing of it is open. From then on nothing of the year
 * changes but by a 补正 (SPEC §2, which year).
 */
export const archiveYear = useCase({
  name: 'year.archive',
  who: ['actingSecretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const taken = takeUp(context, ['noticed']);
    return taken.kind === 'not'
      ? taken.outcome
      : (hindered(context, taken.state) ?? archive(context, taken.state));
  },
});

function hindered(context: ActorContext, state: YearState): Outcome | undefined {
  const { facts, today, rulebookOf } = context;
  const { year } = state;
  const until = lastNoticeDay(state);
  const numbers = openMattersOf(facts, year);
  if (numbers.length > 0) return refuse('year.openMatters', { year, numbers, before: 'archive' });
  // What they cost could not be put on record afterwards.
  const [leaves, unclosed] = [openLeavesOf(facts, year), unclosedIn(facts, year)];
  if (leaves.length + unclosed.length > 0)
    return refuse('year.registerOpen', {
      ...{ year, leaves },
      unclosed: unclosed.map((activity) => refOfActivity(facts, activity)),
    });
  if (movedSince(facts, rulebookOf(year), state).length > 0) return decideAgain(context, state);
  const [unposted] = pendingOfYear(facts, year);
  if (unposted !== undefined) {
    const { number, how } = unposted;
    return refuse('year.noticeUnposted', { number, how });
  }
  const unheard = state.notices.find(({ notice }) => doubtOf(context, notice) !== null);
  const letter = unheard === undefined ? null : doubtOf(context, unheard.notice);
  if (unheard !== undefined && letter !== null)
    return refuse('year.noticeInDoubt', { number: unheard.notice, letter });
  // Day 7 still belongs to the notice.
  return until !== undefined && today <= until ? refuse('year.noticeRuns', { until }) : undefined;
}

function archive(context: ActorContext, state: YearState): Outcome {
  const { facts } = context;
  const { year } = state;
  const records = recordsOf(context, state);
  const archived = { branch: facts.branch.name, year, count: records.length };
  return done({
    changes: [
      ...records.map((row): Change => put('yearRecord', row)),
      ...record(context, year, { step: 'archive' }),
    ],
    ids: [year],
    replies: [
      toSpeaker('year.archived', { year, count: records.length }),
      ...superiors(facts).map(({ id }) => toPerson(id, 'year.archivedAbove', archived)),
    ],
  });
}

/** All the meeting decided on, including members who have left since: their year was rated here. */
function recordsOf({ facts, now, rulebookOf }: ActorContext, state: YearState): readonly YearRecord[] {
  const { year } = state;
  const rulebook = rulebookOf(year);
  const rows = state.lines.map(({ person }) => ({
    ...lineOf(facts, rulebook, person, year),
    tier: tierOf(state, person),
  }));
  const totals = rows.filter(({ tier }) => tier !== null).map(({ total }) => total);
  return rows.map((row) => ({
    ...row,
    year,
    archivedAt: now,
    rulebook: rulebook.version,
    rank: row.tier === null ? null : rankOf(totals, row.total),
    scoredMembers: totals.length,
  }));
}
