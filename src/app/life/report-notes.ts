import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { put } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { exampleOf, whyNoExample } from '../../domain/reports/known.js';
import type { ReportNote } from '../../domain/reports/rows.js';
import { isTooLong, longestText } from '../free-text.js';
import { pointsCard } from '../matters/points.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import type { ReportNoteLine } from './report-facts.js';

/** Who writes what a report says in words; the recorder, who keeps its numbers, reads it. */
const writers = ['secretary', 'deputySecretary'] as const;

/**
 * `/报告 事例 N [说明]`: makes a confirmed bonus an example (source, part three: 有事例). It names the member, so only the
 * secretary chooses, and the member hears of it. Without a number: the choice so far.
 */
export const chooseExample = useCase({
  name: 'life.example',
  who: writers,
  place: 'private',
  input: z.strictObject({ number: z.int().nullable(), text: z.string().nullable() }),
  run: (context, { number, text }) => {
    if (number === null) return list(context);
    const { facts, rulebookOf } = context;
    if (text !== null && isTooLong(text)) return refuse('life.noteTooLong', { most: longestText });
    const why = whyNoExample(facts, rulebookOf, number);
    if (why !== undefined) return refuse('life.noExample', { number, why });
    const matter = facts.get('matter', number);
    if (matter?.kind !== 'bonus') throw new Error('an example is a bonus');
    return add(context, { kind: 'example', year: yearOf(matter.deedOn), matter: number, text });
  },
});

/** `/报告 做法 文字`: what the branch does in its own way (source, part three: 有特色做法). */
export const addPractice = useCase({
  name: 'life.practice',
  who: writers,
  place: 'private',
  input: z.strictObject({ text: z.string().min(1) }),
  run: (context, { text }) => {
    if (isTooLong(text)) return refuse('life.noteTooLong', { most: longestText });
    const year = usualYear(context.facts, context.today);
    return add(context, { kind: 'practice', year, matter: null, text });
  },
});

/** `/报告 删 N`: drops it from the report; the row stays. */
export const strikeReportNote = useCase({
  name: 'life.strikeNote',
  who: writers,
  place: 'private',
  input: z.strictObject({ number: z.int() }),
  run: ({ facts, actor, now }, { number }) => {
    const note = facts.get('reportNote', number);
    if (note === undefined) return refuse('life.noNote', { number });
    if (note.struck !== null) return refuse('life.noteAlreadyStruck', { number });
    const line = keepPrivate(lineOf(facts, note));
    return done({
      changes: [put('reportNote', { ...note, struck: { by: actor.id, at: now } })],
      ids: [number],
      replies: [toSpeaker('life.noteStruck', { line })],
    });
  },
});

/** `/报告 素材`: the examples and practices of the reports that are due next. */
export const showReportNotes = useCase({
  name: 'life.notes',
  who: ['recorder', ...writers],
  place: 'private',
  input: z.strictObject({}),
  run: (context) => list(context),
});

function list({ facts, today }: ActorContext): Outcome {
  const year = usualYear(facts, today);
  const lines = facts
    .all('reportNote')
    .filter((note) => note.struck === null && note.year >= year)
    .map((note) => lineOf(facts, note));
  return done({ replies: [toSpeaker('life.notes', { year, lines: keepPrivate(lines) })] });
}

type Written = Pick<ReportNote, 'kind' | 'year' | 'matter' | 'text'>;

function add({ facts, actor, now }: ActorContext, written: Written): Outcome {
  const same = facts
    .of('reportNote', written.year)
    .find(
      ({ struck, kind, matter, text }) =>
        struck === null &&
        kind === written.kind &&
        (kind === 'example' ? matter === written.matter : text === written.text),
    );
  if (same !== undefined) return refuse('life.noteKnown', { number: same.id, kind: same.kind });
  const note: ReportNote = {
    ...written,
    id: facts.next('reportNote'),
    recordedBy: actor.id,
    recordedAt: now,
    struck: null,
  };
  const changes = [put('reportNote', note)];
  const line = keepPrivate(lineOf(facts.with(changes), note));
  return done({ changes, ids: [note.id], replies: [toSpeaker('life.noteKept', { line })] });
}

function lineOf(facts: Facts, note: ReportNote): ReportNoteLine {
  const { id, kind, year } = note;
  const matter = note.matter === null ? undefined : facts.get('matter', note.matter);
  if (matter?.kind !== 'bonus')
    return { number: id, kind, year, card: null, text: note.text ?? '', told: true };
  return {
    ...{ number: id, kind, year, card: pointsCard(facts, matter) },
    text: note.text ?? matter.reason,
    told: exampleOf(facts, note) !== undefined,
  };
}
