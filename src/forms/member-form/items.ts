import type { LedgerEntry } from '../../domain/points/rows.js';
import type { Rulebook, RulebookItem, TierId } from '../../domain/rulebook/schema.js';
import type { Row } from '../document.js';
import { groundTitle, registerReason, signed, tierTitle } from '../../words/items.js';
import { monthAndDay, paperDay } from '../../words/dates.js';
import { isHere, personOf } from '../../domain/branch/people.js';
import { personOn } from '../../domain/roster/membership.js';
import { lastDayOf } from '../../domain/year/table/lines.js';
import type { Score } from '../../domain/points/score.js';
import { isDecided, tierOf, yearState } from '../../domain/year/state.js';
import type { PaperInput } from '../input.js';
import { isAboutOthers } from '../../app/matters/points.js';
import { reasonText } from '../reasons.js';
import { listed, withTail } from '../text.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import { referenceMarks } from '../../words/scores.js';

/** Characters to a line in the columns of what happened, and of points. */
interface Room {
  readonly hits: number;
  /** Where the words of the annex take both columns. */
  readonly both: number;
  readonly points: number;
}

/**
 * One item: its title, a line for each entry, and the sum. A correction is listed beside what it
 * takes back; the sum is net.
 *
 * @param entries of the member's year
 */
export function itemRow(
  input: PaperInput,
  item: RulebookItem,
  entries: readonly LedgerEntry[],
  room: Room,
): Row {
  const own = entries.filter((entry) => entry.item === item.number).sort(byDeed);
  const points = own.reduce((sum, entry) => sum + entry.points, 0);
  const characters = item.wording === undefined ? room.hits : room.both;
  const hits = own.map((entry) => hitText(input, item, entry, entries, characters));
  // The words of the annex take the whole column, as there, and what happened follows below.
  const contents: Row =
    item.wording === undefined
      ? [{ text: `${item.number}. ${item.title}` }, { text: hits.join('\n') }]
      : [{ text: [`${item.number}. ${item.wording}`, ...hits].join('\n'), across: 2 }];
  return [
    ...contents,
    { text: pointsOf(item, room.points) },
    { text: '' },
    { text: own.length === 0 ? '' : signed(points) },
  ];
}

function byDeed(one: LedgerEntry, other: LedgerEntry): number {
  return one.deedOn < other.deedOn ? -1 : one.deedOn > other.deedOn ? 1 : one.seq - other.seq;
}

/** 7月8日 敬老院义务劳动 +3（#4）, 11月25日 更正#5：登记重复 −10（#9） */
function hitText(
  input: PaperInput,
  item: RulebookItem,
  entry: LedgerEntry,
  entries: readonly LedgerEntry[],
  characters: number,
): string {
  const { points, matter } = entry;
  const reversed = entries.find(({ seq }) => seq === entry.reverses);
  const ruled = input.facts.get('matter', matter);
  const reason = isAboutOthers(input.facts, ruled) ? '' : reasonText(input, entry);
  if (reversed !== undefined) {
    const why = reason === '' ? '' : `：${reason}`;
    const head = `${monthAndDay(entry.ruledAt)} 更正#${reversed.matter}${why}`;
    return withTail(head, `${signed(points)}（#${matter}）`, characters);
  }
  const label = item.grades.find(({ id }) => id === entry.grade)?.label;
  const grade = label === undefined ? '' : `${label}${entry.times > 1 ? `×${entry.times}` : ''}`;
  const corrected = entries.some(({ reverses }) => reverses === entry.seq) ? '，已更正' : '';
  const head = [monthAndDay(entry.deedOn), reason, grade].filter((text) => text !== '').join(' ');
  return withTail(head, `${signed(points)}（#${matter}${corrected}）`, characters);
}

/** 3, or by grade 一般3，强烈5 */
function pointsOf({ points, grades }: RulebookItem, characters: number): string {
  if (points !== null) return String(points);
  const parts = grades.map(
    ({ label, perCount, points: each }) => `${label}${perCount ? '每人次' : ''}${each}`,
  );
  return listed(parts, characters);
}

/** 合格,103分: as archived, else as the meeting decided, else the current state. */
export function resultTitle(
  { facts, rulebookOf }: PaperInput,
  { person, year }: { readonly person: number; readonly year: number },
  { total }: Score,
): string {
  const rulebook = rulebookOf(year);
  const now = personOf(facts, person);
  const then = personOn(facts, now, lastDayOf(year));
  const titled = (tier: TierId | null, points: number): string =>
    tier === null
      ? `${points}分（${referenceMarks[then.leftOn === null ? 'probationary' : 'left']}）`
      : `${tierTitle(tier, rulebook)}，${points}分`;
  const record = facts.get('yearRecord', year, person);
  if (record !== undefined) {
    const after = record.total === total ? '' : `（归档后补正，现${total}分）`;
    return `${titled(record.tier, record.total)}${after}`;
  }
  const state = yearState(facts, year);
  if (isDecided(state) && state.baseline.has(person)) return titled(tierOf(state, person), total);
  const notYet = isHere(now) ? '尚未评定' : '离开前没有评定';
  const standing = then.probationary ? referenceMarks.probationary : notYet;
  return `${total}分（${standing}）`;
}

/** 第4款“违规受处理”，2026年11月30日认定（#12）。and the reason as it was proposed, or the months of the register */
export function vetoText({ facts }: PaperInput, rulebook: Rulebook, veto: VetoMatter): string {
  const at = facts.get('ruling', veto.number)?.at;
  const ruled = at === undefined ? '认定' : `${paperDay(at)}认定`;
  return `${groundTitle(veto.ground, rulebook)}，${ruled}（#${veto.number}）。\n${reasonOf(rulebook, veto)}`;
}

function reasonOf(rulebook: Rulebook, { ground, reason, since, last, months }: VetoMatter): string {
  if (since === null) return reason;
  return `${registerReason(ground, { since, last: last ?? since, months }, rulebook)}。`;
}
