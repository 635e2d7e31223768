import type { Facts } from '../../domain/branch/facts.js';
import { holders, refById } from '../../domain/branch/people.js';
import { periodOf, type Period } from '../../domain/notice/period.js';
import type { OfficeName } from '../../domain/roster/rows.js';
import type { Notice } from '../../domain/notice/rows.js';
import { pointsBehind } from '../../domain/objections/target.js';
import { yearOf } from '../../domain/period/civil.js';
import { isPoints } from '../../domain/points/deeds.js';
import type { ObjectionTarget, ObjectionMatter } from '../../domain/rulings/rows.js';
import { pointsCard, materialTexts } from '../matters/points.js';
import type { NoticeRef, TargetCard } from '../matters/objected.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { here, toPerson, toSpeaker } from '../reply.js';
import { done, refuse, type ActorContext, type Outcome } from '../use-case.js';
import { firstInLine } from '../matters/announce.js';
import type { Kind, Looking } from '../matters/kind.js';
import { inRegister } from './register.js';
import { shownLines } from './shown.js';

type Seen = Pick<Looking, 'facts' | 'rulebook'>;

/** What an objection is about, as those see it who may; null for what can no longer be found. */
export function targetCard({ facts, rulebook }: Seen, about: ObjectionTarget): TargetCard | null {
  if (about.to === 'notice') {
    const notice = facts.get('notice', about.number);
    return notice === undefined ? null : { kind: 'notice', notice: refOfNotice(notice) };
  }
  const matter = facts.get('matter', about.number);
  const ruling = facts.get('ruling', about.number);
  if (matter === undefined || ruling === undefined) return null;
  const { number } = matter;
  if (matter.kind === 'veto') {
    const { ground, deedOn } = matter;
    return { kind: 'veto', number, subject: refById(facts, matter.subject), ground, year: yearOf(deedOn) };
  }
  if (matter.kind === 'status') {
    const { subject, from, to } = matter;
    const [person, ruler] = [refById(facts, subject), refById(facts, ruling.ruler)];
    return { kind: 'status', number, subject: person, from, to, ruler };
  }
  const points = pointsBehind(facts, matter);
  if (points === undefined) return null;
  const [card, ruler] = [pointsCard(facts, points), refById(facts, ruling.ruler)];
  return isPoints(matter)
    ? {
        kind: 'points',
        ...{ card, ruler, confirmed: ruling.decision === 'confirmed' },
        register: inRegister(facts, rulebook, about),
      }
    : { kind: 'correction', number, card, ruler };
}

function refOfNotice(notice: Notice): NoticeRef {
  const { number, year, postedAt } = notice;
  if (notice.kind === 'yearly') return { number, year, period: null, postedAt };
  const { frequency, first } = JSON.parse(notice.text) as Pick<Period, 'frequency' | 'first'>;
  return { number, year, period: periodOf(frequency, first), postedAt };
}

function cardParts(facts: Facts, { number, about, reason, upheld }: ObjectionMatter) {
  return { about, reason, materials: materialTexts(facts, number), upheld: upheld?.explanation ?? null };
}

export const objection: Kind<ObjectionMatter> = {
  card: ({ facts, rulebook }, matter) => ({
    kind: 'objection',
    ...cardParts(facts, matter),
    lines: shownLines(facts, rulebook, matter),
    target: targetCard({ facts, rulebook }, matter.about),
  }),
  correction: { refusal: 'correctOther' },
  goesWithOthers: () => false,
  register: ({ facts, rulebook }, { about }) => inRegister(facts, rulebook, about),
  notReady: (_looking, { number }) => ({ kind: 'answerInstead', number, upheld: true, register: null }),
  awaited: ({ facts }, matter) => {
    const answers = firstInLine(facts, matter).map(({ id }) => id);
    const corrects = keepers(facts).filter((id) => !answers.includes(id));
    return [
      ...answers.map((person) => ({ person, step: 'close' as const })),
      ...corrects.map((person) => ({ person, step: 'correct' as const })),
    ];
  },
  rejectOtherwise: dismiss,
  withdrawOtherwise: (_context, { number, state, upheld }) =>
    state === 'open' && upheld === undefined
      ? undefined
      : done({ replies: [toSpeaker('objections.alreadyAnswered', { number })] }),
  fell: (facts, matter) => {
    const { number, proposer, about } = matter;
    return [
      toPerson(proposer, 'objections.fell', { number, about }),
      ...firstInLine(facts, matter).map(({ id }) =>
        toPerson(id, 'objections.fellUnanswered', { number, about }),
      ),
    ];
  },
  hidesFromSubject: true,
};

/** Who corrects what a notice shows. */
export function keepers(facts: Facts): readonly number[] {
  return [...new Set([...holders(facts, 'secretary'), ...holders(facts, 'recorder')].map(({ id }) => id))];
}

/** Of these offices, those that somebody else holds: who answered does not also propose the correction. */
export function askedBesides(facts: Facts, answerer: number): readonly OfficeName[] {
  const offices = ['secretary', 'recorder'] as const;
  return offices.filter((office) => holders(facts, office).some(({ id }) => id !== answerer));
}

/** 维持, also as `/驳回 N 理由`: the ruling holds, and the objector hears why, in private. */
export function dismiss(context: ActorContext, matter: ObjectionMatter, explanation: string): Outcome {
  const { facts, actor, now, place } = context;
  const { number, about, upheld } = matter;
  if (upheld !== undefined) return refuse('objections.upheldAlready', { number });
  const ruling = { matter: number, ruler: actor.id, decision: 'rejected' as const, at: now, meetingOn: null };
  return done({
    changes: [
      put('matter', { ...matter, state: 'rejected' }),
      put('ruling', { ...ruling, reason: explanation }),
    ],
    ids: [number],
    replies: [
      place === 'group'
        ? here('objections.answered', { number })
        : toSpeaker('objections.dismissedInFull', { number, about }),
      toPerson(matter.proposer, 'objections.dismissedTo', {
        number,
        about,
        by: refById(facts, actor.id),
        bySuperior: actor.kind === 'superior',
        explanation: keepPrivate(explanation),
      }),
    ],
  });
}
