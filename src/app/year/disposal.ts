import { z } from 'zod';
import { holders, refById, secretariat } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { addDays, addMonths, yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import {
  completes,
  followUpsOf,
  lastDisposal,
  openDisposal,
  yearOfResults,
} from '../../domain/year/follow-up.js';
import type { Disposal, FollowUp } from '../../domain/year/rows.js';
import { isTooLong, longestText } from '../free-text.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, openUseCase, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { followUpOfficers } from './follow-ups.js';

const day = z.string().nullable();

const input = z.strictObject({
  person: z.int(),
  measure: z.enum(['correction', 'persuasion', 'removal']).nullable(),
  term: z
    .union([
      z.strictObject({ until: z.string() }),
      z.strictObject({ months: z.int() }),
      z.strictObject({ days: z.int() }),
    ])
    .nullable(),
  meetingOn: day,
  heardOn: day,
  approvedOn: day,
  deliveredOn: day,
  paper: z.string().nullable(),
  result: z.string().nullable(),
});
type Words = z.infer<typeof input>;

/**
 * `/处置 姓名 限期改正|劝退|除名 …`: what the branch meeting decided and 上级 approved under the 办法 of August 2024. A record
 * and no proposal: which measure, if any, is never said here. Later lines complete it; each stays on record.
 */
export const recordDisposal = useCase({
  name: 'year.disposal',
  who: followUpOfficers,
  place: 'private',
  input,
  run: (context, words) => {
    const { facts, actor } = context;
    const { person, measure } = words;
    if (person === actor.id) return refuse('year.ownFollowUp', {});
    for (const text of [words.paper, words.result])
      if (text !== null && isTooLong(text)) return refuse('year.textTooLong', { most: longestText });
    if (isBare(words)) return show(context, person);
    const before = openDisposal(facts, person);
    // Without a measure a line belongs to the last one, also after its result.
    const last = measure === null ? lastDisposal(facts, person) : before;
    const again =
      measure !== null && last?.meetingOn != null && (words.meetingOn ?? last.meetingOn) !== last.meetingOn;
    const going = !again && (measure === null || measure === last?.measure) ? last : undefined;
    const kind = measure ?? going?.measure;
    if (kind === undefined) return refuse('year.disposalMissing', { person: refById(facts, person) });
    const disposal = onRecord(context, going, completed(context, kind, going, words));
    const ended = going === undefined ? before : undefined;
    return (
      unfit(context, person, disposal) ??
      overBefore(context, words, disposal) ??
      keep(context, person, disposal, ended)
    );
  },
});

function isBare(words: Words): boolean {
  return Object.entries(words).every(([label, word]) => label === 'person' || word === null);
}

function completed(
  { today }: ActorContext,
  measure: Disposal['measure'],
  before: Disposal | undefined,
  words: Words,
): Disposal {
  const { term, result } = words;
  const of = (key: 'meetingOn' | 'heardOn' | 'approvedOn' | 'deliveredOn' | 'paper') =>
    words[key] ?? before?.[key] ?? null;
  const from = of('approvedOn') ?? of('meetingOn') ?? today;
  const until = term === null ? (before?.until ?? null) : termEnd(from, term);
  return {
    measure,
    meetingOn: of('meetingOn'),
    heardOn: of('heardOn'),
    approvedOn: of('approvedOn'),
    deliveredOn: of('deliveredOn'),
    paper: of('paper'),
    until: measure === 'correction' ? until : null,
    result: result === null ? (before?.result ?? null) : { on: today, text: result },
    ...(before?.supersededBy === undefined ? {} : { supersededBy: before.supersededBy }),
    ...(before?.amendedOn === undefined ? {} : { amendedOn: before.amendedOn }),
  };
}

/** What a line replaces stays to be read, and the line says so. */
function onRecord({ today }: ActorContext, before: Disposal | undefined, disposal: Disposal): Disposal {
  const adds = before === undefined || (before.result === null && completes(before, disposal));
  return adds ? disposal : { ...disposal, amendedOn: today };
}

function termEnd(from: string, term: NonNullable<Words['term']>): string {
  if ('until' in term) return term.until;
  return 'days' in term ? addDays(from, term.days) : addMonths(from, term.months);
}

function unfit({ facts, today }: ActorContext, id: number, disposal: Disposal): Outcome | undefined {
  const { measure, meetingOn, heardOn, approvedOn, deliveredOn, until } = disposal;
  const person = refById(facts, id);
  const ahead = [meetingOn, heardOn, approvedOn, deliveredOn].find((on) => on !== null && on > today);
  if (ahead != null) return refuse('roster.futureDay', { date: ahead });
  if (measure === 'correction' && until === null) return refuse('year.disposalTerm', { person });
  const days = [meetingOn, approvedOn, deliveredOn].flatMap((on) => on ?? []);
  const inOrder = days.every((on, index) => index === 0 || on >= (days[index - 1] ?? on));
  const last = meetingOn ?? approvedOn;
  return inOrder && (until === null || last === null || until > last)
    ? undefined
    : refuse('year.disposalOrder', {});
}

/** A day to come is read as last year's: a term that is over before it is on record wants its result with it. */
function overBefore({ facts, today }: ActorContext, words: Words, disposal: Disposal): Outcome | undefined {
  const { until, meetingOn, result } = disposal;
  if (words.term === null || until === null || until >= today || result !== null) return undefined;
  const person = refById(facts, words.person);
  return refuse('year.disposalTermPast', { person, until, meetingOn });
}

/** @param ended another one that ran until now: it ends on record, and its term is asked for no more */
function keep(
  context: ActorContext,
  person: number,
  disposal: Disposal,
  ended: Disposal | undefined,
): Outcome {
  const { facts, actor, today, now } = context;
  const superseded: readonly Disposal[] =
    ended === undefined
      ? []
      : [{ ...ended, result: { on: today, text: '' }, supersededBy: disposal.measure }];
  const first = facts.next('followUp');
  const rows = [...superseded, disposal].map((each, index): FollowUp => ({
    id: first + index,
    person,
    year: yearOfResults(facts, today) ?? yearOf(today),
    kind: 'disposal',
    partner: null,
    outcome: null,
    on: each.meetingOn ?? today,
    recordedBy: actor.id,
    recordedAt: now,
    text: null,
    disposal: each,
  }));
  const told = { person: refById(facts, person), disposal: keepPrivate(disposal) };
  return done({
    changes: rows.map((row) => put('followUp', row)),
    ids: [...rows.map(({ id }) => id), person],
    replies: [toSpeaker('year.disposalRecorded', { ...told, ended: keepPrivate(ended ?? null) })],
  });
}

function show({ facts }: ActorContext, person: number): Outcome {
  const disposals = keepPrivate(followUpsOf(facts, person).flatMap(({ disposal }) => disposal ?? []));
  return done({ replies: [toSpeaker('year.disposals', { person: refById(facts, person), disposals })] });
}

/** The term of 限期改正 is over: the keeper of the record is asked for its result. */
export const announceTermEnd = openUseCase({
  name: 'year.termEnd',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), until: z.string() }),
  run: ({ facts }, { person, until }) => {
    const disposal = openDisposal(facts, person);
    if (disposal?.until !== until) return done({ replies: [] });
    const told = secretariat(facts).filter(({ id }) => id !== person);
    const reached =
      told.length > 0 ? told : holders(facts, 'deputySecretary').filter(({ id }) => id !== person);
    return done({
      ids: [person],
      replies: reached.map(({ id }) =>
        toPerson(id, 'year.termOver', {
          person: keepPrivate(refById(facts, person)),
          until: keepPrivate(until),
        }),
      ),
    });
  },
});
