import { put, type Change } from '../../domain/branch/rows.js';
import { addMinutes } from '../../domain/period/civil.js';
import type { Offer } from '../../domain/plain/rows.js';
import type { Context } from '../use-case.js';

/** Minutes in which an offer may be taken. */
const openMinutes = 10;

/** What still waits for a word of the speaker in this chat. */
export function waiting({ facts, actor, now, place }: Context): Offer | undefined {
  const offer = actor === null ? undefined : facts.get('offer', actor.id);
  if (offer === undefined || offer.lines.length === 0 || !offer.places.includes(place)) return undefined;
  return now <= addMinutes(offer.at, openMinutes) ? offer : undefined;
}

/** An offer was made here, and its time has run out unanswered. */
export function hasLapsed(context: Context): boolean {
  return waiting(context) === undefined && spent(context, []).length > 0;
}

/** Something was offered here a moment ago, and another message came before its answer, or it was answered. */
export function isPast(context: Context): boolean {
  const { facts, actor, now, place } = context;
  const offer = actor === null ? undefined : facts.get('offer', actor.id);
  return (
    offer?.lines.length === 0 && offer.places.includes(place) && now <= addMinutes(offer.at, openMinutes)
  );
}

/** The changes of a message together with the end of the offer before it: only the very next message takes it. */
export function spent(context: Context, changes: readonly Change[]): readonly Change[] {
  const { facts, actor, place } = context;
  const offer = actor === null ? undefined : facts.get('offer', actor.id);
  if (offer === undefined || offer.lines.length === 0 || !offer.places.includes(place)) return changes;
  return [...changes, put('offer', { ...offer, lines: [], mark: null, pressed: null })];
}

/** What an answer leaves behind: a new offer, or the end of the one before it. */
export function remembered(context: Context, offer: Offer | undefined): readonly Change[] {
  return offer === undefined ? spent(context, []) : [put('offer', offer)];
}
