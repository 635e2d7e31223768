import type { Facts } from '../branch/facts.js';
import { categoryOf, membersHere } from '../branch/people.js';
import { byDay, yearOf } from '../period/civil.js';
import type { Person } from '../roster/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { Care, CareKind } from './rows.js';

/** Why a person is cared for: retired, taken out of scoring for age or illness, or in hardship. */
export type CareReason = 'retired' | 'exempt' | 'hardship';

/** What has to be clear of a retired member: 家庭情况清、身体状况清、个人愿望清 (source, part two, 3). */
export const clarities = ['family', 'health', 'wish'] as const;

/** What is known of one person and was done for them this year. */
export interface CareSummary {
  readonly clear: readonly (typeof clarities)[number][];
  readonly lastVisit: string | null;
  readonly comforts: number;
  /** 分. */
  readonly amount: number;
}

/** What counts: entries that were not struck, by their day; of one day the last entered comes last. */
export function careOf(facts: Facts, person: number): readonly Care[] {
  return [...facts.of('care', person)].filter(({ struck }) => struck === null).sort(byDay);
}

/** Present members in care, in the order of the roster. */
export function caredFor(
  facts: Facts,
  rulebook: Rulebook,
): readonly { readonly person: Person; readonly reasons: readonly CareReason[] }[] {
  return membersHere(facts)
    .map((person) => ({ person, reasons: reasonsOf(facts, rulebook, person) }))
    .filter(({ reasons }) => reasons.length > 0);
}

function reasonsOf(facts: Facts, rulebook: Rulebook, person: Person): readonly CareReason[] {
  const reasons: CareReason[] = [];
  if (categoryOf(rulebook, person)?.inService === false) reasons.push('retired');
  if (person.exempt) reasons.push('exempt');
  if (inHardship(facts, person.id)) reasons.push('hardship');
  return reasons;
}

function inHardship(facts: Facts, person: number): boolean {
  return lastOf(careOf(facts, person), 'hardship')?.over === false;
}

export function summaryOf(facts: Facts, person: number, year: number): CareSummary {
  const care = careOf(facts, person);
  const comforts = care.filter(({ kind, on }) => kind === 'comfort' && yearOf(on) === year);
  return {
    clear: clarities.filter((kind) => lastOf(care, kind) !== undefined),
    lastVisit: lastOf(care, 'visit')?.on ?? null,
    comforts: comforts.length,
    amount: comforts.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  };
}

function lastOf(care: readonly Care[], kind: CareKind): Care | undefined {
  return care.filter((entry) => entry.kind === kind).at(-1);
}
