/** The closed result of a former year, taken over from the table in which it was summed up on paper (annex 3). */
import { personOn } from '../roster/membership.js';
import type { Facts } from '../branch/facts.js';
import { yearOf, type CivilDate } from '../period/civil.js';
import { computeScore, sumsOf } from '../points/score.js';
import { personOf } from '../branch/people.js';
import { yearOfMatter } from '../matters/kinds.js';
import type { Rulebook, TierId } from '../rulebook/schema.js';
import type { FormerYearMatter } from '../rulings/rows.js';
import type { FormerLine } from './former-line.js';
import { isRated, lastDayOf } from './table/lines.js';
import { whyNotFree, type NotFree } from './matter.js';
import type { YearRecord } from './rows.js';
import { rankOf } from './table/shares.js';
import { propose, tierBarred, type TierBarred } from './table/tiers.js';

/** One line of the table, understood. Null where the table says nothing. */
export interface FormerRow {
  readonly line: number;
  readonly person: number;
  readonly base: number;
  readonly bonus: number;
  readonly deductions: number;
  readonly total: number | null;
  readonly vetoed: boolean;
  /** 预备 in that year. */
  readonly probationary: boolean;
  readonly tier: TierId | null;
  readonly remark: string | null;
}

export type FormerProblem =
  | { readonly line: null; readonly why: 'notEnded' }
  | ({ readonly line: null } & NotFree)
  /** Another table of this year waits for its ruling. */
  | { readonly line: null; readonly why: 'waits'; readonly number: number }
  | { readonly line: number; readonly why: 'twice'; readonly first: number }
  | { readonly line: number; readonly why: 'base'; readonly stated: number; readonly expected: number }
  | { readonly line: number; readonly why: 'total'; readonly stated: number; readonly expected: number }
  | { readonly line: number; readonly why: 'tier'; readonly barred: TierBarred; readonly tier: TierId }
  /** Into or out of the lowest tier against the score, and no remark says why. */
  | {
      readonly line: number;
      readonly why: 'reason';
      readonly tier: TierId;
      readonly proposed: TierId;
      readonly total: number;
    };

export interface FormerPlan {
  readonly lines: readonly FormerLine[];
  readonly problems: readonly FormerProblem[];
  /** What the branch has of this table already: it waits for its ruling, or the year is archived with it. */
  readonly known: { readonly number: number; readonly archived: boolean } | null;
}

/** @param rulebook of that year */
export function planFormerYear(
  facts: Facts,
  rulebook: Rulebook,
  year: number,
  today: CivilDate,
  rows: readonly FormerRow[],
): FormerPlan {
  const lines = linesOf(rulebook, facts, year, rows);
  const known = knownAs(facts, year, lines);
  const whole = known === null ? yearProblems(facts, year, today) : [];
  const each = rows.flatMap((row, at) => {
    const line = lines[at];
    return line === undefined ? [] : rowProblems(rulebook, rows.slice(0, at), row, line);
  });
  return { lines, problems: [...whole, ...each], known };
}

function yearProblems(facts: Facts, year: number, today: CivilDate): readonly FormerProblem[] {
  if (year >= yearOf(today)) return [{ line: null, why: 'notEnded' }];
  const kept = whyNotFree(facts, year, { yearOf: yearOfMatter });
  const waiting = openFormerYears(facts).find((matter) => matter.year === year);
  return [
    ...(kept === undefined ? [] : [{ line: null, ...kept }]),
    ...(waiting === undefined
      ? []
      : [{ line: null, why: 'waits', number: waiting.number } satisfies FormerProblem]),
  ];
}

function openFormerYears(facts: Facts): readonly FormerYearMatter[] {
  return facts.open().filter((matter): matter is FormerYearMatter => matter.kind === 'formerYear');
}

/** The rows with the score that follows from them and a tier: the table's, else what the score proposes. */
function linesOf(
  rulebook: Rulebook,
  facts: Facts,
  year: number,
  rows: readonly FormerRow[],
): readonly FormerLine[] {
  const scored = rows.map((row) => {
    const { person, base, bonus, deductions, vetoed } = row;
    const { uncounted, total } = scoreOf(rulebook, row);
    const rated = !row.probationary && isRated(personOn(facts, personOf(facts, person), lastDayOf(year)));
    return { person, base, bonus, deductions, uncounted, vetoed, total, rated };
  });
  return propose(rulebook, scored).map(({ proposed, ...line }, at) => {
    const row = rows[at];
    const stated = row?.tier ?? null;
    const tier = proposed === null ? null : (stated ?? proposed);
    const remark = row?.remark ?? null;
    return { ...line, line: row?.line ?? 0, proposed, tier, byScore: stated === null, remark };
  });
}

/** By the same formula as everything that is kept here (src/domain/points/score.ts). */
function scoreOf({ scoring }: Rulebook, { bonus, deductions, vetoed }: FormerRow) {
  const sums = [
    { side: 'bonus', points: bonus },
    { side: 'deduction', points: -deductions },
  ] as const;
  return computeScore(sums, scoring, vetoed);
}

function rowProblems(
  rulebook: Rulebook,
  before: readonly FormerRow[],
  row: FormerRow,
  computed: FormerLine,
): readonly FormerProblem[] {
  const { line } = row;
  const first = before.find(({ person }) => person === row.person);
  if (first !== undefined) return [{ line, why: 'twice', first: first.line }];
  const { basePoints } = rulebook.scoring;
  if (row.base !== basePoints) return [{ line, why: 'base', stated: row.base, expected: basePoints }];
  if (row.total !== null && row.total !== computed.total)
    return [{ line, why: 'total', stated: row.total, expected: computed.total }];
  const { tier, proposed, total } = computed;
  if (tier === null || proposed === null) return [];
  const barred = tierBarred(rulebook, computed, tier);
  if (barred !== undefined) return [{ line, why: 'tier', barred, tier }];
  const departs = tier !== proposed && (tier === 'unqualified' || proposed === 'unqualified');
  return departs && row.remark === null ? [{ line, why: 'reason', tier, proposed, total }] : [];
}

/** The same table is known by what it says, not by its name: a copy in another format changes nothing. */
function knownAs(facts: Facts, year: number, lines: readonly FormerLine[]): FormerPlan['known'] {
  const wanted = fingerprint(lines);
  const waiting = openFormerYears(facts).find(
    (matter) => matter.year === year && fingerprint(matter.lines) === wanted,
  );
  if (waiting !== undefined) return { number: waiting.number, archived: false };
  const records = facts.of('yearRecord', year);
  const number = records[0]?.imported?.matter;
  return number !== undefined && fingerprint(records) === wanted ? { number, archived: true } : null;
}

type Compared = Pick<FormerLine, 'person' | 'base' | 'bonus' | 'deductions' | 'vetoed' | 'total' | 'tier'>;

function fingerprint(lines: readonly Compared[]): string {
  return [...lines]
    .sort((one, other) => one.person - other.person)
    .map(({ person, base, bonus, deductions, vetoed, total, tier }) =>
      JSON.stringify([person, base, bonus, deductions, vetoed, total, tier]),
    )
    .join();
}

/** What a confirming ruling puts into the archive. */
export function formerRecords(
  matter: FormerYearMatter,
  rulebook: string,
  now: string,
): readonly YearRecord[] {
  const totals = matter.lines.filter(({ tier }) => tier !== null).map(({ total }) => total);
  const { number, year } = matter;
  return matter.lines.map((entry) => {
    const { person, tier, line, byScore, remark } = entry;
    return {
      ...{ person, ...sumsOf(entry), tier, year, rulebook },
      archivedAt: now,
      rank: tier === null ? null : rankOf(totals, entry.total),
      scoredMembers: totals.length,
      imported: { matter: number, line, byScore, remark },
    };
  });
}
