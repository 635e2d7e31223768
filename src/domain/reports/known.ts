import type { Facts } from '../branch/facts.js';
import { whyNotScored } from '../branch/people.js';
import { yearOf } from '../period/civil.js';
import { findItem } from '../rulebook/items.js';
import type { Rulebook } from '../rulebook/schema.js';
import { standingEntries } from '../points/deeds.js';
import type { PointsMatter } from '../rulings/rows.js';
import type { ReportNote } from './rows.js';

/** An example together with the bonus it tells of. */
export interface Example {
  readonly note: ReportNote;
  readonly matter: PointsMatter;
  readonly text: string;
}

/** Of a year, in the order in which they were written down; what was struck is not among them. */
export function notesOf(facts: Facts, year: number): readonly ReportNote[] {
  return facts.of('reportNote', year).filter(({ struck }) => struck === null);
}

/** The deed of an example; undefined once its bonus no longer counts, which drops the example. */
export function exampleOf(facts: Facts, note: ReportNote): Example | undefined {
  const matter = note.matter === null ? undefined : facts.get('matter', note.matter);
  if (matter?.kind !== 'bonus' || standingEntries(facts, matter).length === 0) return undefined;
  return { note, matter, text: note.text ?? matter.reason };
}

export type WhyNoExample = 'unknown' | 'notConfirmedBonus' | 'shielded' | 'left';

/** Undefined: the matter may serve as an example. */
export function whyNoExample(
  facts: Facts,
  rulebookOf: (year: number) => Rulebook,
  number: number,
): WhyNoExample | undefined {
  const matter = facts.get('matter', number);
  if (matter === undefined) return 'unknown';
  if (matter.kind !== 'bonus' || standingEntries(facts, matter).length === 0) return 'notConfirmedBonus';
  const rulebook = rulebookOf(yearOf(matter.deedOn));
  // Publications shield people who opposed a wrong (form, item 10).
  if (findItem(rulebook, matter.item)?.publish === 'pointsOnly') return 'shielded';
  const person = facts.get('person', matter.subject);
  return person === undefined || whyNotScored(rulebook, person) !== undefined ? 'left' : undefined;
}
