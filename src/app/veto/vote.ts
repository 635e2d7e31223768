import { z } from 'zod';
import { refById, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { entitledToVote } from '../../domain/rulings/voters.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import type { RecordedVote } from '../../domain/rulings/votes.js';
import { isTooLong, longestText } from '../free-text.js';
import { rulers } from '../who.js';
import { toSpeaker, here, toPerson, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { isCarried, isQuorate, leastPresent, standsFor } from '../../domain/rulings/votes.js';
import { announceReady, firstInLine } from '../matters/announce.js';
import { statementsIn } from '../../domain/matters/remarks.js';
import { matterCard } from '../matters/cards.js';

/**
 * `/听取 N 意见`: what the subject said at the hearing; 本人放弃 is a hearing too (SPEC §2, veto). Until the vote more may be
 * added; earlier text is kept. The subject hears at once what is on record as theirs.
 */
export const hearSubject = useCase({
  name: 'veto.hear',
  who: rulers,
  place: 'private',
  input: z.strictObject({ number: z.int(), text: z.string().min(1) }),
  run: (context, { number, text }) => {
    const { facts, actor, now } = context;
    if (isTooLong(text)) return refuse('rulings.textTooLong', { most: longestText });
    const found = vetoAt(context, number);
    if (found.kind === 'refused') return found.outcome;
    const { matter } = found;
    if (matter.vote !== null) return refuse('veto.heardBeforeVote', { number });
    const before = matter.hearing?.text.split('\n') ?? [];
    if (before.includes(text)) return refuse('veto.alreadyHeard', { number });
    const statements = statementsIn(facts, number).length;
    const hearing = { text: [...before, text].join('\n'), by: actor.id, at: now, statements };
    return done({
      changes: [put('matter', { ...matter, hearing })],
      ids: [number],
      replies: [
        toSpeaker('veto.heard', {
          number: keepPrivate(number),
          subject: keepPrivate(refById(facts, matter.subject)),
          text: keepPrivate(text),
          again: before.length > 0,
          entitled: entitledToVote(facts).length,
        }),
        toPerson(matter.subject, 'veto.heardToSubject', {
          number: keepPrivate(number),
          by: refOf(facts, actor),
          text: keepPrivate(text),
        }),
      ],
    });
  },
});

/** An open veto on which the speaker may act: subjects lead neither their own hearing nor the vote on themselves. */
function vetoAt(
  { facts, actor }: ActorContext,
  number: number,
):
  | { readonly kind: 'found'; readonly matter: VetoMatter & { readonly state: 'open' } }
  | { readonly kind: 'refused'; readonly outcome: Outcome } {
  const refused = (outcome: Outcome) => ({ kind: 'refused' as const, outcome });
  const matter = facts.get('matter', number);
  if (matter?.kind !== 'veto') return refused(refuse('veto.noVeto', { number }));
  if (matter.subject === actor.id) return refused(refuse('veto.subjectActs', {}));
  if (matter.state !== 'open') return refused(refuse('points.notOpen', { number }));
  return { kind: 'found', matter: { ...matter, state: 'open' } };
}

const count = z.int().nonnegative();
const input = z.strictObject({
  number: z.int(),
  entitled: count.nullable(),
  present: count.nullable(),
  inFavour: count.nullable(),
  against: count,
  abstained: count,
});

/**
 * `/表决 N [应到 a 实到 b] 赞成 c 反对 d 弃权 e`: what the meeting decided, after the hearing. Who was present and did
 * not vote is none of the three. Below the quorum there was no valid vote and nothing is recorded; a failed vote
 * closes the matter for good (SPEC §2, veto), so it is taken only of a valid meeting with every vote written down.
 */
export const recordVote = useCase({
  name: 'veto.vote',
  who: rulers,
  place: 'anywhere',
  input,
  run: (context, words) => {
    const { number, inFavour } = words;
    const found = vetoAt(context, number);
    if (found.kind === 'refused') return found.outcome;
    const { matter } = found;
    if (matter.hearing === null) return refuse('veto.hearFirst', { number });
    if (matter.vote !== null) return refuse('veto.votedAlready', { number });
    if (inFavour === null) return refuse('veto.inFavourMissing', { number });
    const vote = voteOf(context, { ...words, inFavour });
    const refused = refusal(context, number, vote);
    if (refused !== undefined) return refused;
    return isCarried(vote, context.rulebook.votes)
      ? carried(context, { ...matter, vote })
      : failed(context, { ...matter, state: 'closed', vote });
  },
});

/** Without 应到 all who may vote were due; without 实到 those who voted were there. */
function voteOf(
  { facts, actor, now }: ActorContext,
  words: z.infer<typeof input> & { readonly inFavour: number },
): RecordedVote {
  const { inFavour, against, abstained } = words;
  return {
    entitled: words.entitled ?? entitledToVote(facts).length,
    present: words.present ?? inFavour + against + abstained,
    inFavour,
    against,
    abstained,
    by: actor.id,
    at: now,
  };
}

function refusal({ facts, rulebook }: ActorContext, number: number, vote: RecordedVote): Outcome | undefined {
  const { entitled, present, inFavour, against, abstained } = vote;
  const most = entitledToVote(facts).length;
  const votes = inFavour + against + abstained;
  if (entitled > most) return refuse('veto.tooManyEntitled', { entitled, most });
  if (entitled === 0) return refuse('veto.nobodyEntitled', {});
  if (votes > present) return refuse('veto.votesOverPresent', { votes, present });
  if (present > entitled) return refuse('veto.presentOverEntitled', { present, entitled });
  if (!isQuorate({ present, entitled: most }, rulebook.votes))
    return refuse('veto.noQuorum', { present, entitled, most, least: leastPresent(most, rulebook.votes) });
  if (!isCarried(vote, rulebook.votes))
    return votes < present ? refuse('veto.votesMissing', { number, vote }) : undefined;
  return standsFor(vote, most, rulebook.votes)
    ? undefined
    : refuse('veto.tooFewEntitled', { number, vote, most });
}

/** The certifier hears as of every complete matter; a speaker who certifies hears only once. */
function carried(context: ActorContext, matter: VetoMatter): Outcome {
  const { facts, rulebook, actor, kinds } = context;
  const changes = [put('matter', matter)];
  const after = facts.with(changes);
  const mayRule =
    barredFrom(after, matter, actor) === undefined &&
    firstInLine(after, matter).some(({ id }) => id === actor.id);
  const card = keepPrivate(matterCard({ facts: after, rulebook, kinds }, matter));
  const ready = announceReady({ facts: after, rulebook, kinds }, matter).filter(({ to }) => to !== actor.id);
  return done({
    changes,
    ids: [matter.number],
    replies: [...quietly(context, matter), toSpeaker('veto.carried', { card, mayRule }), ...ready],
  });
}

function failed(context: ActorContext, matter: VetoMatter & { readonly vote: RecordedVote }): Outcome {
  const { facts, actor } = context;
  const number = keepPrivate(matter.number);
  const vote = keepPrivate(matter.vote);
  const subject = keepPrivate(refById(facts, matter.subject));
  const proposer =
    matter.proposer === actor.id || matter.proposer === matter.subject
      ? []
      : [toPerson(matter.proposer, 'veto.lifted', { number, subject, vote })];
  return done({
    changes: [put('matter', matter)],
    ids: [matter.number],
    replies: [
      ...quietly(context, matter),
      toSpeaker('veto.lifted', { number, subject, vote }),
      toPerson(matter.subject, 'veto.liftedToSubject', { number, vote }),
      ...proposer,
    ],
  });
}

function quietly({ place }: ActorContext, { number }: VetoMatter): readonly Reply[] {
  return place === 'group' ? [here('veto.votedQuietly', { number })] : [];
}
