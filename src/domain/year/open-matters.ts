import type { Facts } from '../branch/facts.js';
import { yearOf } from '../period/civil.js';
import { isPoints } from '../rulings/deeds.js';
import { meetingOf } from '../rulings/remarks.js';
import type { Matter } from '../rulings/rows.js';
import type { Rulebook } from '../rulebook/schema.js';

/** The assessment year whose scores a matter may change; undefined: none. The date of the deed decides (SPEC §2). */
export function yearOfMatter(facts: Facts, matter: Matter): number | undefined {
  switch (matter.kind) {
    case 'bonus':
    case 'deduction':
    case 'veto':
      return yearOf(matter.deedOn);
    case 'correction':
      return yearOfNumber(facts, matter.corrects);
    case 'objection':
      return matter.about.to === 'notice'
        ? facts.get('notice', matter.about.number)?.year
        : yearOfNumber(facts, matter.about.number);
    case 'leave':
    case 'binding':
    case 'exemption':
    case 'rulebook':
      return undefined;
  }
}

function yearOfNumber(facts: Facts, number: number): number | undefined {
  const matter = facts.get('matter', number);
  return matter === undefined ? undefined : yearOfMatter(facts, matter);
}

/** What of a year still waits, by number. While any of it does, nothing is decided and nothing archived. */
export function openMattersOf(facts: Facts, year: number): readonly number[] {
  return facts
    .all('matter')
    .filter((matter) => matter.state === 'open' && yearOfMatter(facts, matter) === year)
    .map(({ number }) => number);
}

/** Confirmed deductions of ten points and more of whose meeting nobody reported the day (SPEC §2, hearing). */
export function withoutMeeting(facts: Facts, rulebook: Rulebook, year: number): readonly number[] {
  return facts
    .all('matter')
    .filter(isPoints)
    .filter((matter) => matter.state === 'confirmed' && yearOf(matter.deedOn) === year)
    .filter(({ points }) => -points >= rulebook.hearing.meetingDateFrom)
    .filter(({ number }) => meetingOf(facts, number) === undefined)
    .map(({ number }) => number);
}
