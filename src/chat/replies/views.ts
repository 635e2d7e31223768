import type { View } from '../../app/ports/voice.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Sentences } from './sentences.js';

/** The view with the rulebook of that day's year, so that titles are those of their time. */
export function viewAt(date: string, view: View): View {
  return date === '' ? view : { ...view, rulebook: view.rulebookOf(yearOf(date)) };
}

/**
 * The view of a year: tiers, limits and votes follow its own rulebook, while categories of
 * persons and outcomes of improvements follow today's.
 */
function viewOfYear(year: number, view: View): View {
  const own = view.rulebookOf(year);
  const { categories, followUp } = view.rulebook;
  const { improvements } = followUp;
  return { ...view, rulebook: { ...own, categories, followUp: { ...own.followUp, improvements } } };
}

/** Sentences about a year, each in the view of the year that its facts name. */
export function inTheirYear<S>(
  sentences: Sentences<S>,
  yearIn: (facts: S[keyof S]) => number | null,
): Sentences<S> {
  const own = (facts: S[keyof S], view: View) => {
    const year = yearIn(facts);
    return year === null ? view : viewOfYear(year, view);
  };
  const wrapped: { -readonly [C in keyof S]: Sentences<S>[C] } = { ...sentences };
  const seen =
    <C extends keyof S>(code: C): Sentences<S>[C] =>
    (facts, view) =>
      sentences[code](facts, own(facts, view));
  for (const code in sentences) wrapped[code] = seen(code);
  return wrapped;
}
