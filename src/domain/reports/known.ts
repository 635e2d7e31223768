import type { Facts } from '../branch/facts.js';
import { whyNotScored } from '../branch/people.js';
import { yearOf, type Days } from '../period/civil.js';
import { findItem } from '../rulebook/items.js';
import type { Rulebook } from '../rulebook/schema.js';
import { standingEntries } from '../points/deeds.js';
import type { PointsMatter } from '../rulings/rows.js';
import type { ReportNote } from './rows.js';

/** An example together with the bonus it tells of. */
interface Example {
  readonly note: ReportNote;
  readonly matter: PointsMatter;
  readonly text: string;
}

/** Of a year, in the order in which they were written down; what was struck is not among them. */
function notesOf(facts: Facts, year: number): readonly ReportNote[] {
  return facts.of('reportNote', year).filter(({ struck }) => struck === null);
}

/** The deed of an example; undefined once its bonus no longer counts, which drops the example. */
export function exampleOf(facts: Facts, note: ReportNote): Example | undefined {
  const matter = note.matter === null ? undefined : facts.get('matter', note.matter);
  if (matter?.kind !== 'bonus' || standingEntries(facts, matter).length === 0) return undefined;
  return { note, matter, text: note.text ?? matter.reason };
}

/** The examples of a period, by day: at most two years have a part in it. */
export function examplesIn(facts: Facts, { first, last }: Days): readonly Example[] {
  const years = [...new Set([yearOf(first), yearOf(last)])];
  return years
    .flatMap((year) => notesOf(facts, year))
    .flatMap((note) => exampleOf(facts, note) ?? [])
    .filter(({ matter: { deedOn } }) => deedOn >= first && deedOn <= last)
    .sort((one, other) => (one.matter.deedOn < other.matter.deedOn ? -1 : 1));
}

/** The practices that the secretary wrote for the year in which a period ends. */
export function practicesIn(facts: Facts, { last }: Days): readonly ReportNote[] {
  return notesOf(facts, yearOf(last)).filter(({ kind }) => kind === 'practice');
}

/** What nobody has filled in yet; the paper leaves it out. */
export function blankIn(facts: Facts, period: Days): readonly ReportNote['kind'][] {
  return [
    ...(examplesIn(facts, period).length === 0 ? (['example'] as const) : []),
    ...(practicesIn(facts, period).length === 0 ? (['practice'] as const) : []),
  ];
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
