import type { Facts } from '../branch/facts.js';
import type { CorrectionMatter, Matter } from '../rulings/rows.js';
import type { KindRules } from './kind.js';

/** A correction is as quiet as what it corrects. Its subject hears of it when it is ruled. */
export const correction: KindRules<CorrectionMatter> = {
  columns: ['corrects'],
  isQuiet: (facts, matter, other) => {
    const corrected = correctedBy(facts, matter);
    return corrected === undefined || other.isQuiet(facts, corrected);
  },
  subjectKnows: (_facts, _rulebook, { state }) => state !== 'open',
  barredFrom: (facts, { corrects }, ruler) =>
    facts.get('ruling', corrects)?.ruler === ruler.id ? 'madeTheRuling' : undefined,
  // SPEC §3, 补正.
  isForSuperior: (_facts, { supplement }) => supplement === true,
  yearOf: (facts, matter, other) => {
    const corrected = correctedBy(facts, matter);
    return corrected === undefined ? undefined : other.yearOf(facts, corrected);
  },
  hangsOn: ({ corrects }) => corrects,
};

function correctedBy(facts: Facts, { corrects }: CorrectionMatter): Matter | undefined {
  return facts.get('matter', corrects);
}
