import { groupsOf } from '../../../domain/attendance/audience.js';
import type { Facts } from '../../../domain/branch/facts.js';
import { chineseNumber } from '../dates/tokens.js';

const numbered = /^第?(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))(?:党?小组|组)$/u;

/** The group of the roster that is called so: 第1小组, 1组 and 一组 are 第一小组, where there is one. */
export function groupCalled(facts: Facts, text: string): string | undefined {
  const groups = groupsOf(facts);
  if (groups.includes(text)) return text;
  const number = numberOfGroup(text);
  return number === undefined ? undefined : groups.find((group) => numberOfGroup(group) === number);
}

function numberOfGroup(text: string): number | undefined {
  const [, digits, spelled] = numbered.exec(text.normalize('NFKC')) ?? [];
  if (digits !== undefined) return Number(digits);
  return spelled === undefined ? undefined : chineseNumber(spelled);
}
