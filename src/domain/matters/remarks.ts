import type { Facts } from '../branch/facts.js';
import { put, type Change } from '../branch/rows.js';
import type { Remark } from '../rulings/attached-rows.js';
import { rulesOf } from './kinds.js';

/** The row that adds a remark to a matter. */
export function addRemark(facts: Facts, remark: Omit<Remark, 'no'>): Change {
  return put('remark', { ...remark, no: facts.of('remark', remark.matter).length + 1 });
}

/** The subject's own statements, oldest first. */
export function statementsIn(facts: Facts, matter: number): readonly Remark[] {
  return facts.of('remark', matter).filter((remark) => remark.kind === 'statement');
}

/** What the supervisor said of the matter, oldest first. */
export function supervisionOf(facts: Facts, matter: number): readonly string[] {
  return facts
    .of('remark', matter)
    .filter((remark) => remark.kind === 'supervision')
    .map((remark) => remark.text);
}

/** Witnesses who took back what they had certified, in order. */
export function takenBackBy(facts: Facts, matter: number): readonly number[] {
  const remarks = facts.of('remark', matter).filter((remark) => remark.kind === 'unwitnessed');
  return [...new Set(remarks.map(({ by }) => by))];
}

/** What a ruler asked to be completed, as long as nothing has come in since. */
export function openReturn(facts: Facts, matter: number): Remark | undefined {
  const last = facts
    .of('remark', matter)
    .filter((remark) => remark.kind === 'return')
    .at(-1);
  if (last === undefined) return undefined;
  const returned = facts.get('matter', matter);
  if (returned !== undefined && rulesOf(returned).returnIsMet?.(returned) === true) return undefined;
  const times = [
    ...facts.of('material', matter).map((material) => material.at),
    ...facts.of('witness', matter).map((witness) => witness.confirmedAt ?? ''),
  ];
  return times.some((at) => at > last.at) ? undefined : last;
}

/** Day of the meeting that decided: reported with the ruling or after it (annex 1, 支部评定). */
export function meetingOf(facts: Facts, matter: number): string | undefined {
  const reported = facts.of('remark', matter).find((remark) => remark.kind === 'meeting');
  return facts.get('ruling', matter)?.meetingOn ?? reported?.text;
}
