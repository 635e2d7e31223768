import { z } from 'zod';
import { dueAsNewcomer, expected } from '../../../domain/attendance/audience.js';
import type { Facts } from '../../../domain/branch/facts.js';
import { holders, isHere, personOf, refById, refOf } from '../../../domain/branch/people.js';
import { put, type Change } from '../../../domain/branch/rows.js';
import { addDays, dateOf } from '../../../domain/period/civil.js';
import { keepPrivate } from '../../../domain/private.js';
import { awayNow, isAwayOn } from '../../../domain/roster/away.js';
import type { Person } from '../../../domain/roster/rows.js';
import { isTooLong, longestText } from '../../free-text.js';
import { toPerson, toSpeaker, type Reply } from '../../reply.js';
import { done, openUseCase, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import { officersFor } from '../../veto/cards.js';
import type { Who } from '../../who.js';
import { otherKeepers } from './propose.js';

const keepers: Who = ['recorder', 'secretary'];

/** Days that an entry may reach back: nobody takes months of somebody's count away afterwards. */
const longestBack = 31;

/** `/党员 流动 姓名 日期 联系 …`: somebody who lives elsewhere for a time; the ladder and the progress rest meanwhile. */
export const goAway = useCase({
  name: 'roster.goAway',
  who: keepers,
  place: 'private',
  input: z.strictObject({ person: z.int(), on: z.string(), contact: z.string().nullable() }),
  run: (context, { person: id, on, contact }) => {
    const { facts, today } = context;
    const person = personOf(facts, id);
    const running = awayNow(person);
    if (on > today) return refuse('roster.futureDay', { date: on });
    if (on !== running?.from && on < addDays(today, -longestBack))
      return refuse('roster.awayTooEarly', { on, most: longestBack });
    if (contact === null) return refuse('roster.awayContact', { person: refOf(facts, person) });
    if (isTooLong(contact)) return refuse('rulings.textTooLong', { most: longestText });
    const spans = person.away ?? [];
    const next =
      running === undefined
        ? [...spans, { from: on, until: null, contact }]
        : spans.with(-1, { from: on, until: null, contact });
    return keep(context, { ...person, away: next });
  },
});

/** `/党员 返回 姓名 日期` */
export const comeBack = useCase({
  name: 'roster.comeBack',
  who: keepers,
  place: 'private',
  input: z.strictObject({ person: z.int(), on: z.string() }),
  run: (context, { person: id, on }) => {
    const person = personOf(context.facts, id);
    const running = awayNow(person);
    if (running === undefined) return refuse('roster.notAway', { person: refOf(context.facts, person) });
    if (on > context.today) return refuse('roster.futureDay', { date: on });
    if (on < running.from) return refuse('roster.backTooEarly', { from: running.from });
    return keep(context, { ...person, away: (person.away ?? []).with(-1, { ...running, until: on }) });
  },
});

/** What takes months out of somebody's count is entered by another, and the others who keep the roster see it. */
function keep(context: ActorContext, person: Person): Outcome {
  const { facts, actor } = context;
  if (person.id === actor.id) return refuse('roster.ownStatus', { others: otherKeepers(context) });
  const span = person.away?.at(-1);
  if (span === undefined) throw new Error(`person ${person.id} was never away`);
  const told = { person: keepPrivate(refById(facts, person.id)), span: keepPrivate(span) };
  // A veto under way is left to the meeting: months of long ago are not taken back by one person's entry.
  const seen = new Set([
    person.id,
    ...officersFor(facts, person.id),
    ...holders(facts, 'recorder').map(({ id }) => id),
  ]);
  return done({
    changes: [put('person', person), ...dueChanges(facts.with([put('person', person)]), context, person)],
    ids: [person.id],
    replies: [
      toSpeaker('roster.awayKept', told),
      ...[...seen].filter((id) => id !== actor.id).map((id) => toPerson(id, 'roster.awayKept', told)),
    ],
  });
}

/** Who is away is not due at what is ahead; what had begun stays as it was. Who is back is due again. */
function dueChanges(facts: Facts, { rulebook, now }: ActorContext, person: Person): readonly Change[] {
  if (awayNow(person) === undefined)
    return dueAsNewcomer(facts, rulebook, person.id, now).map(({ id }) =>
      put('attendance', expected(id, person.id)),
    );
  return facts
    .all('activity')
    .filter(({ state, at }) => state === 'announced' && at > now && isAwayOn(person, dateOf(at)))
    .flatMap(({ id }) => {
      const row = facts.get('attendance', id, person.id);
      return row?.due === true && row.presence !== 'present'
        ? [put('attendance', { ...row, due: false })]
        : [];
    });
}

/** `/党员 介绍信 姓名 日期`, `/党员 回执 姓名 日期`: the letter that goes with a transfer, and what comes back. */
export const recordLetter = useCase({
  name: 'roster.letter',
  who: keepers,
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), what: z.enum(['letter', 'receipt']), on: z.string() }),
  run: ({ facts, today }, { person: id, what, on }) => {
    if (on > today) return refuse('roster.futureDay', { date: on });
    const person = personOf(facts, id);
    const name = refOf(facts, person);
    const before = person.transferLetter;
    if (what === 'receipt' && before === undefined) return refuse('roster.noLetter', { person: name });
    if (what === 'receipt' && before !== undefined && on < before.on)
      return refuse('roster.receiptTooEarly', { on: before.on });
    const letter = what === 'letter' ? { on, receiptOn: null } : { on: before?.on ?? on, receiptOn: on };
    const change: Change = put('person', { ...person, transferLetter: letter });
    return done({
      changes: [change],
      ids: [id],
      replies: [
        toSpeaker('roster.letterKept', {
          person: keepPrivate(name),
          letter: keepPrivate(letter),
          isHere: isHere(person),
        }),
      ],
    });
  },
});

/** No receipt came: said once. */
export const remindOfReceipt = openUseCase({
  name: 'roster.receipt',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), on: z.string() }),
  run: ({ facts }, { person: id, on }) => {
    const { transferLetter } = personOf(facts, id);
    if (transferLetter?.on !== on || transferLetter.receiptOn !== null) return done({ replies: [] });
    const told = new Set(
      [...holders(facts, 'recorder'), ...holders(facts, 'secretary')].map((one) => one.id),
    );
    const person = keepPrivate(refById(facts, id));
    const replies: readonly Reply[] = [...told].map((one) =>
      toPerson(one, 'roster.receiptMissing', { person, on }),
    );
    return done({ ids: [id], replies });
  },
});
