import { changesOf } from '../attendance/standing.js';
import type { Facts } from '../branch/facts.js';
import type { Barred, KindRules } from '../matters/kind.js';
import { shows } from '../notice/shown.js';
import type { Matter, ObjectionMatter } from '../rulings/rows.js';

/** An objection is answered by one who neither proposed, witnessed, ruled nor posted what it is about. */
export const objection: KindRules<ObjectionMatter> = {
  columns: [],
  isQuiet: () => true,
  subjectKnows: (_facts, _rulebook, { state }) => state !== 'open',
  barredFrom: (facts, { about }, ruler) => {
    if (about.to === 'notice') return barredFromNotice(facts, about.number, ruler.id);
    const matter = facts.get('matter', about.number);
    if (facts.get('ruling', about.number)?.ruler === ruler.id) return 'ruledIt';
    if (matter === undefined) return undefined;
    if (matter.proposer === ruler.id) return 'proposedIt';
    const behind = matter.kind === 'correction' ? matter.corrects : matter.number;
    if (facts.get('witness', behind, ruler.id) !== undefined) return 'witness';
    return hasPutRight(facts, matter, ruler.id) ? 'ruledIt' : undefined;
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

/** Whether the deduction rests on a register that somebody put right by a ruling. */
function hasPutRight(facts: Facts, matter: Matter, person: number): boolean {
  if (matter.kind !== 'deduction' || matter.activity === null) return false;
  const { activity, subject } = matter;
  return changesOf(facts, activity, subject).some(({ by }) => by === person);
}

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
