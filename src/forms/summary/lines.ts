/** What a summary table shows of each member: sums with their items, tier and remarks, never reasons, evidence or kinds of leave (SPEC §2, publication). */
import type { NameOrder } from '../../app/ports/papers.js';
import { personOf, refOf } from '../../domain/branch/people.js';
import { itemTotals } from '../../app/life/figures.js';
import { daysOf, periodNamed } from '../../domain/notice/period.js';
import { ordered, publishedLine, publishedMembers } from '../../domain/notice/publication.js';
import type { Facts } from '../../domain/branch/facts.js';
import { membersOn, personOn } from '../../domain/roster/membership.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook, TierId } from '../../domain/rulebook/schema.js';
import { isRated, isRatedIn, lastDayOf, laterThan, lineOf, listedIn } from '../../domain/year/table/lines.js';
import { dateOf } from '../../domain/period/civil.js';
import type { LedgerEntry, Side } from '../../domain/points/rows.js';
import { sumsOf, type Sums } from '../../domain/points/score.js';
import { entriesOf } from '../../domain/year/table/score.js';
import { isDecided, tierOf, yearState } from '../../domain/year/state.js';
import type { PaperInput } from '../input.js';
import { fullDate } from '../../words/dates.js';
import { publicTitle, signed, tierTitle } from '../../words/items.js';
import { changeTitle } from '../../words/roster.js';
import { personTitle } from '../../words/persons.js';
import { referenceMarks, limitNotes } from '../../words/scores.js';

export interface SummaryOrder {
  readonly year: number;
  /** Null: the whole year. */
  readonly quarter: number | null;
  readonly order: NameOrder;
  readonly large: boolean;
}

export interface SummaryLine extends Sums {
  readonly name: string;
  /** 公益活动+3, 合理化建议+2: the items of each side, as the annex publishes them. */
  readonly items: { readonly [S in Side]: readonly string[] };
  /** Blank until it is decided. */
  readonly tier: string;
  readonly remarks: string;
}

/** How a remark of a veto begins; the sheet's formula looks for it. */
export const vetoMark = '一票否决';

const orders = { roster: 'roster', strokes: 'surnameStrokes' } as const;

export function summaryLines(
  input: PaperInput,
  { year, quarter, order }: SummaryOrder,
): readonly SummaryLine[] {
  const listed = quarter === null ? yearLines(input, year) : quarterLines(input, year, quarter);
  const rulebook = input.rulebookOf(year);
  const byPerson = new Map(listed.map((line) => [line.person.id, line]));
  const persons = ordered(
    orders[order],
    [...byPerson.values()].map(({ person }) => person),
  );
  return persons.flatMap(({ id }) => {
    const line = byPerson.get(id);
    return line === undefined ? [] : [shown(input, rulebook, line, quarter === null ? year : null)];
  });
}

interface Listed {
  readonly person: Person;
  readonly sums: Sums;
  /** Of the year, as far as they are counted. */
  readonly entries: readonly LedgerEntry[];
  readonly tier: TierId | null;
  /** Scored for reference, not rated, and why; null: rated. */
  readonly unrated: 'probationary' | 'left' | null;
  /** Where a 补正 has changed an archived score. */
  readonly now: number | null;
}

/** As the publication of the quarter counts it: what was ruled by its last day. */
function quarterLines({ facts, rulebookOf }: PaperInput, year: number, quarter: number): readonly Listed[] {
  const rulebook = rulebookOf(year);
  const period = periodNamed('quarterly', { year, period: quarter });
  return publishedMembers(facts, rulebook, period).map((person) => ({
    person,
    sums: publishedLine(facts, rulebook, period, person),
    entries: entriesOf(facts, person.id, year).filter(({ ruledAt }) => dateOf(ruledAt) <= period.last),
    tier: null,
    unrated: isRated(person) ? null : 'probationary',
    now: null,
  }));
}

/** As archived; once the meeting has decided, those it decided on; before, everybody scored, as of now. */
function yearLines(input: PaperInput, year: number): readonly Listed[] {
  const { facts, rulebookOf } = input;
  const rulebook = rulebookOf(year);
  const current = (person: number): Sums => lineOf(facts, rulebook, person, year);
  const records = facts.of('yearRecord', year);
  if (records.length > 0)
    return byRoster(records).map((record): Listed => {
      const { total } = current(record.person);
      const now = total === record.total ? null : total;
      const person = personOf(facts, record.person);
      return {
        person,
        sums: record,
        entries: entriesOf(facts, person.id, year),
        tier: record.tier,
        unrated: record.tier === null ? unratedAs(facts, person, year) : null,
        now,
      };
    });
  const state = yearState(facts, year);
  if (isDecided(state))
    return byRoster(state.lines).map(({ person }): Listed => {
      const tier = tierOf(state, person);
      return {
        person: personOf(facts, person),
        sums: current(person),
        entries: entriesOf(facts, person, year),
        tier,
        unrated: tier === null ? unratedAs(facts, personOf(facts, person), year) : null,
        now: null,
      };
    });
  const members = [...listedIn(facts, rulebook, year)].sort((one, other) => one.id - other.id);
  return members.map((person) => ({
    person,
    sums: current(person.id),
    entries: entriesOf(facts, person.id, year),
    tier: null,
    unrated: isRatedIn(facts, rulebook, person, year) ? null : unratedAs(facts, person, year),
    now: null,
  }));
}

function byRoster<T extends { readonly person: number }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((one, other) => one.person - other.person);
}

function shown(
  { facts, today }: PaperInput,
  rulebook: Rulebook,
  line: Listed,
  year: number | null,
): SummaryLine {
  const { person, sums, entries, tier } = line;
  const later = year === null ? [] : laterRemarks(facts, rulebook, person.id, year, today);
  return {
    name: personTitle(refOf(facts, person), rulebook),
    ...sumsOf(sums),
    items: {
      bonus: itemsOf(rulebook, entries, 'bonus', sums.bonus),
      deduction: itemsOf(rulebook, entries, 'deduction', -sums.deductions),
    },
    tier: tier === null ? '' : tierTitle(tier, rulebook),
    remarks: remarksOf(rulebook, line, later).join('；'),
  };
}

/** Net of corrections; the sum alone where the items do not make it up: a year taken over, or archived before a 补正. */
function itemsOf(
  rulebook: Rulebook,
  entries: readonly LedgerEntry[],
  side: Side,
  sum: number,
): readonly string[] {
  const of = entries.filter((entry) => entry.side === side);
  const totals = itemTotals(of).filter(({ points }) => points !== 0);
  if (totals.reduce((all, { points }) => all + points, 0) !== sum) return [signed(sum)];
  return totals.map(({ item, points }) => `${publicTitle(rulebook, item)}${signed(points)}`);
}

/** Categories that are not scored, with how many they are: 离退休党员1人不参加积分考核。 */
export function unscoredText(
  { facts, rulebookOf, today }: PaperInput,
  { year, quarter }: SummaryOrder,
): string {
  const { last } = daysOf({ year, quarter });
  const members = membersOn(facts, last < today ? last : today);
  const { categories } = rulebookOf(year);
  return categories
    .filter(({ scored }) => !scored)
    .map(({ id, label }) => ({ label, count: members.filter(({ category }) => category === id).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label}${count}人不参加积分考核。`)
    .join('');
}

function unratedAs(facts: Facts, person: Person, year: number): 'probationary' | 'left' {
  return personOn(facts, person, lastDayOf(year)).leftOn === null ? 'probationary' : 'left';
}

/** What came after the year, as far as a sheet on the wall may say it: no exemption, and of leaving only 转出. */
function laterRemarks(
  facts: Facts,
  rulebook: Rulebook,
  person: number,
  year: number,
  today: string,
): readonly string[] {
  return laterThan(facts, person, year)
    .filter(({ on }) => on > lastDayOf(year))
    .filter(({ what, after }) => what === 'category' || (what === 'left' && after === 'transferred'))
    .map((change) => `${fullDate(change.on, today)}${changeTitle(change, rulebook)}`);
}

function remarksOf(
  { scoring }: Rulebook,
  { sums, unrated, now }: Listed,
  later: readonly string[],
): readonly string[] {
  const remarks: readonly (readonly [boolean, string])[] = [
    [sums.vetoed, vetoMark],
    [unrated === 'probationary', `${referenceMarks.probationary}，不评定`],
    [unrated === 'left', '年内离开本支部，仅供参考，不评定'],
  ];
  return [
    ...remarks.filter(([applies]) => applies).map(([, text]) => text),
    ...limitNotes(scoring.bonusCap === null ? 0 : sums.bonus - scoring.bonusCap, sums.uncounted),
    ...(now === null ? [] : [`归档后补正，现${now}分`]),
    ...later,
  ];
}
