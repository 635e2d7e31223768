import type { Facts } from '../branch/facts.js';
import { holders, holds, officesOf } from '../branch/people.js';
import { shieldsProposer } from '../matters/kinds.js';
import type { Matter } from '../rulings/rows.js';
import type { OfficeName, Person } from './rows.js';

/** Offices that one person of the branch holds at most (SPEC, people). */
const singleOffices: readonly OfficeName[] = ['secretary', 'recorder', 'supervisor'];

/**
 * Offices that exclude each other. Annex 1, 专人记录: secretary or deputy keep the recorder's own record, so recorders are
 * neither; the supervisor watches the recorder.
 */
const apart: readonly (readonly [OfficeName, OfficeName])[] = [
  ['recorder', 'secretary'],
  ['recorder', 'deputySecretary'],
  ['recorder', 'supervisor'],
  ['secretary', 'deputySecretary'],
];

/** Those who hold them were elected; a probationary member cannot be. */
const elected: readonly OfficeName[] = ['secretary', 'deputySecretary', 'committeeMember', 'groupLeader'];

export type OfficeConflict =
  | { readonly why: 'notMember' }
  | { readonly why: 'probationary' }
  | { readonly why: 'held' }
  /** The office is taken: its holder has to leave it first. */
  | { readonly why: 'taken'; readonly by: Person }
  | { readonly why: 'incompatible'; readonly with: OfficeName };

/** Why this person may not take the office now; undefined when they may. */
export function officeConflict(facts: Facts, person: Person, office: OfficeName): OfficeConflict | undefined {
  if (person.kind !== 'member') return { why: 'notMember' };
  if (person.probationary && elected.includes(office)) return { why: 'probationary' };
  const held = officesOf(facts, person.id).map((row) => row.office);
  if (held.includes(office)) return { why: 'held' };
  const other = apart
    .filter((pair) => pair.includes(office))
    .flat()
    .find((name) => name !== office && held.includes(name));
  if (other !== undefined) return { why: 'incompatible', with: other };
  const [by] = singleOffices.includes(office) ? holders(facts, office) : [];
  return by === undefined ? undefined : { why: 'taken', by };
}

/**
 * Whether the recorder goes on with what one before them registered as such: who follows may look at it, complete it and
 * take it back. Never what is about themselves, nor what somebody asked for on their own account.
 */
export function takesOver(facts: Facts, matter: Matter, recorder: number): boolean {
  const { proposer, subject, drafted, openedAt } = matter;
  if (!holds(facts, recorder, 'recorder') || drafted || shieldsProposer(matter)) return false;
  if ([subject, recorder].includes(proposer) || subject === recorder) return false;
  if (facts.get('witness', matter.number, recorder) !== undefined) return false;
  return facts
    .of('office', proposer)
    .some(
      ({ office, from, until }) =>
        office === 'recorder' && until !== null && from <= openedAt && openedAt <= until,
    );
}

/** Whether an entry is theirs to look at, complete and take back: they made it, or are the recorder after who did. */
export function keepsMatter(facts: Facts, matter: Matter, person: number): boolean {
  return matter.proposer === person || takesOver(facts, matter, person);
}

/** Who has to complete an entry: the recorder after whoever made it as such, else who made it. */
export function keeperOf(facts: Facts, matter: Matter): number {
  const after = holders(facts, 'recorder').find(({ id }) => takesOver(facts, matter, id));
  return after?.id ?? matter.proposer;
}
