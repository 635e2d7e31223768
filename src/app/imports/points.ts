import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { findItem } from '../../domain/rulebook/items.js';
import { alike, isAlive, pointsMatters } from '../../domain/points/deeds.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { ownRefusal, refusal, type ProposalInput } from '../points/refusals.js';
import { draftPoints } from '../points/propose.js';
import type { PublicSay } from '../says.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';
import { importedFile, type ImportedFile } from './file.js';
import { z } from 'zod';

/** One line of a hand-kept table, understood. */
export interface PointsRow {
  readonly line: number;
  readonly member: number;
  readonly deedOn: string;
  readonly item: number;
  readonly grade: string | null;
  readonly times: number;
  /** What the table itself says it counts; null where it says nothing. */
  readonly points: number | null;
  readonly reason: string;
  /** The place in the file in words, as the ruler reads it. */
  readonly place: string;
}

/** What becomes of one line. `known`: the matter that it is already. */
export interface PointsStep {
  readonly line: number;
  readonly matter: PointsMatter;
  readonly known: boolean;
  /** Earlier matters that may be the same deed. */
  readonly alike: readonly number[];
}

export type PointsProblem =
  /** What `/加分` and `/减分` would refuse as well. */
  | { readonly line: number; readonly why: 'refused'; readonly say: PublicSay }
  | {
      readonly line: number;
      readonly why: 'points';
      readonly matter: PointsMatter;
      readonly stated: number;
    }
  | { readonly line: number; readonly why: 'twice'; readonly first: number };

export interface PointsPlan {
  readonly steps: readonly PointsStep[];
  /** With one of these nothing is imported. */
  readonly problems: readonly PointsProblem[];
  readonly file: ImportedFile;
  /** Registered from an earlier state of this file, but no longer in it: reported, never taken back. */
  readonly gone: readonly PointsMatter[];
  readonly changes: readonly Change[];
}

/**
 * Compares a hand-kept table with the branch. Each line becomes a matter of its own that waits for its ruling like any
 * other, and the file is its material: the importer is no ruler. The same file a second time gives no changes.
 */
export function planPoints(context: ActorContext, sheet: string, rows: readonly PointsRow[]): PointsPlan {
  const file = importedFile(context);
  const steps: PointsStep[] = [];
  const problems: PointsProblem[] = [];
  const changes: Change[] = [];
  let { facts } = context;
  for (const row of rows) {
    const step = stepOf({ ...context, facts }, row);
    if ('why' in step) {
      problems.push(step);
      continue;
    }
    const first = steps.find(({ matter }) => isSame(matter, step.matter));
    if (first !== undefined) {
      problems.push({ line: row.line, why: 'twice', first: first.line });
      continue;
    }
    const { matter, known } = step;
    const source = { file: file.id, sheet, line: row.line };
    const written: Change[] = known
      ? []
      : [put('matter', { ...matter, source }), materialOf(context, matter.number, file.id, row.place)];
    facts = facts.with(written);
    changes.push(...written);
    steps.push({ line: row.line, ...step });
  }
  const kept = new Set(steps.map(({ matter }) => matter.number));
  const gone = goneFrom(context.facts, file, sheet).filter(({ number }) => !kept.has(number));
  const isWritten = problems.length === 0 && changes.length > 0;
  return { steps, problems, file, gone, changes: isWritten ? [...file.changes, ...changes] : [] };
}

function stepOf(context: ActorContext, row: PointsRow): Omit<PointsStep, 'line'> | PointsProblem {
  const { line } = row;
  const item = findItem(context.rulebookOf(yearOf(row.deedOn)), row.item);
  const input = inputOf(row, item?.side ?? 'bonus');
  if (item !== undefined) {
    const matter = draftPoints(context, context.facts, input, row.member);
    if (row.points !== null && row.points !== matter.points)
      return { line, why: 'points', matter, stated: row.points };
    const known = knownAs(context.facts, matter);
    if (known !== undefined) return { matter: known, known: true, alike: [] };
  }
  const refused = ownRefusal(context, input) ?? refusal(context, input);
  if (refused?.kind === 'refused') return { line, why: 'refused', say: refused.say };
  const matter = draftPoints(context, context.facts, input, row.member);
  return { matter, known: false, alike: alike(context.facts, context.rulebook, matter) };
}

function inputOf(row: PointsRow, side: ProposalInput['side']): ProposalInput {
  const { member, item, grade, times, reason, deedOn } = row;
  const words = { gluedWitness: false, writtenDocument: null, witnesses: [] };
  return { side, members: [member], item, grade, times, reason, deedOn, ...words };
}

/**
 * The matter this line already is: open or counted, however it was registered; one from a file even after a rejection
 * or correction, or the file would reopen what was decided. What its proposer took back may be registered again.
 */
function knownAs(facts: Facts, matter: PointsMatter): PointsMatter | undefined {
  return pointsMatters(facts, matter.subject).find(
    (other) =>
      isSame(other, matter) &&
      (isAlive(facts, other) || (other.source !== undefined && other.state !== 'withdrawn')),
  );
}

function isSame(one: PointsMatter, other: PointsMatter): boolean {
  return (
    one.subject === other.subject &&
    one.item === other.item &&
    one.grade === other.grade &&
    one.times === other.times &&
    one.deedOn === other.deedOn &&
    one.reason === other.reason
  );
}

/** The file itself proves what was read out of it; its place in words is what people read. */
export function materialOf({ actor, now }: ActorContext, matter: number, file: number, text: string): Change {
  return put('material', { matter, no: 1, by: actor.id, at: now, type: 'file', file, text });
}

function goneFrom(facts: Facts, file: ImportedFile, sheet: string): readonly PointsMatter[] {
  return file.earlier.flatMap((id) =>
    facts
      .all('matter')
      .filter((matter): matter is PointsMatter => matter.kind === 'bonus' || matter.kind === 'deduction')
      .filter(({ source }) => source?.file === id && source.sheet === sheet)
      .filter((matter) => isAlive(facts, matter)),
  );
}

const row = z.strictObject({
  line: z.int(),
  member: z.int(),
  deedOn: z.string(),
  item: z.int(),
  grade: z.string().nullable(),
  times: z.int().min(1),
  points: z.int().nullable(),
  reason: z.string(),
  place: z.string(),
}) satisfies z.ZodType<PointsRow>;

/**
 * A hand-kept table as matters that wait for rulings: all lines or none. Compares again on present facts, because the
 * bot may run while people read the dry run. The running bot sends the news (src/jobs/pushes/matters.ts): the importing
 * process has no channel.
 */
export const importPoints = useCase({
  name: 'imports.points',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ sheet: z.string(), rows: z.array(row) }),
  run: (context, { sheet, rows }) => {
    const { problems, changes, file } = planPoints(context, sheet, rows);
    if (problems.length > 0) return refuse('imports.outdated', {});
    const ids = changes.flatMap((change) => (change.table === 'matter' ? [change.row.number] : []));
    return done({ changes, contents: ids.length === 0 ? [] : file.contents, ids, replies: [] });
  },
});
