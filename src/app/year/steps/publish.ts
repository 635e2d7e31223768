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
import { publishedEntries } from '../../../domain/notice/publication.js';
import type { Notice } from '../../../domain/notice/rows.js';
import { sheetFor, sheetReplies } from '../../notices/sheet.js';
import { phoneList } from '../../care/phone-list.js';
import { here, toGroup, withPaper, type Reply } from '../../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import { record, sheetOf, takeUp } from '../progress.js';

interface Posted {
  readonly notice: Notice;
  /** Null: a sheet; its days begin when it is put up. */
  readonly until: string | null;
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
  who: ['actingSecretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const taken = takeUp(context, ['passed']);
    if (taken.kind === 'not') return taken.outcome;
    const { facts, rulebookOf, place } = context;
    const { state } = taken;
    const { year } = state;
    const moved = movedSince(facts, rulebookOf(year), state);
    if (moved.length > 0) return decideAgain(context, state);
    const listed = noticeLines(context, state);
    const waiting = sheetOf(facts, year);
    if (waiting?.text === JSON.stringify(contentOf(context, year, listed, null)))
      return sheetAgain(context, waiting);
    const { notice, until, changes, replies } = post(context, year, listed, null);
    const { number } = notice;
    const ids = [year, number];
    if (until === null) {
      const made = place === 'group' ? [here('notices.sheetMade', { notice })] : [];
      return done({ changes, ids, replies: [...replies, ...made] });
    }
    return done({
      changes: [...changes, ...record(context, year, { step: 'notice', notice: number, until })],
      ids,
      replies: [
        ...replies,
        ...(place === 'private' ? [here('year.published', { year, number, until })] : []),
      ],
    });
  },
});

/** Nothing has changed since the sheet was made. */
function sheetAgain({ actor, place }: ActorContext, notice: Notice): Outcome {
  const made = place === 'group' ? [here('notices.sheetMade', { notice })] : [];
  return done({ ids: [notice.year, notice.number], replies: [...made, sheetFor(actor.id, notice)] });
}

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
  const { person } = line;
  const posted = post(context, year, [lineOf(context, line, tier)], person);
  const { notice, until } = posted;
  const steps: readonly YearStepData[] =
    until === null ? [] : [{ step: 'memberNotice', person, notice: notice.number, until }];
  return { ...posted, steps };
}

/** Scores as of now, tiers as decided; only who is rated. Who left after the year belongs to it; of the dead nothing is said. */
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

/** @param member whose changed tier it is about; null: the whole year */
function post(
  context: ActorContext,
  year: number,
  listed: readonly Listed[],
  member: number | null,
): Omit<Posted, 'steps'> {
  const { facts, now, actor, sign, rulebook } = context;
  const number = facts.next('notice');
  const { how } = rulebook.publication;
  const content = contentOf(context, year, listed, member);
  const { until } = content;
  const text = JSON.stringify(content);
  const { entryCount, head } = facts.branch;
  const row = { number, kind: 'yearly' as const, year, period: 0, postedAt: now, postedBy: actor.id };
  const notice: Notice = { ...row, text, hash: sign('notice', text), entryCount, head, how };
  const changes = [put('notice', notice)];
  if (until === null) return { notice, until, changes, replies: sheetReplies(facts, notice, actor.id) };
  const persons = listed.map(({ id }) => id);
  return {
    notice,
    until,
    changes,
    replies: [
      withPaper(toGroup('year.notice', { number, content: { ...content, until }, entryCount, head }), {
        paper: 'publicationPicture',
        notice: number,
      }),
      ...phoneList(context, facts, persons, { kind: 'yearly', number, year, until }),
    ],
  };
}

/** On a sheet each score comes with its items (annex 1, 二), and the days are counted from where it is put up. */
function contentOf(
  { facts, rulebook, rulebookOf, workingDays, today }: ActorContext,
  year: number,
  listed: readonly Listed[],
  member: number | null,
): YearNotice {
  const own = rulebookOf(year);
  const changed = member !== null;
  if (rulebook.publication.how === 'group') {
    const until = lastDayOfNotice(own.publicNotice, workingDays, today);
    return { year, lines: listed.map(({ line }) => line), until, changed };
  }
  const lines = listed.map(({ id, line }) => ({
    ...line,
    entries: publishedEntries(facts, own, id, year),
  }));
  return { year, lines, until: null, changed, ...(member === null ? {} : { member }) };
}
