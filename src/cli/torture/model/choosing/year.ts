import type { Chosen, YearStep } from '../acts.js';
import { holderOf, personOf, yearOfMatter, type Book, type Person } from '../book.js';
import { dateOf, yearOf } from '../calendar.js';
import type { Chance } from '../chance.js';
import { lastNoticeDay, yearInHand } from '../judging/year.js';
import { mayRule } from '../judging/judge.js';

/** After the drafts of December's dues: what is open of the year is decided first, then step by step to the archive. */
export function chooseYearStep(book: Book, chance: Chance, now: string): Chosen | undefined {
  const year = yearInHand(book);
  if (year >= yearOf(now) || dateOf(now).slice(5) < '01-10' || chance.happens(0.4)) return undefined;
  const { stage, postedOn } = book.years.get(year) ?? { stage: 'open', postedOn: '' };
  const secretary = holderOf(book, 'secretary');
  const by = (who: Person, step: YearStep): Chosen => ({
    who,
    place: 'private',
    act: { do: 'year', step, year },
  });
  switch (stage) {
    case 'open':
      return by(holderOf(book, 'recorder'), '汇总');
    case 'summarised':
      return closing(book, chance, year) ?? by(secretary, '评定');
    case 'decided': {
      const above = book.people.find(({ kind }) => kind === 'superior');
      return above === undefined ? undefined : by(chance.happens(0.8) ? above : secretary, '审核');
    }
    case 'audited':
      return by(secretary, '公示');
    case 'posted':
      // An activity that was ended late may have drafted something meanwhile.
      return dateOf(now) > lastNoticeDay(postedOn) || chance.happens(0.05)
        ? (closing(book, chance, year) ?? by(secretary, '归档'))
        : undefined;
    case 'archived':
      return undefined;
  }
}

/** Rejects what is still open of the year; objections are answered. */
function closing(book: Book, chance: Chance, year: number): Chosen | undefined {
  const left = book.matters.find((matter) => matter.state === 'open' && yearOfMatter(book, matter) === year);
  if (left === undefined) return undefined;
  const { number } = left;
  const rulers = book.people.filter((person) => mayRule(book, left, person));
  // Everybody had a part in it: who opened it takes it back.
  if (rulers.length === 0)
    return { who: personOf(book, left.proposer), place: 'private', act: { do: 'withdraw', number } };
  const who = chance.pick(rulers);
  const secret = '年底办结';
  if (left.kind === 'objection')
    return { who, place: 'private', act: { do: 'answer', number, upheld: false, secret } };
  return { who, place: 'private', act: { do: 'reject', number, secret } };
}
