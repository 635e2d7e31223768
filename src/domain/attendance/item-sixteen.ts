import type { Facts } from '../branch/facts.js';
import type { Activity, Presence } from './rows.js';
import { standingEntries } from '../points/deeds.js';
import type { LedgerEntry } from '../points/rows.js';
import { pick } from '../branch/index-by.js';
import type { Matter, PointsMatter } from '../rulings/rows.js';
import { yearOf } from '../period/civil.js';
import type { DraftedItem, Rulebook } from '../rulebook/schema.js';
import { changesOf, dueFrom, isDue } from './standing.js';

/** What one activity costs a member: absence or leave, never both (SPEC §2). */
export type Line = 'absence' | 'leave';

/** One closed activity, for one member who was due. */
export interface Occasion {
  readonly activity: number;
  readonly at: string;
  readonly required: boolean;
  readonly presence: Presence;
  /** `counted`: approved and of a kind that counts (事假); `free`: approved, of another kind. */
  readonly leave: 'counted' | 'free' | 'pending' | 'none';
}

/** A line that was drafted once, with what became of it. */
export interface Drafted {
  readonly activity: number;
  readonly line: Line;
  readonly matter: number;
  /** `settled`: rejected, withdrawn, or posted and reversed: decided by people, so never drafted again. */
  readonly state: 'open' | 'posted' | 'settled';
}

/** One step from the present lines to the right ones. */
export type Difference =
  | { readonly kind: 'draft'; readonly activity: number; readonly line: Line }
  | {
      readonly kind: 'close';
      readonly activity: number;
      readonly matter: number;
    }
  | {
      readonly kind: 'reverse';
      readonly activity: number;
      readonly matter: number;
    };

/**
 * The right lines for one year: absence from a required activity without approved leave, and each counted leave past
 * the free ones, in the order of the activities' dates (annex 2, item 16). Leave not ruled on and attendance not
 * recorded cost nothing.
 */
export function linesOf(
  occasions: readonly Occasion[],
  freeLeaves: number,
): readonly { readonly activity: number; readonly line: Line }[] {
  const costly = occasions
    .filter(({ required, presence }) => required && presence !== 'present')
    .sort((one, other) => (one.at === other.at ? one.activity - other.activity : one.at < other.at ? -1 : 1));
  const leaves = costly.filter(({ leave }) => leave === 'counted').slice(freeLeaves);
  const absences = costly.filter(({ leave, presence }) => leave === 'none' && presence === 'absent');
  return [
    ...absences.map(({ activity }) => ({ activity, line: 'absence' as const })),
    ...leaves.map(({ activity }) => ({ activity, line: 'leave' as const })),
  ];
}

/**
 * What to draft, close or reverse so that the lines come out right. A leave not ruled on changes nothing: asking alone
 * moves no score.
 */
export function differences(
  occasions: readonly Occasion[],
  freeLeaves: number,
  drafted: readonly Drafted[],
): readonly Difference[] {
  const wanted = linesOf(occasions, freeLeaves);
  const waiting = new Set(
    occasions.filter(({ leave }) => leave === 'pending').map(({ activity }) => activity),
  );
  const same = (one: { activity: number; line: Line }, other: { activity: number; line: Line }) =>
    one.activity === other.activity && one.line === other.line;
  const undone = drafted
    .filter((old) => !wanted.some((line) => same(line, old)))
    .flatMap(({ activity, matter, state }): Difference[] => {
      if (state === 'settled' || waiting.has(activity)) return [];
      return [{ kind: state === 'open' ? 'close' : 'reverse', activity, matter }];
    });
  const missing = wanted
    .filter((line) => !drafted.some((old) => same(line, old)))
    .map(({ activity, line }): Difference => ({
      kind: 'draft',
      activity,
      line,
    }));
  return [...undone, ...missing];
}

/** The closed activities of one year at which the member was due. */
export function occasionsOf(
  facts: Facts,
  rulebook: Rulebook,
  member: number,
  year: number,
): readonly Occasion[] {
  return facts
    .of('activity', year)
    .filter(({ state }) => state === 'closed')
    .flatMap((activity) => occasionOf(facts, rulebook, activity, member));
}

function occasionOf(facts: Facts, rulebook: Rulebook, activity: Activity, member: number): Occasion[] {
  const row = facts.get('attendance', activity.id, member);
  if (!isDue(facts, activity, row)) return [];
  const { leave, leaveKind, standing } = dueFrom(facts, row);
  const counts = rulebook.leave.kinds.find(({ id }) => id === leaveKind)?.counts === true;
  const { id, at, required } = activity;
  return [
    {
      activity: id,
      at,
      required,
      presence: row.presence,
      leave:
        standing === 'onLeave' ? (counts ? 'counted' : 'free') : leave?.state === 'open' ? 'pending' : 'none',
    },
  ];
}

/**
 * The lines that the register drafted for the member so far. What the register itself closed, or took back as it
 * changed, may come again.
 */
export function draftedOf(facts: Facts, rulebook: Rulebook, member: number): readonly Drafted[] {
  return ofActivities(facts.of('matter', member)).flatMap((matter): Drafted[] => {
    const line = lineOf(rulebook, matter);
    if (matter.activity === null || line === undefined || wasTakenBackByRegister(facts, matter)) return [];
    const { number, activity, state } = matter;
    const posted = postedBy(facts, matter) !== undefined;
    return [
      {
        activity,
        line,
        matter: number,
        state: state === 'open' ? 'open' : posted ? 'posted' : 'settled',
      },
    ];
  });
}

/** Whether people decided that this absence costs nothing: what they refused or took back counts nowhere as an absence. */
export function isAbsenceRefuted(
  facts: Facts,
  rulebook: Rulebook,
  member: number,
  activity: number,
): boolean {
  return draftedOf(facts, rulebook, member).some(
    (old) => old.activity === activity && old.line === 'absence' && old.state === 'settled',
  );
}

/** Few of all that a member has, and asked for everybody whenever an activity is closed. */
const ofActivities = pick(
  (matter: Matter): matter is PointsMatter =>
    matter.kind === 'deduction' && matter.state !== 'closed' && matter.activity !== null,
);

/** Which of its lines a matter of the register is; undefined: none. */
function lineOf({ attendance: { absence, leave } }: Rulebook, matter: PointsMatter): Line | undefined {
  if (matter.activity === null) return undefined;
  return isOf(matter, absence) ? 'absence' : isOf(matter, leave) ? 'leave' : undefined;
}

/** Whether the register, as it is now, asks for what the matter posted. */
export function isStillOwed(facts: Facts, rulebook: Rulebook, matter: PointsMatter): boolean {
  const line = lineOf(rulebook, matter);
  const occasions = occasionsOf(facts, rulebook, matter.subject, yearOf(matter.deedOn));
  return linesOf(occasions, rulebook.leave.freePersonalLeaves).some(
    (owed) => owed.activity === matter.activity && owed.line === line,
  );
}

/** Reversed because the register changed, and not because somebody found that it should not cost points. */
function wasTakenBackByRegister(facts: Facts, matter: PointsMatter): boolean {
  const entries = facts.of('entry', matter.subject);
  const posted = entries.find((entry) => entry.matter === matter.number && entry.reverses === null);
  const reversing = entries.find((entry) => entry.reverses !== null && entry.reverses === posted?.seq);
  const by = reversing === undefined ? undefined : facts.get('matter', reversing.matter);
  if (by === undefined) return false;
  const changed = matter.activity === null ? [] : changesOf(facts, matter.activity, matter.subject);
  return (
    by.kind === 'leave' ||
    (by.kind === 'correction' && by.drafted) ||
    changed.some((change) => change.matter === by.number)
  );
}

/** The entry that the ruling on the matter posted, unless it was reversed. */
export function postedBy(facts: Facts, matter: PointsMatter): LedgerEntry | undefined {
  return standingEntries(facts, matter)[0];
}

function isOf(matter: PointsMatter, { item, grade }: DraftedItem): boolean {
  return matter.item === item && matter.grade === grade;
}
