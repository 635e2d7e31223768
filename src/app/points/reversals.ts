import type { Restored } from '../matters/results.js';
import { isPoints } from '../../domain/points/deeds.js';
import { isArchived } from '../../domain/year/archived.js';
import { enteredBy, keepsPoints, waitAgain, type Back } from './wait-again.js';
import { toPerson, type Reply } from '../reply.js';
import { refById, holders } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import type { CorrectionMatter, ObjectionMatter } from '../../domain/rulings/rows.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { ActorContext } from '../use-case.js';
import { scoreOf } from '../../domain/year/table/score.js';

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

/**
 * What the ruling on these entries had replaced counts again once they are taken back: its own ruling was never found
 * wrong, so its entry is posted anew under that one. What it had closed unruled waits again. `context.facts` already hold
 * the reversals.
 */
export function restore(context: ActorContext, taken: readonly LedgerEntry[]): Back {
  const { facts, now } = context;
  const all = taken.flatMap(({ member }) => facts.of('entry', member));
  const rulings = new Set(taken.map(({ matter }) => matter));
  const gone = new Set(all.filter(({ matter }) => rulings.has(matter)).map(({ reverses }) => reverses));
  const own = new Set(taken.map(({ seq }) => seq));
  const replaced = [...new Set(all)].filter(({ seq }) => gone.has(seq) && !own.has(seq));
  const first = facts.next('entry');
  const counted = replaced.map((entry, index) =>
    put('entry', { ...entry, seq: first + index, ruledAt: now, previousHash: '', hash: '' }),
  );
  const stronger = [...rulings].flatMap((number) => facts.get('matter', number) ?? []).filter(isPoints);
  const waiting = waitAgain({ ...context, facts: facts.with(counted) }, stronger);
  return {
    changes: [...counted, ...waiting.changes],
    restored: [
      ...replaced.map(({ matter, points }) => ({ number: matter, points, as: 'counted' as const })),
      ...waiting.restored,
    ],
    replies: waiting.replies,
  };
}

/** Who keeps the points hears what came back, as it was taken from nobody's list. */
export function tellRestored(
  { facts, actor, rulebook }: ActorContext,
  { member: subject, year }: Pick<LedgerEntry, 'member' | 'year'>,
  restored: readonly Restored[],
  told: { readonly corrects: number; readonly besides: readonly number[] },
): readonly Reply[] {
  if (restored.length === 0) return [];
  const { total } = scoreOf(facts, rulebook, subject, year);
  const { corrects } = told;
  const said = { corrects, restored, subject: refById(facts, subject), year, total };
  const keepers = [...holders(facts, 'secretary'), ...holders(facts, 'recorder')].map(({ id }) => id);
  return [
    ...[...new Set([...keepers, ...told.besides, ...enteredBy(facts, restored)])]
      .filter((id) => id !== subject && id !== actor.id)
      .map((id) => toPerson(id, 'rulings.gradeRestored', { told: keepPrivate(said) })),
    ...restored
      .filter(({ as }) => as === 'counted')
      .flatMap(({ number }) => [
        ...tellObjectors(facts, subject, number),
        ...tellCorrectors(facts, { subject, number, supplement: isArchived(facts, year) }),
      ]),
  ];
}

function isAbout({ about }: ObjectionMatter, number: number): boolean {
  return about.to === 'matter' && about.number === number;
}

/** Whose objection fell when a stronger grade took its place was never answered: they may object again. */
function tellObjectors(facts: Facts, subject: number, number: number): readonly Reply[] {
  const fallen = facts
    .of('matter', subject)
    .filter((matter) => matter.kind === 'objection' && matter.state === 'closed' && isAbout(matter, number));
  return [...new Set(fallen.map(({ proposer }) => proposer))].map((id) =>
    toPerson(id, 'objections.countsAgain', { number }),
  );
}

/** The same of a correction that was not ruled, to those who may still ask for one. */
function tellCorrectors(
  facts: Facts,
  told: { readonly subject: number; readonly number: number; readonly supplement: boolean },
): readonly Reply[] {
  const { subject, number, supplement } = told;
  const fallen = facts
    .of('matter', subject)
    .filter((matter) => matter.kind === 'correction' && matter.corrects === number)
    .filter(({ state, drafted }) => state === 'closed' && !drafted);
  return [...new Set(fallen.map(({ proposer }) => proposer))]
    .filter((id) => keepsPoints(facts, id))
    .map((id) => toPerson(id, 'rulings.correctAgain', { number, supplement }));
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
