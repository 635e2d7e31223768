import type { Facts } from '../branch/facts.js';
import { put, type Change } from '../branch/rows.js';
import { byDay, dateOf } from '../period/civil.js';
import type { StatusMatter } from '../rulings/rows.js';
import { accountsOf } from './accounts.js';
import type { Person, RosterChange } from './rows.js';

/** What a change writes down; the table keeps yes and no of a status as words, like all else. */
type Step = Pick<RosterChange, 'what' | 'before' | 'after'>;

/**
 * The dated rows of what changes with a member (source, part two, 2: the registers are kept up to date). Nothing for
 * people who are no members: no register lists them.
 *
 * @param before null: new on the roster
 * @param on the day from which it holds, which may lie before the day of entry (转正)
 * @param by null: an import
 */
export function rosterChanges(
  facts: Facts,
  before: Person | null,
  after: Person,
  on: string,
  by: number | null,
): readonly Change[] {
  if (after.kind !== 'member') return [];
  const first = facts.next('rosterChange');
  const dated = steps(before, after).map((step, index) =>
    put('rosterChange', { id: first + index, person: after.id, ...step, on, by }),
  );
  return isBack(before, after) ? [...dated, ...ownRequestsEnd(facts, after.id)] : dated;
}

function isBack(before: Pick<Person, 'leftHow'> | null, after: Pick<Person, 'leftHow'>): boolean {
  return before !== null && before.leftHow !== null && after.leftHow === null;
}

/** Their accounts speak for them again: what these asked for meanwhile would give them to somebody else. */
function ownRequestsEnd(facts: Facts, person: number): readonly Change[] {
  const own = new Set(accountsOf(facts, person).map(({ channel, account }) => `${channel}/${account}`));
  return facts
    .open()
    .filter((matter) => matter.kind === 'binding' && own.has(`${matter.channel}/${matter.account}`))
    .map((matter) => put('matter', { ...matter, state: 'closed' }));
}

type Placed = Pick<Person, 'category' | 'group' | 'probationary' | 'exempt' | 'leftOn' | 'leftHow'>;

/** What a change of standing leaves alone. */
const anybody = { group: null, exempt: false, leftOn: null };

function steps(before: Placed | null, after: Placed): readonly Step[] {
  if (before === null) return [{ what: 'joined', before: null, after: after.category }];
  const returned = before.leftOn !== null && after.leftOn === null;
  const place: Step = {
    what: returned ? 'joined' : 'category',
    before: before.category,
    after: after.category,
  };
  const all: readonly Step[] = [
    { what: 'group', before: before.group, after: after.group },
    { what: 'probationary', before: yesNo(before.probationary), after: yesNo(after.probationary) },
    { what: 'exempt', before: yesNo(before.exempt), after: yesNo(after.exempt) },
    ...(returned ? [] : [{ what: 'left', before: before.leftHow, after: after.leftHow } as const]),
  ];
  return [place, ...all].filter((step) => step.what === 'joined' || step.before !== step.after);
}

function yesNo(status: boolean): string {
  return status ? 'yes' : 'no';
}

/** The changes a card shows, by day: without joining and 转正, which have lines of their own. */
export function historyOf(facts: Facts, person: Person): readonly RosterChange[] {
  return facts
    .of('rosterChange', person.id)
    .filter(({ what, after, on }) => {
      if (what === 'joined') return on !== person.joinedOn;
      return what !== 'probationary' || after === 'yes' || on !== person.regularOn;
    })
    .sort(byDay);
}

/** The ruled matter that brought a change about; undefined: it was entered at once, or without one. */
export function decisionOf(facts: Facts, change: RosterChange): StatusMatter | undefined {
  return facts
    .of('matter', change.person)
    .filter((matter) => matter.kind === 'status')
    .find((matter) => {
      const ruling = facts.get('ruling', matter.number);
      if (ruling?.decision !== 'confirmed' || ruling.ruler !== change.by) return false;
      if (change.on !== dayOf(matter, ruling.at)) return false;
      return steps(
        { ...anybody, ...matter.from, leftOn: matter.from.leftHow },
        { ...anybody, ...matter.to },
      ).some(
        ({ what, before, after }) =>
          what === change.what && before === change.before && after === change.after,
      );
    });
}

/** The day from which a ruled change holds: a 转正 from its meeting on, everything else from the ruling on. */
export function dayOf({ from, to, meetingOn }: StatusMatter, ruledAt: string): string {
  return from.probationary && !to.probationary ? meetingOn : dateOf(ruledAt);
}
