import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holders, refById } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { isDraftedFor, missingFor } from '../../domain/dues/register.js';
import { yearOf } from '../../domain/period/civil.js';
import { lastDayOf, type Month } from '../../domain/period/months.js';
import { keepPrivate } from '../../domain/private.js';
import { findItem, pointsOf } from '../../domain/rulebook/items.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { duesDeduction, pointsMatters } from '../../domain/points/deeds.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { isScoredFor } from '../../domain/roster/spans.js';
import { isArchived } from '../../domain/year/archived.js';
import { hearing, tellRuler } from '../matters/announce.js';
import { toPerson, type Reply } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** More cards than this are one sentence that points to `/待办`. */
const mostCards = 3;

/**
 * Drafts the item-17 matters of a month, on the draft day of the next: one for each scored member who owes it, never a
 * second one, and none for a month no one kept (SPEC §3, dues).
 */
export const draftMissedDues = openUseCase({
  name: 'dues.draft',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ month: z.string() }),
  run: (context, { month }) => {
    const year = yearOf(month);
    const rulebook = context.rulebookOf(year);
    let { facts } = context;
    if (!isDraftedFor(facts, month) || isArchived(facts, year)) return done({ replies: [] });
    const owing = missingFor(facts, month)
      .filter((person) => isScoredFor(facts, rulebook, person, lastDayOf(month)))
      .filter(({ id }) => !pointsMatters(facts, id).some((each) => each.drafted && each.duesMonth === month))
      .filter(({ id }) => duesDeduction(facts, id, month) === undefined);
    const matters: PointsMatter[] = [];
    const changes: Change[] = [];
    for (const { id } of owing) {
      const matter = draft(facts, rulebook, context.now, id, month);
      const rows = [put('matter', matter), registerRow(matter, context.now)];
      changes.push(...rows);
      facts = facts.with(rows);
      matters.push(matter);
    }
    const after = { ...context, facts, rulebook };
    return done({
      changes,
      ids: matters.map(({ number }) => number),
      replies: [
        ...tellRecorder(facts, month, matters),
        ...matters.flatMap((matter) => hearing(after, matter)),
        ...inFew(matters.flatMap((matter) => tellRuler(after, matter))),
      ],
    });
  },
});

function draft(facts: Facts, rulebook: Rulebook, now: string, subject: number, month: Month): PointsMatter {
  const { item: number, grade } = rulebook.dues.drafts;
  const item = findItem(rulebook, number);
  if (item === undefined) throw new Error(`the rulebook has no item ${number}`);
  return {
    ...openMatter(facts, now, { subject, proposer: registrarOf(facts, month), drafted: true }),
    kind: 'deduction',
    item: number,
    grade,
    times: 1,
    points: pointsOf(
      item,
      item.grades.find(({ id }) => id === grade),
      1,
    ),
    deedOn: lastDayOf(month),
    activity: null,
    reason: month,
    duesMonth: month,
  };
}

/** The register itself is the material, so the matter is complete at once (SPEC §2, evidence). */
function registerRow(matter: PointsMatter, at: string): Change {
  const { number, proposer, reason } = matter;
  return put('material', {
    matter: number,
    no: 1,
    by: proposer,
    at,
    type: 'register',
    file: null,
    text: reason,
  });
}

/** The recorder of this moment; where there is none, who entered the last payment of the month. */
function registrarOf(facts: Facts, month: Month): number {
  const last = facts.all('dues').filter((payment) => payment.month === month && payment.cancelled !== true);
  const proposer = holders(facts, 'recorder')[0]?.id ?? last.at(-1)?.recordedBy;
  if (proposer === undefined) throw new Error(`${month} was kept by nobody`);
  return proposer;
}

/** Several cards for one person are one sentence that points to the list. */
function inFew(cards: readonly Reply[]): readonly Reply[] {
  const persons = [...new Set(cards.map(({ to }) => to))];
  return persons.flatMap((person): readonly Reply[] => {
    const own = cards.filter(({ to }) => to === person);
    if (own.length <= mostCards || typeof person !== 'number') return own;
    return [toPerson(person, 'rulings.manyWaiting', { count: own.length })];
  });
}

function tellRecorder(facts: Facts, month: Month, matters: readonly PointsMatter[]): readonly Reply[] {
  if (matters.length === 0) return [];
  const cards = keepPrivate(
    matters.map(({ number, subject }) => ({ number, subject: refById(facts, subject) })),
  );
  return holders(facts, 'recorder').map(({ id }) => toPerson(id, 'dues.drafted', { month, cards }));
}
