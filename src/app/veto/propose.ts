import { joiningDay } from '../../domain/roster/particulars.js';
import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { toPerson, toSpeaker, type Reply } from '../reply.js';
import { notesOn, officersFor, vetoCard } from './cards.js';
import { registerGap } from '../../domain/veto/register.js';
import type { Looking } from '../matters/kind.js';
import type { RunFacts } from './says.js';
import { unscored, personOf, refById, refOf, isHere } from '../../domain/branch/people.js';
import { z } from 'zod';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { standingVeto, votedDown } from '../../domain/veto/matter.js';
import { wasAwayOn, whyNotScoredIn } from '../../domain/roster/spans.js';
import { isArchived } from '../../domain/year/archived.js';
import { isTooLong, longestText } from '../free-text.js';
import { rulers } from '../who.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';

/**
 * A veto that one of the two ladders drafts (SPEC §2, veto): a matter like any other, which then goes its way through
 * hearing, vote and certification.
 *
 * @param input `since` and `last` are the first and last month (`YYYY-MM`) of the run of months; one run is drafted once
 */
export function draftVeto(
  facts: Facts,
  now: string,
  input: Pick<VetoMatter, 'subject' | 'proposer' | 'ground' | 'deedOn' | 'reason'> & {
    readonly since: string;
    readonly last: string;
    readonly months?: readonly string[];
  },
): { readonly matter: VetoMatter; readonly changes: readonly Change[] } {
  const { subject, proposer, ...run } = input;
  const matter: VetoMatter = {
    ...openMatter(facts, now, { subject, proposer, drafted: true }),
    kind: 'veto',
    hearing: null,
    vote: null,
    ...run,
  };
  return { matter, changes: [put('matter', matter)] };
}

/** The subject hears the facts; the officers hear what comes next. */
export function announceDraft(looking: Looking, matter: VetoMatter, months: RunFacts): readonly Reply[] {
  const { facts } = looking;
  const card = keepPrivate(vetoCard(facts, matter));
  const notes = keepPrivate(notesOn(looking, matter));
  return [
    toPerson(matter.subject, 'veto.openedToSubject', { card, notes }),
    ...officersFor(facts, matter.subject).map((id) =>
      toPerson(id, 'veto.draftedToOfficer', { card, months: keepPrivate(months) }),
    ),
  ];
}

/** What the register writes as the reason: the ground in the words of the rulebook, and the months. */
export function spanOf(rulebook: Rulebook, ground: number, since: string, last: string): string {
  const known = rulebook.veto.grounds.find(({ number }) => number === ground);
  return `${known?.title ?? ''} ${since === last ? since : `${since}—${last}`}`;
}

const input = z.strictObject({
  member: z.int(),
  ground: z.int(),
  reason: z.string().min(1),
  deedOn: z.string(),
});

/**
 * `/否决 姓名 款号 事由`: reports one of the grounds (annex 1, 一票否决). Nothing counts before hearing, vote and certification;
 * the subject hears the facts at once, but not who reported them.
 */
export const proposeVeto = useCase({
  name: 'veto.propose',
  who: rulers,
  place: 'private',
  input,
  run: (context, words) => {
    const refused = refusal(context, words);
    if (refused !== undefined) return refused;
    const { facts, actor, now } = context;
    const { member: subject, ground, reason, deedOn } = words;
    const matter: VetoMatter = {
      ...openMatter(facts, now, { subject, proposer: actor.id }),
      kind: 'veto',
      ground,
      deedOn,
      reason,
      hearing: null,
      vote: null,
      since: null,
    };
    const told = { card: keepPrivate(vetoCard(facts, matter)), notes: keepPrivate(notesOn(context, matter)) };
    return done({
      changes: [put('matter', matter)],
      ids: [matter.number],
      replies: [toSpeaker('veto.opened', told), toPerson(subject, 'veto.openedToSubject', told)],
    });
  },
});

function refusal(context: ActorContext, words: z.infer<typeof input>): Outcome | undefined {
  const { facts, rulebook, actor, today } = context;
  const { member, ground, reason, deedOn } = words;
  const person = personOf(facts, member);
  if (member === actor.id) return refuse('veto.ownVeto', {});
  if (!rulebook.veto.grounds.some(({ number }) => number === ground))
    return refuse('veto.unknownGround', { ground });
  if (isTooLong(reason)) return refuse('points.reasonTooLong', { most: longestText });
  const year = yearOf(deedOn);
  const why = isHere(person) ? whyNotScoredIn(facts, context.rulebookOf(year), person, year) : 'left';
  if (why !== undefined) return refuse('points.notScored', { ...unscored(facts, person), why });
  if (deedOn > today) return refuse('veto.future', { date: deedOn });
  if (isArchived(facts, year)) return refuse('veto.archived', { year });
  if (year < yearOf(today) - 1) return refuse('veto.yearOver', { year });
  if (deedOn < person.joinedOn)
    return refuse('points.beforeJoining', { person: refOf(facts, person), joinedOn: joiningDay(person) });
  if (wasAwayOn(facts, person, deedOn))
    return refuse('points.awayThen', { person: refOf(facts, person), date: deedOn });
  const standing = standingVeto(facts, member, year);
  if (standing === undefined) return unfounded(context, words);
  const told = { number: keepPrivate(standing.number), subject: keepPrivate(refById(facts, member)) };
  return done({
    replies: [toSpeaker('veto.standing', { ...told, certified: standing.state === 'confirmed' })],
  });
}

/**
 * What a register speaks against is not reported; where it began too late to tell, whoever hears, votes and certifies is
 * told. Nor is the same thing put to the vote again.
 */
function unfounded(context: ActorContext, words: z.infer<typeof input>): Outcome | undefined {
  const { facts, today } = context;
  const { member: subject, ground, reason, deedOn } = words;
  const person = personOf(facts, subject);
  const told = { subject: keepPrivate(refOf(facts, person)), ground };
  const gap = registerGap(facts, context.rulebookOf(yearOf(deedOn)), { person, ground, deedOn, today });
  if (gap !== undefined && (gap.of === 'steps' || gap.keptFrom === null))
    return done({ replies: [toSpeaker('veto.registerSpeaksAgainst', { ...told, gap: keepPrivate(gap) })] });
  const same = votedDown(facts, { subject, ground, deedOn }).find(
    (veto) => veto.deedOn === deedOn && veto.reason === reason,
  );
  if (same === undefined) return undefined;
  const before = { number: same.number, on: dateOf(same.vote.at) };
  return done({ replies: [toSpeaker('veto.votedDownBefore', { ...told, before: keepPrivate(before) })] });
}
