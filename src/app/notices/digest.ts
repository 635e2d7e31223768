import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holds, officesOf, personOf } from '../../domain/branch/people.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { dateOf, daysBetween, weekdayOf, type CivilDate } from '../../domain/period/civil.js';
import { isPoints } from '../../domain/points/deeds.js';
import { isReady } from '../../domain/matters/kinds.js';
import { firstInLine } from '../matters/announce.js';
import { awaitedOf } from '../matters/awaited.js';
import type { Step } from '../matters/card.js';
import { matterCard, ownCard } from '../matters/cards.js';
import { toPerson, type Reply } from '../reply.js';
import { done, openUseCase, type Context } from '../use-case.js';

/** What one person reads: what waits for their ruling, and what they must do before others can rule. */
interface List {
  readonly ready: Matter[];
  readonly own: { readonly matter: Matter; readonly step: Step }[];
}

/**
 * One private message for everybody who must act: rulers as when a matter became ready, and whoever must hold a hearing,
 * prove, complete, testify or consent. What lacks proof is counted beside a ruler's list.
 */
export const sendDigest = openUseCase({
  name: 'notices.digest',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const lists = listsOf(context);
    const told = [...lists].filter(([person, list]) => isTold(context.facts, person, list, context.today));
    return done({
      ids: [...new Set(told.flatMap(([, list]) => numbersOf(list)))],
      replies: told.map(([person, list]) => digestFor(context, person, list)),
    });
  },
});

function listsOf(context: Context): ReadonlyMap<number, List> {
  const { facts, rulebook, today } = context;
  const lists = new Map<number, List>();
  const of = (person: number): List => {
    const list = lists.get(person) ?? { ready: [], own: [] };
    lists.set(person, list);
    return list;
  };
  for (const matter of facts.open()) {
    const ready = isReady(facts, rulebook, matter);
    for (const { id } of ready ? firstInLine(facts, matter) : []) of(id).ready.push(matter);
    // Whoever entered it today has just read what is missing.
    const awaited = waited(matter, today) > 0 ? awaitedOf(context, matter) : [];
    for (const { person, step } of awaited) {
      // Witnesses are asked at first on their own (`points/witness.ts`).
      const isAsked = step === 'witness' && waited(matter, today) <= daily;
      if (!isAsked) of(person).own.push({ matter, step });
    }
  }
  return lists;
}

/** Days on which a member without an office is called each working day; after them on Mondays. */
const daily = 3;

function isTold(facts: Facts, person: number, { ready, own }: List, today: CivilDate): boolean {
  if (ready.length > 0) return true;
  const serves = officesOf(facts, person).length > 0 || personOf(facts, person).kind === 'superior';
  return serves || weekdayOf(today) === 1 || own.some(({ matter }) => waited(matter, today) <= daily);
}

function waited({ openedAt }: Matter, today: CivilDate): number {
  return daysBetween(dateOf(openedAt), today);
}

function numbersOf({ ready, own }: List): readonly number[] {
  return [...ready, ...own.map(({ matter }) => matter)].map(({ number }) => number);
}

function digestFor(context: Context, person: number, { ready, own }: List): Reply {
  const { facts, rulebook, today, health } = context;
  const lacking = facts.open().filter((matter) => isPoints(matter) && !isReady(facts, rulebook, matter));
  const unproven = lacking.filter((matter) => firstInLine(facts, matter).some(({ id }) => id === person));
  const listed = [...ready, ...own.map(({ matter }) => matter)];
  const uncertain = holds(facts, person, 'secretary') ? (health().letters.uncertain ?? 0) : 0;
  return toPerson(person, 'notices.digest', {
    cards: keepPrivate(ready.map((matter) => matterCard(context, matter))),
    own: keepPrivate(
      own.map(({ matter, step }) => {
        const card = step === 'hold' ? matterCard(context, matter) : ownCard(context, matter, person);
        return { card, step };
      }),
    ),
    waited: [...new Map(listed.map((matter) => [matter.number, waited(matter, today)]))].map(
      ([number, days]) => ({ number, days }),
    ),
    unproven: ready.length > 0 ? unproven.length : 0,
    uncertain,
  });
}
