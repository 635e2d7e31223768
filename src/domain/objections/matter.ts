import { changesOf, hasCalled } from '../attendance/standing.js';
import type { Facts } from '../branch/facts.js';
import type { Barred, KindRules } from '../matters/kind.js';
import { shows } from '../notice/shown.js';
import type { LedgerEntry } from '../points/rows.js';
import type { Person } from '../roster/rows.js';
import type { Matter, ObjectionMatter } from '../rulings/rows.js';

/** An objection is answered by one who neither proposed, witnessed, ruled nor posted what it is about. */
export const objection: KindRules<ObjectionMatter> = {
  columns: [],
  isQuiet: () => true,
  isReady: (_facts, _rulebook, { upheld }) => upheld === undefined,
  subjectKnows: (_facts, _rulebook, { state }) => state !== 'open',
  barredFrom: (facts, objected, ruler) => {
    const { about } = objected;
    if (about.to === 'notice') return barredFromNotice(facts, objected, ruler);
    const matter = facts.get('matter', about.number);
    if (facts.get('ruling', about.number)?.ruler === ruler.id) return 'ruledIt';
    if (matter === undefined) return undefined;
    if (matter.proposer === ruler.id) return 'proposedIt';
    const behind = matter.kind === 'correction' ? matter.corrects : matter.number;
    if (facts.get('witness', behind, ruler.id) !== undefined) return 'witness';
    return hasPartInRegister(facts, matter, ruler.id) ? 'ruledIt' : undefined;
  },
  // Annex 1, 年度公示: objections go to 机关党委. A veto was voted by the meeting, and a change of status rests on a
  // meeting and two officers: no single officer of the branch sets either aside.
  isForSuperior: (facts, { about }) =>
    about.to === 'matter'
      ? goesAbove(facts.get('matter', about.number))
      : facts.get('notice', about.number)?.kind === 'yearly',
  yearOf: (facts, { about }, other) => {
    if (about.to === 'notice') return facts.get('notice', about.number)?.year;
    const matter = facts.get('matter', about.number);
    return matter === undefined ? undefined : other.yearOf(facts, matter);
  },
  hangsOn: ({ about }) => (about.to === 'matter' ? about.number : undefined),
  shieldsProposer: true,
};

function goesAbove(matter: Matter | undefined): boolean {
  return matter?.kind === 'veto' || matter?.kind === 'status';
}

/** Whether the deduction rests on what somebody called in the register, or put right there by a ruling. */
function hasPartInRegister(facts: Facts, matter: Matter, person: number): boolean {
  if (matter.kind !== 'deduction' || matter.activity === null) return false;
  const { activity, subject } = matter;
  return (
    hasCalled(facts, activity, subject, person) ||
    changesOf(facts, activity, subject).some(({ by }) => by === person)
  );
}

/**
 * A whole notice is not answered by who posted it, by who has a part in one of its lines (as proposer, ruler, witness or
 * the member it is about), nor by whom the objection names. Who objects to it goes on answering the other objections to it:
 * if those moved, their moving would show who raised one.
 */
function barredFromNotice(
  facts: Facts,
  { about, reason }: ObjectionMatter,
  ruler: Person,
): Barred | undefined {
  const notice = facts.get('notice', about.number);
  if (notice === undefined) return undefined;
  if (notice.postedBy === ruler.id) return 'postedIt';
  const hasPart = facts
    .all('entry')
    .some((entry) => isPartOf(facts, ruler.id, entry) && shows(notice, entry));
  return hasPart || reason.includes(ruler.name) ? 'hasLinesInIt' : undefined;
}

function isPartOf(facts: Facts, person: number, { member, ruler, matter }: LedgerEntry): boolean {
  if (member === person || ruler === person) return true;
  return (
    facts.get('matter', matter)?.proposer === person || facts.get('witness', matter, person) !== undefined
  );
}
