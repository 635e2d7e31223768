import { summaryOf, caredFor, careOf, type CareReason } from '../../domain/care/known.js';
import type { Care } from '../../domain/care/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import { refById, refOf, holders, personOf } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';
import type { CareLine, CareRow } from './says.js';
import { z } from 'zod';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, openUseCase, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { put } from '../../domain/branch/rows.js';
import { isTooLong, longestText } from '../free-text.js';

function careRow(
  facts: Facts,
  { person, reasons }: { readonly person: Person; readonly reasons: readonly CareReason[] },
  year: number,
): CareRow {
  const { phone } = person;
  return { person: refOf(facts, person), phone, reasons, ...summaryOf(facts, person.id, year) };
}

function fileLine(facts: Facts, { id, kind, on, amount, text, over, recordedBy, struck }: Care): CareLine {
  return {
    number: id,
    kind,
    on,
    amount,
    text,
    over,
    by: refById(facts, recordedBy),
    struckBy: struck === null ? null : refById(facts, struck.by),
  };
}

/**
 * Before a festival: whom to visit, to recorder and secretary, each in private. Silent when there are no visits to
 * make.
 */
export const remindOfVisits = openUseCase({
  name: 'care.remind',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ festival: z.string(), on: z.string() }),
  run: ({ facts, rulebook, today }, { festival, on }) => {
    const rows = caredFor(facts, rulebook).map((one) => careRow(facts, one, yearOf(today)));
    if (rows.length === 0) return done({ replies: [] });
    const readers = [...holders(facts, 'recorder'), ...holders(facts, 'secretary')].map(({ id }) => id);
    return done({
      replies: [...new Set(readers)].map((reader) =>
        toPerson(reader, 'care.visitsAhead', { festival, on, rows: keepPrivate(rows) }),
      ),
    });
  },
});

const keepers = ['recorder', 'secretary'] as const;

const input = z.strictObject({
  person: z.int().nullable(),
  note: z
    .strictObject({
      kind: z.enum(['family', 'health', 'wish', 'hardship']),
      /** The hardship is over. */
      over: z.boolean(),
      text: z.string(),
    })
    .nullable(),
});

/** `/关怀 [姓名 [家庭|身体|愿望|困难 …]]`: what is known of those who are cared for (source, part two, 3). */
export const keepCare = useCase({
  name: 'care.keep',
  who: keepers,
  place: 'private',
  input,
  run: (context, { person, note }) => {
    if (person === null) return overview(context);
    if (note === null) return file(context, person);
    const { over } = note;
    const hardships = careOf(context.facts, person).filter(({ kind }) => kind === 'hardship');
    if (over && hardships.at(-1)?.over !== false)
      return refuse('care.notInHardship', { person: refOf(context.facts, personOf(context.facts, person)) });
    return record(context, {
      person,
      kind: note.kind,
      over,
      text: note.text,
      amount: null,
      on: context.today,
    });
  },
});

const dated = { person: z.int(), on: z.string().nullable() };

/** `/走访 姓名 …` */
export const recordVisit = useCase({
  name: 'care.visit',
  who: keepers,
  place: 'private',
  input: z.strictObject({ ...dated, text: z.string().min(1) }),
  run: (context, { person, text, on }) =>
    record(context, { person, kind: 'visit', over: false, text, amount: null, on: on ?? context.today }),
});

/** `/慰问 姓名 金额 [事由]`: the amount in 分. */
export const recordComfort = useCase({
  name: 'care.comfort',
  who: keepers,
  place: 'private',
  input: z.strictObject({ ...dated, amount: z.int().positive(), text: z.string().nullable() }),
  run: (context, { person, amount, text, on }) =>
    record(context, {
      person,
      kind: 'comfort',
      over: false,
      text: text ?? '',
      amount,
      on: on ?? context.today,
    }),
});

/** `/关怀 撤销 N`: a wrong entry counts no longer, and stays. */
export const strikeCare = useCase({
  name: 'care.strike',
  who: keepers,
  place: 'private',
  input: z.strictObject({ number: z.int() }),
  run: ({ facts, actor, now }, { number }) => {
    const entry = facts.get('care', number);
    if (entry === undefined) return refuse('care.noEntry', { number });
    if (entry.struck !== null) return refuse('care.alreadyStruck', { number });
    const struck: Care = { ...entry, struck: { by: actor.id, at: now } };
    const changes = [put('care', struck)];
    const line = fileLine(facts.with(changes), struck);
    const person = refOf(facts, personOf(facts, entry.person));
    return done({
      changes,
      ids: [number],
      replies: [toSpeaker('care.struck', { person: keepPrivate(person), line: keepPrivate(line) })],
    });
  },
});

function overview({ facts, rulebook, today }: ActorContext): Outcome {
  const rows = caredFor(facts, rulebook).map((one) => careRow(facts, one, yearOf(today)));
  return done({ replies: [toSpeaker('care.overview', { rows: keepPrivate(rows) })] });
}

function file({ facts, rulebook, today }: ActorContext, id: number): Outcome {
  const person = personOf(facts, id);
  const reasons = caredFor(facts, rulebook).find((one) => one.person.id === id)?.reasons ?? [];
  const row = careRow(facts, { person, reasons }, yearOf(today));
  const lines = facts.of('care', id).map((entry) => fileLine(facts, entry));
  return done({ replies: [toSpeaker('care.file', { row: keepPrivate(row), lines: keepPrivate(lines) })] });
}

type Entry = Pick<Care, 'person' | 'kind' | 'over' | 'text' | 'amount' | 'on'>;

function record({ facts, actor, now, today }: ActorContext, entry: Entry): Outcome {
  if (isTooLong(entry.text)) return refuse('care.textTooLong', { most: longestText });
  if (entry.on > today) return refuse('care.future', { date: entry.on });
  const same = careOf(facts, entry.person).find(
    (known) =>
      known.kind === entry.kind &&
      known.over === entry.over &&
      known.text === entry.text &&
      known.amount === entry.amount &&
      known.on === entry.on,
  );
  if (same !== undefined) return refuse('care.already', { number: same.id });
  const id = facts.next('care');
  const care: Care = { ...entry, id, recordedBy: actor.id, recordedAt: now, struck: null };
  const changes = [put('care', care)];
  const after = facts.with(changes);
  const person = refOf(facts, personOf(facts, entry.person));
  const { clear, comforts, amount } = summaryOf(after, entry.person, yearOf(entry.on));
  const told = { person, line: fileLine(after, care), clear, year: yearOf(entry.on), comforts, amount };
  return done({
    changes,
    ids: [id, entry.person],
    replies: [toSpeaker('care.kept', { kept: keepPrivate(told) })],
  });
}
