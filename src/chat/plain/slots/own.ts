/** The speaker's own matters, found without a number. */
import { activitiesNamed } from './activities.js';
import { type Finder, type Place } from './place.js';

/** The speaker's own leave from an activity: 党课的假. */
export const ownLeave: Finder = (place) =>
  activitiesNamed(place).flatMap(({ end, activities }) =>
    leavesOf(place)
      .filter((one) => activities.includes(one.activity))
      .map(({ number }) => ({ written: String(number), end, free: 0 })),
  );

/** 销假: a leave from something that is still ahead. */
export const anyLeave: Finder = (place) => {
  const { facts, now } = place.context;
  return leavesOf(place)
    .filter(({ activity }) => (facts.get('activity', activity)?.at ?? '') > now)
    .map(({ number }) => ({ written: String(number), end: place.at, free: 0 }));
};

function leavesOf({ context: { facts, actor } }: Place) {
  const own = actor === null ? [] : facts.of('matter', actor.id);
  return own.flatMap((one) =>
    one.kind === 'leave' && (one.state === 'open' || one.state === 'confirmed') ? [one] : [],
  );
}

/** 属实: what the speaker was named to witness, and has not yet. */
export const awaitedProof: Finder = ({ at, context: { facts, actor } }) =>
  facts
    .all('witness')
    .filter(({ person, named, confirmedAt }) => person === actor?.id && named && confirmedAt === null)
    .filter(({ matter: number }) => facts.get('matter', number)?.state === 'open')
    .map(({ matter: number }) => ({ written: String(number), end: at, free: 0 }));
