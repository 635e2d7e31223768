import { summaryOf, type CareReason } from '../../domain/care/known.js';
import type { Care } from '../../domain/care/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import { refById, refOf } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';
import type { CareLine, CareRow } from './says.js';

export function careRow(
  facts: Facts,
  { person, reasons }: { readonly person: Person; readonly reasons: readonly CareReason[] },
  year: number,
): CareRow {
  const { phone } = person;
  return { person: refOf(facts, person), phone, reasons, ...summaryOf(facts, person.id, year) };
}

export function fileLine(
  facts: Facts,
  { id, kind, on, amount, text, over, recordedBy, struck }: Care,
): CareLine {
  return {
    number: id,
    kind,
    on,
    amount,
    text,
    over,
    by: refById(facts, recordedBy),
    struckBy: struck === null ? null : refById(facts, struck.by),
  };
}
