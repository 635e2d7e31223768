import type { KindRules } from '../matters/kind.js';
import type { ObjectionMatter } from '../rulings/rows.js';

/** An objection is answered by one who neither proposed, ruled nor posted what it is about. */
export const objection: KindRules<ObjectionMatter> = {
  columns: [],
  isQuiet: () => true,
  subjectKnows: (_facts, _rulebook, { state }) => state !== 'open',
  barredFrom: (facts, { about }, ruler) => {
    if (about.to === 'notice')
      return facts.get('notice', about.number)?.postedBy === ruler.id ? 'postedIt' : undefined;
    if (facts.get('ruling', about.number)?.ruler === ruler.id) return 'ruledIt';
    return facts.get('matter', about.number)?.proposer === ruler.id ? 'proposedIt' : undefined;
  },
  // Annex 1, 年度公示: objections go to 机关党委. A veto was voted by the meeting: no single officer sets it aside.
  isForSuperior: (facts, { about }) =>
    about.to === 'matter'
      ? facts.get('matter', about.number)?.kind === 'veto'
      : facts.get('notice', about.number)?.kind === 'yearly',
  yearOf: (facts, { about }, other) => {
    if (about.to === 'notice') return facts.get('notice', about.number)?.year;
    const matter = facts.get('matter', about.number);
    return matter === undefined ? undefined : other.yearOf(facts, matter);
  },
  hangsOn: ({ about }) => (about.to === 'matter' ? about.number : undefined),
  shieldsProposer: true,
};
