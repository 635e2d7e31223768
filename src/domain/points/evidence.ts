import type { Facts } from '../branch/facts.js';
import { holds, isHere } from '../branch/people.js';
import type { Person } from '../roster/rows.js';
import type { PointsMatter } from '../rulings/rows.js';
import { yearOf } from '../period/civil.js';
import { rulebookOfYear } from '../rulebook/adopted.js';
import type { Rulebook } from '../rulebook/schema.js';

/** How far the proof of a matter has come. Counts are persons and pieces. */
interface Evidence {
  readonly complete: boolean;
  readonly confirmed: readonly number[];
  /** Named witnesses who have not confirmed yet. */
  readonly awaited: readonly number[];
  readonly materials: number;
  /** Witnesses still missing when there is no material; 0 when complete. */
  readonly missingWitnesses: number;
}

/** By the rulebook of the deed's year. Bonus and deduction alike: material, or two witnesses who confirm themselves (annex 1, 加分项目 and 减分项目). */
export function evidenceOf(facts: Facts, rulebook: Rulebook, matter: PointsMatter): Evidence {
  const witnesses = facts.of('witness', matter.number);
  const confirmed = witnesses
    .filter((witness) => witness.confirmedAt !== null)
    .map((witness) => witness.person);
  const awaited = witnesses
    .filter((witness) => witness.confirmedAt === null && witness.named)
    .map((witness) => witness.person);
  const materials = facts.of('material', matter.number).length;
  const { evidence } = rulebookOfYear(facts, rulebook, yearOf(matter.deedOn));
  const { materialsNeeded, witnessesNeeded } = evidence;
  const complete = materials >= materialsNeeded || confirmed.length >= witnessesNeeded;
  return {
    complete,
    confirmed,
    awaited,
    materials,
    missingWitnesses: complete ? 0 : witnessesNeeded - confirmed.length,
  };
}

/** Since when the proof has been complete: since the piece that was wanted last. Null: it is not. */
export function completeSince(facts: Facts, rulebook: Rulebook, matter: PointsMatter): string | null {
  const { evidence } = rulebookOfYear(facts, rulebook, yearOf(matter.deedOn));
  const materials = facts.of('material', matter.number).map(({ at }) => at);
  const witnesses = facts.of('witness', matter.number).flatMap(({ confirmedAt }) => confirmedAt ?? []);
  const reached = [
    materials.sort()[evidence.materialsNeeded - 1],
    witnesses.sort()[evidence.witnessesNeeded - 1],
  ];
  return reached.flatMap((at) => at ?? []).sort()[0] ?? null;
}

export type NoWitness = 'subject' | 'proposer' | 'recorder' | 'left' | 'kind';

/**
 * Undefined: this person may bear witness. Never the subject, the proposer or the recorder (SPEC §1).
 *
 * @param rulebook of the deed's year
 */
export function whyNoWitness(
  facts: Facts,
  rulebook: Rulebook,
  matter: { readonly subject: number; readonly proposer: number },
  person: Person,
): NoWitness | undefined {
  if (person.id === matter.subject) return 'subject';
  if (person.id === matter.proposer) return 'proposer';
  if (holds(facts, person.id, 'recorder')) return 'recorder';
  if (!isHere(person)) return 'left';
  const kinds = rulebook.evidence.witnessKinds;
  const fits =
    (person.kind === 'member' && kinds.includes('members')) ||
    (person.kind === 'mass' && kinds.includes('masses'));
  return fits ? undefined : 'kind';
}

/** Ids of the proof, as they enter the ledger's hash chain. */
export function evidenceIds(facts: Facts, matter: number): readonly string[] {
  const materials = facts
    .of('material', matter)
    .map((material) =>
      material.file === null ? `${material.type}:${material.no}` : `file:${material.file}`,
    );
  const witnesses = facts
    .of('witness', matter)
    .filter((witness) => witness.confirmedAt !== null)
    .map((witness) => `witness:${witness.person}`);
  return [...materials, ...witnesses];
}
