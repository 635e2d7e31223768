/** Turns of phrase that several papers share. A paper is read in other years too, so its dates always name theirs. */
import type { PersonRef } from '../domain/branch/people.js';
import { dateOf, dayOf, monthOf, weekdayOf, yearOf } from '../domain/period/civil.js';
import type { LedgerEntry } from '../domain/points/rows.js';
import type { Departure, OfficeName, Person } from '../domain/roster/rows.js';
import { findItem } from '../domain/rulebook/items.js';
import type { Rulebook, TierId } from '../domain/rulebook/schema.js';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;
const quarters = ['一', '二', '三', '四'] as const;

/** 2026年11月28日(周六) */
export function dayTitle(date: string): string {
  return `${yearOf(date)}年${shortDay(date)}`;
}

/** 11月28日(周六), where the year stands above */
export function shortDay(date: string): string {
  return `${monthOf(date)}月${dayOf(date)}日（周${weekdays[weekdayOf(dateOf(date)) - 1] ?? ''}）`;
}

/** 2026年11月28日(周六)15:00 */
export function timeTitle(instant: string): string {
  return `${dayTitle(instant)}${instant.slice(11, 16)}`;
}

/** 2010.07.01 in narrow columns; nothing for a day that nobody entered */
export function dottedDay(date: string | null): string {
  return date === null ? '' : date.replaceAll('-', '.');
}

/** `2026-11` as 2026年11月 */
export function monthTitle(month: string): string {
  return `${yearOf(month)}年${monthOf(month)}月`;
}

/** 2026年, 2026年三季度 */
export function periodTitle(year: number, quarter: number | null): string {
  return quarter === null ? `${year}年` : `${year}年${quarterTitle(quarter)}`;
}

/** 三季度 */
export function quarterTitle(quarter: number): string {
  return `${quarters[quarter - 1] ?? ''}季度`;
}

const offices: { readonly [O in OfficeName]: string } = {
  secretary: '书记',
  deputySecretary: '副书记',
  committeeMember: '支委',
  groupLeader: '党小组组长',
  recorder: '记录员',
  supervisor: '监督员',
};

export function officeTitle(office: OfficeName): string {
  return offices[office];
}

const departures: { readonly [D in Departure]: string } = {
  transferred: '转出本支部',
  deceased: '去世',
  withdrew: '退党',
  expelled: '除名',
};

export function departureTitle(how: string | null): string {
  return how !== null && Object.hasOwn(departures, how) ? departures[how as Departure] : '离开本支部';
}

/** 2026年11月20日(周五)转出本支部; nothing of who is here */
export function goneTitle({ leftOn, leftHow }: Person): string {
  return leftOn === null ? '' : `${dayTitle(leftOn)}${departureTitle(leftHow)}`;
}

/** The place where a member signs his own paper; there is none for the dead. */
export function ownSignature({ leftHow }: Person, label: string): readonly string[] {
  return leftHow === 'deceased' ? [] : [label];
}

/** 2026.11.20转出本支部, in narrow columns */
export function shortGone({ leftOn, leftHow }: Person): string {
  return leftOn === null ? '' : `${dottedDay(leftOn)}${departureTitle(leftHow)}`;
}

/** 截至2026年11月28日(周六); with the day on which he left */
export function asOfTitle(today: string, person: Person): string {
  const gone = goneTitle(person);
  return `截至${dayTitle(today)}${gone === '' ? '' : `，${gone}`}`;
}

export function categoryTitle(rulebook: Rulebook, category: string | null): string {
  return rulebook.categories.find(({ id }) => id === category)?.label ?? '';
}

/** 预备党员, 正式党员 */
export function statusTitle({ probationary }: Person): string {
  return probationary ? '预备党员' : '正式党员';
}

/** 张三; 张三(窗口党员) where the branch has two of the name */
export function personTitle({ name, apart }: PersonRef, rulebook: Rulebook): string {
  if (apart === null) return name;
  switch (apart.by) {
    case 'category':
      return `${name}（${categoryTitle(rulebook, apart.category)}）`;
    case 'group':
      return `${name}（${apart.group}）`;
    case 'number':
      return `${name}（${apart.number}号）`;
  }
}

/** 第13项“受表彰”(市级), with ×2 where it counts more than once */
export function itemTitle(
  rulebook: Rulebook,
  { item, grade, times }: Pick<LedgerEntry, 'item' | 'grade' | 'times'>,
): string {
  const known = findItem(rulebook, item);
  const label = known?.grades.find(({ id }) => id === grade)?.label;
  return `第${item}项“${known?.title ?? ''}”${label === undefined ? '' : `（${label}）`}${times > 1 ? `×${times}` : ''}`;
}

/** 支部大会 */
export function kindTitle(rulebook: Rulebook, kind: string): string {
  return rulebook.activities.kinds.find(({ id }) => id === kind)?.label ?? '';
}

/** 113, −3: a number as it is printed; a hyphen is no minus, and a line may end after it. */
export function plainNumber(value: number, decimals = 0): string {
  return value.toFixed(decimals).replace('-', '−');
}

/** +3, −20, 0 */
export function signed(points: number): string {
  if (points === 0) return '0';
  return `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
}

/** 合格 */
export function tierTitle(rulebook: Rulebook, tier: TierId): string {
  return rulebook.assessment.tiers[tier];
}

/** 第2款“长期不参加组织生活” */
export function groundTitle(rulebook: Rulebook, number: number): string {
  const ground = rulebook.veto.grounds.find((known) => known.number === number);
  return `第${number}款“${ground?.title ?? ''}”`;
}
