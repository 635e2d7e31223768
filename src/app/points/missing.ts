import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { evidenceOf } from '../../domain/points/evidence.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { seatOf } from '../matters/announce.js';
import type { Missing } from './says.js';

/** What is missing for the matters of one line: they share their proof. */
export function missingOf(facts: Facts, rulebook: Rulebook, matters: readonly PointsMatter[]): Missing {
  const [matter] = matters;
  if (matter === undefined) throw new Error('a line without matters');
  const [seat, ...others] = new Set(matters.map((each) => seatOf(facts, each)));
  const evidence = evidenceOf(facts, rulebook, matter);
  return {
    asked: evidence.complete ? [] : evidence.awaited.map((id) => refById(facts, id)),
    witnesses: evidence.missingWitnesses,
    seat: seat !== undefined && others.length === 0 ? seat : null,
  };
}
