import { kindOf } from '../matters/kind.js';
import { z } from 'zod';
import type { Matter } from '../../domain/rulings/rows.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { isReady } from '../../domain/matters/kinds.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { talkOf } from '../talk.js';
import { toSpeaker } from '../reply.js';
import { done, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { matterCard } from '../matters/cards.js';
import { confirmEach } from './confirm-one.js';
import { tellResults } from './judge.js';
import { rulers } from '../who.js';

/** Matters of one list: what is not shown is not confirmed either. */
const mostShown = 20;

/**
 * `/确认 全部` shows what this person may confirm now; `/确认 全部 是` confirms exactly the list last shown
 * to him. A list is used up by that, and matters that came in since are not touched.
 */
export const confirmAll = useCase({
  name: 'rulings.confirmAll',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({ yes: z.boolean() }),
  run: (context, { yes }) => {
    const talk = talkOf(context.facts, context.actor.id);
    if (!yes || talk.shown.length === 0) return show(context);
    const steps = confirmEach(context, talk.shown, null);
    const replies = tellResults(
      context,
      steps.map((step) => step.result),
    );
    return done({
      changes: [...steps.flatMap((step) => step.changes), put('talk', { ...talk, shown: [] })],
      ids: talk.shown,
      replies: [...replies, ...steps.flatMap((step) => step.replies)],
    });
  },
});

function show(context: ActorContext): Outcome {
  const { facts, actor } = context;
  const talk = talkOf(facts, actor.id);
  const ready = confirmable(context);
  const withOthers = (matter: Matter) => kindOf(context, matter).goesWithOthers;
  const all = ready.filter(withOthers);
  const single = ready.filter((matter) => !withOthers(matter)).map(({ number }) => number);
  const shown = all.slice(0, mostShown);
  const changes =
    shown.length === 0 && talk.shown.length === 0
      ? []
      : [put('talk', { ...talk, shown: shown.map((matter) => matter.number) })];
  if (shown.length === 0)
    return done({ changes, replies: [toSpeaker('rulings.nothingToConfirm', { single })] });
  const cards = keepPrivate(shown.map((matter) => matterCard(context, matter)));
  return done({
    changes,
    ids: shown.map((matter) => matter.number),
    replies: [toSpeaker('rulings.shown', { cards, more: all.length - shown.length, single })],
  });
}

/** Complete matters that this person may rule on, oldest first. */
function confirmable({ facts, rulebook, actor }: ActorContext): readonly Matter[] {
  return facts
    .open()
    .filter((matter) => isReady(facts, rulebook, matter) && barredFrom(facts, matter, actor) === undefined);
}
