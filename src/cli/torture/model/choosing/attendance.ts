import { activityKinds, type Chosen } from '../acts.js';
import { leaveOf } from '../attendance.js';
import { holderOf, personOf } from '../book.js';
import { addDays, dateOf, yearOf } from '../calendar.js';
import { members, placeOf as place, type Choosing } from './choosing.js';

export function announce({ book, chance, now }: Choosing): Chosen | undefined {
  if (book.activities.filter(({ state }) => state === 'announced').length > 3) return undefined;
  const { label } = chance.pick(activityKinds);
  const on = addDays(dateOf(now), 1 + chance.below(6));
  // The last days of a year would still be open when it is decided.
  if (
    on.slice(5) > '12-24' ||
    book.activities.some(({ kind, at }) => kind === label && at.slice(5, 10) === on.slice(5))
  )
    return undefined;
  const at = `${on}T${chance.pick(['09:00', '14:30', '15:00', '19:00'])}:00`;
  const who = holderOf(book, chance.pick(['recorder', 'recorder', 'secretary'] as const));
  return { who, place: place(chance), act: { do: 'announce', kind: label, at } };
}

export function leave({ book, chance, now, secret }: Choosing): Chosen | undefined {
  const near = book.activities.filter(({ at, state }) => {
    return state !== 'cancelled' && yearOf(at) === yearOf(now) && dateOf(at) > addDays(dateOf(now), -25);
  });
  if (near.length === 0) return undefined;
  const { id } = chance.pick(near);
  const who = chance.pick(members(book));
  const kind = chance.pick(['事假', '事假', '公出', '病假']);
  return { who, place: place(chance), act: { do: 'leave', activity: id, kind, secret: secret([who.id]) } };
}

export function roll({ book, chance, now }: Choosing): Chosen | undefined {
  const begun = book.activities.filter(({ state, at }) => state === 'announced' && at <= now);
  if (begun.length === 0) return undefined;
  const { id, due } = chance.pick(begun);
  const keeper = holderOf(book, 'recorder');
  const who = chance.happens(0.95) ? keeper : chance.pick(members(book));
  const except = chance.some(
    due.filter((one) => one !== keeper.id),
    chance.below(3),
  );
  return { who, place: place(chance), act: { do: 'roll', activity: id, except } };
}

export function close({ book, chance, now }: Choosing): Chosen | undefined {
  const waiting = book.activities.filter(
    ({ state, at }) => state === 'announced' && (at <= now || chance.happens(0.1)),
  );
  if (waiting.length === 0) return undefined;
  const who = chance.happens(0.9) ? holderOf(book, 'recorder') : chance.pick(book.people);
  return { who, place: place(chance), act: { do: 'close', activity: chance.pick(waiting).id } };
}

export function cancel({ book, chance, now }: Choosing): Chosen | undefined {
  const ahead = book.activities.filter(({ state, at }) => state === 'announced' && at > now);
  if (ahead.length === 0 || chance.happens(0.7)) return undefined;
  return {
    who: holderOf(book, 'recorder'),
    place: 'group',
    act: { do: 'cancel', activity: chance.pick(ahead).id },
  };
}

export function signIn({ book, chance, now }: Choosing): Chosen | undefined {
  const today = book.activities.filter(({ at }) => dateOf(at) === dateOf(now));
  if (today.length === 0) return undefined;
  return {
    who: chance.pick(members(book)),
    place: 'group',
    act: { do: 'signIn', activity: chance.pick(today).id },
  };
}

export function giveUp({ book, chance }: Choosing): Chosen | undefined {
  const leaves = book.matters.filter(({ kind, activity, subject, state }) => {
    if (kind !== 'leave' || (state !== 'open' && state !== 'confirmed')) return false;
    return leaveOf(book, activity ?? 0, subject) !== undefined;
  });
  if (leaves.length === 0) return undefined;
  const { number, subject } = chance.pick(leaves.slice(-5));
  const who = chance.happens(0.85) ? personOf(book, subject) : chance.pick(members(book));
  return { who, place: place(chance), act: { do: 'giveUp', number } };
}
