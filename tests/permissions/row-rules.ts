/** Who may bring about a row of each table, by SPEC §1 to §3 and without a line of the bot's own rules. */
import { keyOf, type Facts } from '../../src/domain/branch/facts.js';
import { holds } from '../../src/domain/branch/people.js';
import type { Change, Rows, TableName } from '../../src/domain/branch/rows.js';
import type { OfficeName, Person } from '../../src/domain/roster/rows.js';

export interface Deed {
  readonly facts: Facts;
  readonly actor: Person;
  /** What the line does in all. */
  readonly changes: readonly Change[];
}

type May<T extends TableName> = (deed: Deed, row: Rows[T]) => boolean;

const isOne =
  (...of: readonly (OfficeName | 'superior')[]) =>
  ({ facts, actor }: Deed): boolean =>
    of.some((one) => (one === 'superior' ? actor.kind === 'superior' : holds(facts, actor.id, one)));

const keeps = isOne('recorder', 'secretary');
const leads = isOne('secretary', 'deputySecretary');
const rules = isOne('secretary', 'deputySecretary', 'superior');
/** Their own, or entered for them by the recorder, which leaves a row of its own. */
const own = (deed: Deed, person: number | null): boolean =>
  person === deed.actor.id || deed.changes.some(({ table }) => table === 'proxyEntry');
const isRuled = ({ changes }: Deed): boolean => changes.some(({ table }) => table === 'ruling');

const mayBring: { readonly [T in TableName]: May<T> } = {
  person: (deed) => keeps(deed) || isRuled(deed),
  rosterChange: (deed) => keeps(deed) || isRuled(deed),
  office: (deed, { person }) =>
    person !== deed.actor.id && (isOne('secretary', 'superior')(deed) || keeps(deed) || isRuled(deed)),
  election: isOne('secretary', 'deputySecretary', 'recorder'),
  account: (deed, { person }) => rules(deed) || person === deed.actor.id,
  claimCode: (deed, { person }) => rules(deed) || person === deed.actor.id,
  activity: keeps,
  attendance: (deed, { person }) => keeps(deed) || isRuled(deed) || own(deed, person),
  attendanceChange: isRuled,
  matter: mayBringMatter,
  witness: (deed, row) => {
    const before = deed.facts.get('witness', row.matter, row.person);
    // Naming is for who enters the matter; to certify, for the witness.
    return row.confirmedAt === null && before === undefined
      ? deed.changes.some((one) => one.table === 'matter' && one.row.proposer === deed.actor.id)
      : own(deed, row.person);
  },
  material: (deed, { by }) => own(deed, by),
  remark: (deed, { by }) => own(deed, by),
  ruling: (deed, { ruler, matter }) => ruler === deed.actor.id && mayRule(deed, matter),
  entry: (deed, { ruler }) => ruler === deed.actor.id && isRuled(deed),
  notice: rules,
  posting: isOne('recorder', 'secretary', 'deputySecretary'),
  hold: leads,
  postponement: leads,
  talk: (deed, { person }) => person === deed.actor.id,
  offer: (deed, { person }) => person === deed.actor.id,
  // Only together with what it is material of.
  file: ({ changes }) => changes.some(({ table }) => ['material', 'activity', 'talk'].includes(table)),
  rulebook: isRuled,
  reading: isRuled,
  proxyEntry: (deed, { enteredBy }) => holds(deed.facts, enteredBy, 'recorder'),
  dues: keeps,
  duesStep: keeps,
  care: keeps,
  action: (deed, { person }) => own(deed, person),
  appraisal: isOne('secretary'),
  appraisalVoter: (deed, { voter }) => voter === deed.actor.id,
  selfAssessment: (deed, { person }) => own(deed, person),
  yearStep: (deed) => keeps(deed) || deed.actor.kind === 'superior',
  yearRecord: isOne('secretary'),
  followUp: leads,
  reportNote: leads,
};

/** Entered by oneself; changed by who takes it back, rules on it, is asked about it, or ends what it hangs on. */
function mayBringMatter(deed: Deed, row: Rows['matter']): boolean {
  const { facts, actor } = deed;
  const before = facts.get('matter', row.number);
  if (before === undefined) return own(deed, row.proposer) || keeps(deed) || isRuled(deed);
  if (row.state === 'withdrawn') return row.proposer === actor.id;
  if (row.state === 'cancelled') return own(deed, row.subject);
  return row.subject === actor.id || own(deed, row.subject) || keeps(deed) || rules(deed);
}

/** Four eyes: never one's own, never what one entered or vouched for. */
function mayRule(deed: Deed, number: number): boolean {
  const { facts, actor } = deed;
  const matter = facts.get('matter', number);
  if (matter === undefined || !rules(deed) || matter.proposer === actor.id) return false;
  if (matter.subject === actor.id || facts.get('witness', number, actor.id) !== undefined) return false;
  return matter.kind !== 'correction' || facts.get('ruling', matter.corrects)?.ruler !== actor.id;
}

/** Rows that this person may not bring about. */
export function strays(deed: Deed): readonly string[] {
  const { actor, changes } = deed;
  const isNothing = actor.kind === 'inspector' || actor.leftOn !== null;
  return changes
    .filter((change) => {
      const may = mayBring[change.table] as (deed: Deed, row: unknown) => boolean;
      return isNothing || !may(deed, change.row);
    })
    .map((change) => `${change.table} ${keyOf(change.table, change.row)}`);
}

/** Who is on no roster asks to be bound, and nothing else. */
export function strayOfStranger(change: Change): boolean {
  return change.table === 'matter' ? change.row.kind !== 'binding' : change.table !== 'account';
}
