/** Phrases shared by papers only. */
import type { Person } from '../domain/roster/rows.js';
import { dayTitle, dottedDay, paperDay } from '../words/dates.js';
import { departureTitle } from '../words/roster.js';

/** Who made a file, in its properties. */
export const author = '支部机器人';

/** 2026年11月20日转出本支部; nothing of who is here */
export function goneTitle({ leftOn, leftHow }: Person): string {
  return leftOn === null ? '' : `${paperDay(leftOn)}${departureTitle(leftHow)}`;
}

/** The member's signature line; the deceased have none. */
export function ownSignature({ leftHow }: Person, label: string): readonly string[] {
  return leftHow === 'deceased' ? [] : [label];
}

/** 2026.11.20转出本支部, in narrow columns */
export function shortGone({ leftOn, leftHow }: Person): string {
  return leftOn === null ? '' : `${dottedDay(leftOn)}${departureTitle(leftHow)}`;
}

/** 截至2026年11月28日(周六) and the day somebody left: below the title of a picture, which belongs to the chat */
export function asOfTitle(today: string, { leftOn, leftHow }: Person): string {
  const gone = leftOn === null ? '' : `，${dayTitle(leftOn)}${departureTitle(leftHow)}`;
  return `截至${dayTitle(today)}${gone}`;
}

/** 113, −3: a number as it is printed; a hyphen is no minus, and a line may end after it. */
export function plainNumber(value: number, decimals = 0): string {
  return value.toFixed(decimals).replace('-', '−');
}
