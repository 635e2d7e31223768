import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differences,
  linesOf,
  type Drafted,
  type Occasion,
} from '../../src/domain/attendance/item-sixteen.js';

const free = 2;
const day = (activity: number) => `2026-03-${String(activity).padStart(2, '0')}T15:00:00`;
const held = (activity: number, change: Partial<Occasion> = {}): Occasion => ({
  activity,
  at: day(activity),
  required: true,
  presence: 'absent',
  leave: 'none',
  ...change,
});

describe('lines of item 16, annex 2', () => {
  it('GIVEN an absence from a required activity THEN one absence', () => {
    expect(linesOf([held(1)], free)).toEqual([{ activity: 1, line: 'absence' }]);
  });

  it.each([
    ['voluntary', { required: false }],
    ['attended', { presence: 'present' as const }],
    ['attended although on leave', { presence: 'present' as const, leave: 'counted' as const }],
    ['not recorded', { presence: 'unrecorded' as const }],
    ['on official, sick or maternity leave', { leave: 'free' as const }],
    ['waiting for a ruling on leave', { leave: 'pending' as const }],
  ])('GIVEN an activity %s THEN nothing', (_, change) => {
    expect(linesOf([held(1, change)], free)).toEqual([]);
  });

  it.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 2],
  ])('GIVEN %i personal leaves in a year THEN %i lines', (leaves, lines) => {
    const occasions = Array.from({ length: leaves }, (_, index) => held(index + 1, { leave: 'counted' }));
    expect(linesOf(occasions, free)).toHaveLength(lines);
  });

  it('GIVEN three personal leaves in any order THEN the last by date of activity costs', () => {
    const occasions = [9, 2, 5].map((activity) => held(activity, { leave: 'counted' }));
    expect(linesOf(occasions, free)).toEqual([{ activity: 9, line: 'leave' }]);
  });

  it('GIVEN a leave from a voluntary activity between THEN it is not counted', () => {
    const occasions = [1, 2, 3].map((activity) =>
      held(activity, { leave: 'counted', required: activity !== 2 }),
    );
    expect(linesOf(occasions, free)).toEqual([]);
  });
});

describe('differences between lines that stand and lines that should', () => {
  const absence: Drafted = { activity: 1, line: 'absence', matter: 7, state: 'open' };
  const onLeave = [held(1, { leave: 'counted' })];

  it('GIVEN leave approved while the draft waits THEN the draft falls', () => {
    expect(differences(onLeave, free, [absence])).toEqual([{ kind: 'close', activity: 1, matter: 7 }]);
  });

  it('GIVEN leave approved after the entry was posted THEN it is reversed', () => {
    expect(differences(onLeave, free, [{ ...absence, state: 'posted' }])).toEqual([
      { kind: 'reverse', activity: 1, matter: 7 },
    ]);
  });

  it('GIVEN leave only asked for THEN what stands stays', () => {
    const asked = [held(1, { leave: 'pending' })];
    expect(differences(asked, free, [{ ...absence, state: 'posted' }])).toEqual([]);
    expect(differences(asked, free, [absence])).toEqual([]);
    expect(differences(asked, free, [])).toEqual([]);
  });

  it('GIVEN a rejected draft THEN it is not drafted again', () => {
    expect(differences([held(1)], free, [{ ...absence, state: 'settled' }])).toEqual([]);
  });

  it('GIVEN the third leave granted late THEN leave takes the place of absence: one line', () => {
    expect(differences(onLeave, 0, [{ ...absence, state: 'posted' }])).toEqual([
      { kind: 'reverse', activity: 1, matter: 7 },
      { kind: 'draft', activity: 1, line: 'leave' },
    ]);
  });
});

/** What may happen to one activity, in any order: it is closed, leave is asked for, the leave is ruled. */
interface Life {
  readonly occasion: Occasion;
  readonly granted: 'counted' | 'free' | 'rejected' | 'never';
}

const life = (activity: number): fc.Arbitrary<Life> =>
  fc.record({
    occasion: fc.record({
      activity: fc.constant(activity),
      at: fc.constant(day(activity)),
      required: fc.boolean(),
      presence: fc.constantFrom('present' as const, 'absent' as const, 'unrecorded' as const),
      leave: fc.constant('none' as const),
    }),
    granted: fc.constantFrom('counted' as const, 'free' as const, 'rejected' as const, 'never' as const),
  });

const year = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.tuple(
    fc.tuple(...Array.from({ length: count }, (_, index) => life(index + 1))),
    // Three events for each activity, shuffled, with posting in between.
    fc.shuffledSubarray(
      Array.from({ length: 3 * count }, (_, index) => index),
      { minLength: 3 * count, maxLength: 3 * count },
    ),
    fc.infiniteStream(fc.boolean()),
  ),
);

/** Plays a year: after each event the differences are taken; some open drafts are confirmed in between. */
function played(
  lives: readonly Life[],
  order: readonly number[],
  post: Iterator<boolean>,
): readonly Drafted[] {
  const happened = new Set<number>();
  let drafted: readonly Drafted[] = [];
  let matter = 0;
  for (const event of order) {
    happened.add(event);
    const occasions = lives.flatMap(({ occasion, granted }, index) =>
      happened.has(3 * index)
        ? [
            {
              ...occasion,
              leave: leaveNow(granted, happened.has(3 * index + 1), happened.has(3 * index + 2)),
            },
          ]
        : [],
    );
    for (const step of differences(occasions, free, drafted)) {
      drafted =
        step.kind === 'draft'
          ? [...drafted, { activity: step.activity, line: step.line, matter: (matter += 1), state: 'open' }]
          : drafted.filter((old) => old.matter !== step.matter);
    }
    drafted = drafted.map((old) =>
      old.state === 'open' && post.next().value === true ? { ...old, state: 'posted' } : old,
    );
  }
  return drafted;
}

/** A ruling that comes before the asking (the order is any) waits for it. */
function leaveNow(granted: Life['granted'], asked: boolean, ruled: boolean): Occasion['leave'] {
  if (granted === 'never' || !asked) return 'none';
  if (!ruled) return 'pending';
  return granted === 'rejected' ? 'none' : granted;
}

const shown = (lines: readonly { activity: number; line: string }[]) =>
  lines.map(({ activity, line }) => `${activity} ${line}`).sort();

describe('any order of closing and ruling', () => {
  it('ends in the same lines, one for each activity', () => {
    fc.assert(
      fc.property(year, ([lives, order, post]) => {
        const ended = played(lives, order, post[Symbol.iterator]());
        const final = lives.map(({ occasion, granted }) => ({
          ...occasion,
          leave: leaveNow(granted, true, true),
        }));
        expect(shown(ended)).toEqual(shown(linesOf(final, free)));
        expect(new Set(ended.map(({ activity }) => activity)).size).toBe(ended.length);
      }),
    );
  });

  it('GIVEN one more leave anywhere in the year THEN every line before stays', () => {
    fc.assert(
      fc.property(year, ([lives, order]) => {
        const leaves = lives.filter(({ granted }) => granted === 'counted').map(({ occasion }) => occasion);
        const some = leaves.filter((_, index) => order.includes(index) && index % 2 === 0);
        const before = linesOf(
          some.map((one) => ({ ...one, leave: 'counted' as const })),
          free,
        );
        const after = linesOf(
          leaves.map((one) => ({ ...one, leave: 'counted' as const })),
          free,
        );
        expect(shown(after)).toEqual(expect.arrayContaining(shown(before)));
      }),
    );
  });
});
