import { toPerson, type Reply } from '../reply.js';
import { refById, holders } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import type { CorrectionMatter, Matter } from '../../domain/rulings/rows.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { ActorContext } from '../use-case.js';
/** The reversals of several entries under one ruling. */
export function reversals(
  context: ActorContext,
  entries: readonly LedgerEntry[],
  matter: number,
): readonly Change[] {
  const first = context.facts.next('entry');
  return entries.map((entry, index) => put('entry', reversal(context, entry, matter, first + index)));
}

/**
 * Takes an entry back: the same but for the sign, rulebook included, and it names the one it reverses. Its proof is the
 * ruling of `matter` itself; the store gives it its place in the hash chain.
 */
export function reversal(
  { actor, now }: ActorContext,
  entry: LedgerEntry,
  matter: number,
  seq: number,
): LedgerEntry {
  return {
    ...entry,
    seq,
    points: -entry.points,
    matter,
    ruler: actor.id,
    ruledAt: now,
    reverses: entry.seq,
    evidence: [],
    previousHash: '',
    hash: '',
  };
}

/** Posts again what a correction took back, under the ruling on `matter`; nothing of the ledger is undone. */
export function repeats(
  { facts, actor, now }: ActorContext,
  entries: readonly LedgerEntry[],
  matter: number,
): readonly Change[] {
  const first = facts.next('entry');
  const ruled = { matter, ruler: actor.id, ruledAt: now, evidence: [], previousHash: '', hash: '' };
  return entries.map((entry, index) =>
    put('entry', { ...entry, ...ruled, seq: first + index, reverses: null }),
  );
}

/** Matters whose entries the ruling on this one took back: the weaker grades of its deed. */
export function replacedBy(facts: Facts, stronger: Matter): readonly number[] {
  const entries = facts.of('entry', stronger.subject);
  const taken = new Set(
    entries.filter(({ matter }) => matter === stronger.number).map(({ reverses }) => reverses),
  );
  return entries.filter(({ seq }) => taken.has(seq)).map(({ matter }) => matter);
}

/** A 补正 is ruled above: the secretary and who asked for it hear what became of the archived year. */
export function tellKeepers(
  { facts, actor }: ActorContext,
  { number, corrects, subject, proposer, supplement }: CorrectionMatter,
  changed: { readonly points: number; readonly year: number; readonly total: number },
): readonly Reply[] {
  if (supplement !== true) return [];
  const archived = facts.get('yearRecord', changed.year, subject)?.total ?? null;
  const told = { number, corrects, subject: refById(facts, subject), ...changed, archived };
  const keepers = new Set([...holders(facts, 'secretary').map(({ id }) => id), proposer]);
  return [...keepers]
    .filter((id) => id !== subject && id !== actor.id)
    .map((id) => toPerson(id, 'rulings.supplemented', { told: keepPrivate(told) }));
}
