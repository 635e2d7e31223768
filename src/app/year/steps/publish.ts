import { sumsOf } from '../../../domain/points/score.js';
import { z } from 'zod';
import { personOf, refById } from '../../../domain/branch/people.js';
import { put, type Change } from '../../../domain/branch/rows.js';
import type { TierId } from '../../../domain/rulebook/schema.js';
import { proposedLines } from '../../../domain/year/table/lines.js';
import { movedSince } from '../../../domain/year/table/moved.js';
import { lastDayOfNotice, type NoticeLine, type YearNotice } from '../../../domain/year/public-notice.js';
import type { ProposedLine, YearStepData } from '../../../domain/year/rows.js';
import { tierOf, type YearState } from '../../../domain/year/state.js';
import { phoneList } from '../../care/phone-list.js';
import { here, toGroup, withPaper, type Reply } from '../../reply.js';
import { done, refuse, useCase, type ActorContext } from '../../use-case.js';
import { actsAsSecretary, record, takeUp } from '../progress.js';

interface Posted {
  readonly number: number;
  readonly until: string;
  readonly changes: readonly Change[];
  readonly steps: readonly YearStepData[];
  readonly replies: readonly Reply[];
}

/** One member on the notice, with their line. */
interface Listed {
  readonly id: number;
  readonly line: NoticeLine;
}

/** `/年度 公示` (annex 1, 年度公示): after 上级 has passed the year, for seven days. */
export const publishYear = useCase({
  name: 'year.publish',
  who: ['secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    if (!actsAsSecretary(context)) return refuse('year.forSecretary', {});
    const taken = takeUp(context, ['passed']);
    if (taken.kind === 'not') return taken.outcome;
    const { facts, rulebookOf, place } = context;
    const { state } = taken;
    const { year } = state;
    const moved = movedSince(facts, rulebookOf(year), state);
    if (moved.length > 0) return decideAgain(context, state);
    const posted = post(context, year, noticeLines(context, state), false);
    const { number, until } = posted;
    return done({
      changes: [...posted.changes, ...record(context, year, { step: 'notice', notice: number, until })],
      ids: [year, number],
      replies: [
        ...posted.replies,
        ...(place === 'private' ? [here('year.published', { year, number, until })] : []),
      ],
    });
  },
});

/** Refuses while a member's tier must return to the meeting. */
export function decideAgain({ facts, rulebookOf }: ActorContext, state: YearState) {
  const { year } = state;
  const persons = movedSince(facts, rulebookOf(year), state).map(({ line: { person, proposed } }) => ({
    person: refById(facts, person),
    proposed,
  }));
  return refuse('year.mustDecideAgain', { year, persons });
}

/** Seven new days for members whose tier a correction has changed (SPEC §2). */
export function postMemberNotice(
  context: ActorContext,
  year: number,
  line: ProposedLine,
  tier: TierId,
): Posted {
  const posted = post(context, year, [lineOf(context, line, tier)], true);
  const { number: notice, until } = posted;
  return { ...posted, steps: [{ step: 'memberNotice', person: line.person, notice, until }] };
}

/** Scores as of now, tiers as decided; only who is rated. Who left after the year belongs to it; of the dead nothing is told. */
function noticeLines(context: ActorContext, state: YearState): readonly Listed[] {
  const { facts, rulebookOf } = context;
  const now = proposedLines(facts, rulebookOf(state.year), state.year);
  return state.lines.flatMap(({ person }) => {
    const tier = tierOf(state, person);
    const line = now.find((one) => one.person === person);
    const shown = tier !== null && line !== undefined && personOf(facts, person).leftHow !== 'deceased';
    return shown ? [lineOf(context, line, tier)] : [];
  });
}

function lineOf({ facts }: ActorContext, line: ProposedLine, tier: TierId): Listed {
  const { person: id } = line;
  return { id, line: { person: refById(facts, id), ...sumsOf(line), tier } };
}

function post(context: ActorContext, year: number, listed: readonly Listed[], changed: boolean): Posted {
  const { facts, now, today, actor, sign, rulebookOf, workingDays } = context;
  const number = facts.next('notice');
  const until = lastDayOfNotice(rulebookOf(year).publicNotice, workingDays, today);
  const content: YearNotice = { year, lines: listed.map(({ line }) => line), until, changed };
  const text = JSON.stringify(content);
  const { entryCount, head } = facts.branch;
  const persons = listed.map(({ id }) => id);
  const row = {
    number,
    kind: 'yearly' as const,
    year,
    period: 0,
    postedAt: now,
    postedBy: actor.id,
    how: 'group' as const,
  };
  return {
    number,
    until,
    changes: [put('notice', { ...row, text, hash: sign('notice', text), entryCount, head })],
    steps: [],
    replies: [
      withPaper(toGroup('year.notice', { number, content, entryCount, head }), {
        paper: 'publicationPicture',
        notice: number,
      }),
      ...phoneList(context, facts, persons, { kind: 'yearly', number, year, until }),
    ],
  };
}
