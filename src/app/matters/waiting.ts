import type { Facts } from '../../domain/branch/facts.js';
import type { Change } from '../../domain/branch/rows.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { fileOfMatter, isReady } from '../../domain/matters/kinds.js';
import { toPerson, type Reply } from '../reply.js';
import { firstInLine, hearing } from './announce.js';
import { matterCard } from './cards.js';
import { withEvidence } from './evidence.js';
import { kindOf, type Looking } from './kind.js';

/** More cards than this are one sentence that points to `/待办`. */
const mostCards = 3;

/**
 * What waited until a person had an account: deductions they may answer, consents they owe, and what they have to know.
 * The facts already hold the account; matters for them to rule on are passed on (`passedOn`).
 */
export function waitingFor(looking: Looking, person: number): readonly Reply[] {
  const { facts, rulebook } = looking;
  const own = facts.open().filter(({ subject }) => subject === person);
  const hearings = own
    .filter((matter) => isReady(facts, rulebook, matter))
    .flatMap((matter) => hearing(looking, matter));
  const asked = own.flatMap((matter) => kindOf(looking, matter).asked?.(looking, matter) ?? []);
  return [...hearings, ...asked, ...importedFor(facts, person)];
}

/** What was imported in somebody's name before the bot could reach them. */
function importedFor(facts: Facts, person: number): readonly Reply[] {
  const byFile = new Map<number, number[]>();
  for (const matter of facts.open()) {
    const file = matter.proposer === person ? fileOfMatter(matter) : undefined;
    if (file !== undefined) byFile.set(file, [...(byFile.get(file) ?? []), matter.number]);
  }
  return [...byFile].map(([file, numbers]) =>
    toPerson(person, 'imports.registered', {
      file: keepPrivate(facts.get('file', file)?.name ?? ''),
      numbers: keepPrivate(numbers),
    }),
  );
}

const tablesOfRulers: ReadonlySet<string> = new Set(['office', 'person', 'account']);

/** An open objection to a veto takes the corrections of that veto above, and its end brings them back. */
function movesRulers(change: Change): boolean {
  return tablesOfRulers.has(change.table) || (change.table === 'matter' && change.row.kind === 'objection');
}

/**
 * Whose turn it is may change with any office, account, person or objection: whoever may rule from now on hears of what waits for
 * them, with its evidence. What these changes themselves opened is announced by those who opened it.
 */
export function passedOn(looking: Looking, changes: readonly Change[]): readonly Reply[] {
  if (!changes.some(movesRulers)) return [];
  const { facts: before, rulebook } = looking;
  const facts = before.with(changes);
  const waiting = before
    .open()
    .flatMap(({ number }) => facts.open().find((one) => one.number === number) ?? []);
  // Whoever claims with a code may have lost the account that heard of it before.
  const claiming = changes.flatMap((change) => (change.table === 'claimCode' ? [change.row.person] : []));
  // The account whose word was waited for is gone.
  const isNewlyReady = ({ number }: Matter) =>
    before.open().some((matter) => matter.number === number && !isReady(before, rulebook, matter));
  const isNew = (person: number, matter: Matter) =>
    told(facts, matter).includes(person) &&
    (claiming.includes(person) || isNewlyReady(matter) || !told(before, matter).includes(person));
  const ready = waiting.filter((matter) => isReady(facts, rulebook, matter));
  const persons = new Set(ready.flatMap((matter) => told(facts, matter)));
  return [...persons].flatMap((person) =>
    toRule(
      { ...looking, facts },
      person,
      ready.filter((matter) => isNew(person, matter)),
    ),
  );
}

/** Who hears that a matter waits for them. */
function told(facts: Facts, matter: Matter): readonly number[] {
  return firstInLine(facts, matter)
    .map(({ id }) => id)
    .filter((id) => accountsOf(facts, id).length > 0);
}

function toRule(looking: Looking, person: number, matters: readonly Matter[]): readonly Reply[] {
  if (matters.length > mostCards) return [toPerson(person, 'rulings.manyWaiting', { count: matters.length })];
  return matters.map((matter) =>
    withEvidence(
      looking.facts,
      matter,
      toPerson(person, 'rulings.pending', { card: keepPrivate(matterCard(looking, matter)) }),
    ),
  );
}
