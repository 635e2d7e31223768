/** The speaker's own matters, found without a number. */
import type { Context } from '../../../app/use-case.js';
import { unansweredIn } from '../../../domain/points/hearing.js';
import { activitiesNamed } from './activities.js';
import { oneName } from './persons.js';
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

/** 我请的假批了没: the latest that is still of interest. */
export const latestLeave: Finder = (place) => {
  const number = Math.max(0, ...leavesOf(place).map((one) => one.number));
  return number === 0 ? [] : [{ written: String(number), end: place.at, free: 0 }];
};

function leavesOf({ context: { facts, actor } }: Place) {
  const own = actor === null ? [] : facts.of('matter', actor.id);
  return own.flatMap((one) =>
    one.kind === 'leave' && (one.state === 'open' || one.state === 'confirmed') ? [one] : [],
  );
}

/** Whoever begins so denies what they are said to have done. */
const denies =
  /^(?:那天|当时)?我(?:那天|当时|确实)?(?:没有?(?:打|迟到|早退|离岗|脱岗|离开|旷|喧哗|吵|骂|玩|睡)|到了的|来了的|到会了的)|^我(?:那天|当时)?是?在[^，,。]{1,12}[，,]?(?:不是|没有|没在)|^(?:那天|当时)?我(?:那天|当时|明明|是)*请(?:过|了)假的?(?:了|呀|啊)?[。.！!]?$/u;

/** A sentence that defends the speaker belongs to the only deduction they have not yet spoken to. */
export const unanswered: Finder = ({ text, at, context }) => {
  const number = at === 0 && denies.test(text) ? toBeHeard(context) : undefined;
  return number === undefined ? [] : [{ written: String(number), end: at, free: 0 }];
};

/** The only deduction that the speaker was told of and has not yet spoken to. */
export function toBeHeard({ facts, actor, rulebook }: Context): number | undefined {
  const [only, ...others] = (actor === null ? [] : facts.of('matter', actor.id)).filter(
    (one) => one.kind === 'deduction' && (unansweredIn(facts, rulebook, one)?.until ?? null) !== null,
  );
  return others.length > 0 ? undefined : only?.number;
}

/** 王芳去了: what the speaker was named to witness and has not yet, about whoever is named here. */
export const proofAbout: Finder = (place) => {
  const { facts } = place.context;
  const [name] = oneName(place);
  if (name === undefined) return [];
  return awaitedProof(place)
    .filter(({ written }) => {
      const subject = facts.get('matter', Number(written))?.subject;
      return subject !== undefined && facts.get('person', subject)?.name.startsWith(name.written);
    })
    .map((found) => ({ ...found, end: name.end }));
};

/** 属实: what the speaker was named to witness, and has not yet. */
export const awaitedProof: Finder = ({ at, context: { facts, actor } }) =>
  facts
    .all('witness')
    .filter(({ person, named, confirmedAt }) => person === actor?.id && named && confirmedAt === null)
    .filter(({ matter: number }) => facts.get('matter', number)?.state === 'open')
    .map(({ matter: number }) => ({
      written: String(number),
      end: at,
      free: 0,
    }));
