import { personOf } from '../../domain/branch/people.js';
import type { Score } from '../../domain/points/score.js';
import type { TierId } from '../../domain/rulebook/schema.js';
import { isDecided, tierOf, yearState } from '../../domain/year/state.js';
import type { PaperInput } from '../input.js';
import { tierTitle } from '../../words/items.js';

/** 合格,103分: what was archived, else what the meeting decided, else how it stands. */
export function resultTitle(
  { facts, rulebookOf }: PaperInput,
  { person, year }: { readonly person: number; readonly year: number },
  { total }: Score,
): string {
  const rulebook = rulebookOf(year);
  const titled = (tier: TierId | null, points: number): string =>
    tier === null ? `${points}分（预备党员，仅供参考）` : `${tierTitle(tier, rulebook)}，${points}分`;
  const record = facts.get('yearRecord', year, person);
  if (record !== undefined) {
    const after = record.total === total ? '' : `（归档后补正，现${total}分）`;
    return `${titled(record.tier, record.total)}${after}`;
  }
  const state = yearState(facts, year);
  if (isDecided(state) && state.baseline.has(person)) return titled(tierOf(state, person), total);
  const { probationary, leftOn } = personOf(facts, person);
  const notYet = leftOn === null ? '尚未评定' : '离开前没有评定';
  const standing = probationary ? '预备党员，仅供参考' : notYet;
  return `${total}分（${standing}）`;
}
