import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { followUpsOf, ratedIn, yearOfResults } from '../../domain/year/follow-up.js';
import type { FollowUp } from '../../domain/year/rows.js';
import { isTooLong, longestText } from '../free-text.js';
import { toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import type { Who } from '../who.js';
import type { FollowUpLine } from './views.js';

/** What follows a low score stays between those concerned (annex 1, 考核应用). */
export const followUpOfficers: Who = ['secretary', 'deputySecretary'];

/** `/谈话 姓名 …`; without words, what was done so far. */
export const recordTalk = useCase({
  name: 'year.talk',
  who: followUpOfficers,
  place: 'private',
  input: z.strictObject({ person: z.int(), text: z.string().nullable(), on: z.string().nullable() }),
  run: (context, { person, text, on }) => {
    const { facts, today } = context;
    if (on !== null && on > today) return refuse('roster.futureDay', { date: on });
    if (text !== null) return keep(context, { person, kind: 'talk', text, on }, []);
    if (person === context.actor.id) return refuse('year.ownFollowUp', {});
    const lines = followUpsOf(facts, person).map((row) => followUpLine(facts, row));
    return done({
      replies: [toSpeaker('year.followUps', { person: refById(facts, person), done: keepPrivate(lines) })],
    });
  },
});

/** `/结对 姓名 姓名`: the first is helped by the second. Both hear of it in private. */
export const recordPairing = useCase({
  name: 'year.pair',
  who: followUpOfficers,
  place: 'private',
  input: z.strictObject({ person: z.int(), partner: z.int() }),
  run: (context, { person, partner }) => {
    if (person === partner) return refuse('year.pairedWithHimself', {});
    const { facts, actor } = context;
    const both: readonly Reply[] = [
      toPerson(person, 'year.pairedMember', { partner: keepPrivate(refById(facts, partner)) }),
      // Speakers who pair themselves with a member read it in the answer.
      ...(partner === actor.id
        ? []
        : [toPerson(partner, 'year.pairedPartner', { member: keepPrivate(refById(facts, person)) })]),
    ];
    return keep(context, { person, kind: 'pairing', partner }, both);
  },
});

/** `/整改 姓名 明显|不明显|不愿 …`: outcomes are data of the rulebook. */
export const recordImprovement = useCase({
  name: 'year.improve',
  who: followUpOfficers,
  place: 'private',
  input: z.strictObject({ person: z.int(), outcome: z.string(), text: z.string().nullable() }),
  run: (context, { person, outcome, text }) =>
    keep(context, { person, kind: 'improvement', outcome, text }, []),
});

interface Kept {
  readonly person: number;
  readonly kind: FollowUp['kind'];
  readonly partner?: number;
  readonly outcome?: string;
  readonly text?: string | null;
  readonly on?: string | null;
}

function keep(context: ActorContext, kept: Kept, replies: readonly Reply[]): Outcome {
  const { facts, actor, today, now } = context;
  const { person, kind, partner = null, outcome = null, text = null, on } = kept;
  if (person === actor.id) return refuse('year.ownFollowUp', {});
  if (text !== null && isTooLong(text)) return refuse('year.textTooLong', { most: longestText });
  const row: FollowUp = {
    id: facts.next('followUp'),
    person,
    year: yearOfResults(facts, today) ?? yearOf(today),
    kind,
    partner,
    outcome,
    on: on ?? today,
    recordedBy: actor.id,
    recordedAt: now,
    text,
  };
  const line = keepPrivate(followUpLine(facts, row));
  const last = facts
    .of('followUp', person)
    .filter((known) => known.kind === kind)
    .at(-1);
  if (last !== undefined && isSame(last, row))
    return done({ replies: [toSpeaker('year.recordedBefore', { person: refById(facts, person), line })] });
  return done({
    changes: [put('followUp', row)],
    ids: [row.id, person],
    replies: [
      toSpeaker('year.recorded', {
        person: refById(facts, person),
        line,
        unqualified: keepPrivate(isUnqualified(context, person)),
      }),
      ...replies,
    ],
  });
}

/** 不合格 in the year whose results are looked at: then it is said that a tier is no disposal. */
function isUnqualified({ facts, today, rulebookOf }: ActorContext, person: number): boolean {
  const year = yearOfResults(facts, today);
  if (year === undefined) return false;
  const rated = ratedIn(facts, rulebookOf(year), year).find((one) => one.person === person);
  return rated?.tier === 'unqualified';
}

/** Repeating the line changes nothing and informs no one twice. */
function isSame(known: FollowUp, row: FollowUp): boolean {
  const { partner, outcome, on, text } = known;
  return partner === row.partner && outcome === row.outcome && on === row.on && text === row.text;
}

export function followUpLine(facts: Facts, row: FollowUp): FollowUpLine {
  const { kind, partner, outcome, on, text, disposal = null } = row;
  return { kind, partner: partner === null ? null : refById(facts, partner), outcome, on, text, disposal };
}
