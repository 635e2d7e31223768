import { put } from '../../domain/branch/rows.js';
import { isReady } from '../../domain/matters/kinds.js';
import { toSpeaker } from '../reply.js';
import { done, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { z } from 'zod';
import type { Matter } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { talkOf } from '../talk.js';
import { matterCard } from '../matters/cards.js';
import { rulers } from '../who.js';
import type { LeftOut } from './says.js';
import { confirmEach, tellConfirmed } from './confirm.js';
import { leftOut } from './left-out.js';

/** Matters of one list: what is not shown is not confirmed either. */
const mostShown = 20;

/**
 * `/确认 全部` shows what the speaker may confirm now; `/确认 全部 是` confirms exactly the list they last saw, as they saw
 * it. That uses the list up; what came later or says something else by now stays untouched and is named, and so is what
 * 全部 would not take any more.
 */
export const confirmAll = useCase({
  name: 'rulings.confirmAll',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({ yes: z.boolean() }),
  run: (context, { yes }) => {
    const talk = talkOf(context.facts, context.actor.id);
    if (!yes || talk.shown.length === 0) return show(context);
    const seen = new Map(talk.shown.map((mark) => [Number.parseInt(mark, 10), mark]));
    const left = confirmable(context).flatMap((matter) => apartFrom(context, seen, matter) ?? []);
    const taken = [...seen.keys()].filter((number) => !left.some((other) => other.number === number));
    const { steps, changes } = confirmEach(context, taken, { meetingOn: null, heard: false, ranged: [] });
    return done({
      changes: [...changes, put('talk', { ...talk, shown: [] })],
      ids: taken,
      replies: tellConfirmed(context, steps, left),
    });
  },
});

function show(context: ActorContext): Outcome {
  const { facts, actor } = context;
  const talk = talkOf(facts, actor.id);
  const ready = confirmable(context);
  const left = ready.flatMap((matter) => leftOut(context, matter) ?? []);
  const all = ready.filter((matter) => leftOut(context, matter) === undefined);
  const shown = all.slice(0, mostShown);
  const changes =
    shown.length === 0 && talk.shown.length === 0
      ? []
      : [put('talk', { ...talk, shown: shown.map((matter) => markOf(context, matter)) })];
  if (shown.length === 0)
    return done({ changes, replies: [toSpeaker('rulings.nothingToConfirm', { left })] });
  const cards = keepPrivate(shown.map((matter) => matterCard(context, matter)));
  return done({
    changes,
    ids: shown.map((matter) => matter.number),
    replies: [toSpeaker('rulings.shown', { cards, more: all.length - shown.length, left })],
  });
}

/** What came or changed after the list was shown: a statement, a material, a certificate taken back, a rival claim. */
function apartFrom(
  context: ActorContext,
  seen: ReadonlyMap<number, string>,
  matter: Matter,
): LeftOut | undefined {
  const { number } = matter;
  const mark = seen.get(number);
  const left = leftOut(context, matter);
  if (mark === undefined) return left === undefined ? { number, by: 'later' } : undefined;
  return left ?? (mark === markOf(context, matter) ? undefined : { number, by: 'changed' });
}

/** Number and state of the card: other proof or another word of the subject gives another mark. */
function markOf(context: ActorContext, matter: Matter): string {
  return `${matter.number} ${context.sign('offer', JSON.stringify(matterCard(context, matter)))}`;
}

/** Complete matters that this person may rule on, oldest first. */
function confirmable({ facts, rulebook, actor }: ActorContext): readonly Matter[] {
  return facts
    .open()
    .filter((matter) => isReady(facts, rulebook, matter) && barredFrom(facts, matter, actor) === undefined);
}
