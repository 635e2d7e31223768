import type { Facts } from '../branch/facts.js';
import type { Barred, KindRules } from '../matters/kind.js';
import { shows } from '../notice/shown.js';
import type { ObjectionMatter } from '../rulings/rows.js';

/** An objection is answered by one who neither proposed, ruled nor posted what it is about. */
export const objection: KindRules<ObjectionMatter> = {
  columns: [],
  isQuiet: () => true,
  subjectKnows: (_facts, _rulebook, { state }) => state !== 'open',
  barredFrom: (facts, { about }, ruler) => {
    if (about.to === 'notice') return barredFromNotice(facts, about.number, ruler.id);
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

/** A whole notice is not answered by who posted it, nor by who proposed or ruled one of its lines. */
function barredFromNotice(facts: Facts, number: number, person: number): Barred | undefined {
  const notice = facts.get('notice', number);
  if (notice === undefined) return undefined;
  if (notice.postedBy === person) return 'postedIt';
  const hasPart = facts
    .all('entry')
    .filter((entry) => entry.ruler === person || facts.get('matter', entry.matter)?.proposer === person)
    .some((entry) => shows(notice, entry));
  return hasPart ? 'hasLinesInIt' : undefined;
}
