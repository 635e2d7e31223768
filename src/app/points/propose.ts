import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holds, personOf, refById, refOf, whyNotScored } from '../../domain/branch/people.js';
import { put, type Change, type PointsMatter } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { findItem, pointsOf } from '../../domain/rulebook/items.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { isAlive, pointsMatters, sameDeeds, weakerDeeds } from '../../domain/rulings/deeds.js';
import { evidenceOf, whyNoWitness } from '../../domain/rulings/evidence.js';
import { isTooLong, longestText } from '../free-text.js';
import { announceReady } from '../rulings/announce.js';
import {
  done,
  here,
  refuse,
  toPerson,
  toSpeaker,
  useCase,
  type ActorContext,
  type Outcome,
  type Reply,
} from '../use-case.js';
import { pointsCard } from './cards.js';
import { storeAttachments } from './materials.js';
import { missingOf } from './missing.js';
import type { Registered } from './says.js';

export const proposalInput = z.strictObject({
  side: z.enum(['bonus', 'deduction']),
  members: z.array(z.int()).min(1),
  item: z.int(),
  grade: z.string().nullable(),
  times: z.int().min(1),
  reason: z.string(),
  witnesses: z.array(z.int()),
  deedOn: z.string(),
  gluedWitness: z.boolean(),
});
export type ProposalInput = z.infer<typeof proposalInput>;

/**
 * A bonus or deduction that an officer records for others: one matter for each person, all or
 * nothing. Nothing reaches the ledger before a ruling (annex 1, 专人记录 and 支部评定).
 */
export const proposePoints = useCase({
  name: 'points.propose',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: proposalInput,
  run: (context, input) => {
    if (input.members.includes(context.actor.id)) {
      const recorder = holds(context.facts, context.actor.id, 'recorder');
      return recorder ? refuse('points.recorderSelf', { side: input.side }) : refuse('points.ownMatter', {});
    }
    return register(context, input);
  },
});

/** `/申报`: the member's own claim. */
export const claimPoints = useCase({
  name: 'points.claim',
  who: 'members',
  place: 'anywhere',
  input: proposalInput.omit({ side: true, members: true }),
  run: (context, input) => register(context, { ...input, side: 'bonus', members: [context.actor.id] }),
});

function register(context: ActorContext, input: ProposalInput): Outcome {
  const refused = refusal(context, input);
  if (refused !== undefined) return refused;
  const files = storeAttachments(context.facts, context.attachments);
  const changes: Change[] = [...files.changes];
  let facts = context.facts.with(changes);
  const matters: PointsMatter[] = [];
  for (const subject of input.members) {
    const matter = draft(context, facts, input, subject);
    const rows: Change[] = [
      put('matter', matter),
      ...input.witnesses.map((person) =>
        put('witness', { matter: matter.number, person, named: true, confirmedAt: null }),
      ),
      ...files.attachTo(matter.number, context.actor.id, context.now, 1),
    ];
    changes.push(...rows);
    facts = facts.with(rows);
    matters.push(matter);
  }
  return done({
    changes,
    contents: files.contents,
    ids: matters.map((matter) => matter.number),
    replies: repliesOf(context, facts, input, matters),
  });
}

function draft(context: ActorContext, facts: Facts, input: ProposalInput, subject: number): PointsMatter {
  const item = findItem(context.rulebook, input.item);
  if (item === undefined) throw new Error(`item ${input.item} was checked before`);
  const grade = item.grades.find(({ id }) => id === input.grade);
  return {
    number: facts.next('matter'),
    kind: input.side,
    state: 'open',
    subject,
    proposer: context.actor.id,
    openedAt: context.now,
    item: input.item,
    grade: input.grade,
    times: input.times,
    points: pointsOf(item, grade, input.times),
    deedOn: input.deedOn,
    activity: null,
    reason: input.reason,
  };
}

/** Every reason to refuse the whole line; undefined when it may be registered. */
function refusal(context: ActorContext, input: ProposalInput): Outcome | undefined {
  const { facts, rulebook, today } = context;
  const item = findItem(rulebook, input.item);
  if (item === undefined) return refuse('points.unknownItem', { item: input.item });
  if (item.side !== input.side) return refuse('points.wrongSide', { item: item.number });
  if (!item.sources.includes('manual')) return refuse('points.notByHand', { item: item.number });
  if (input.reason === '') return refuse('points.reasonMissing', {});
  if (isTooLong(input.reason)) return refuse('points.reasonTooLong', { most: longestText });
  if (input.deedOn > today) return refuse('points.future', { date: input.deedOn });
  // Last year stays open until it is archived; what is older has been closed on paper.
  if (yearOf(input.deedOn) < yearOf(today) - 1) return refuse('points.yearClosed', { date: input.deedOn });
  const twice = input.members.find((id, index) => input.members.indexOf(id) < index);
  if (twice !== undefined) return refuse('points.memberTwice', { person: refById(facts, twice) });
  for (const id of input.members) {
    const person = personOf(facts, id);
    const why = whyNotScored(rulebook, person);
    if (why !== undefined) return refuse('points.notScored', { person: refOf(facts, person), why });
    if (input.deedOn < person.joinedOn) {
      return refuse('points.beforeJoining', { person: refOf(facts, person), joinedOn: person.joinedOn });
    }
    const deed = deedRefusal(context, input, id);
    if (deed !== undefined) return deed;
  }
  return witnessRefusal(context, input);
}

function witnessRefusal(context: ActorContext, input: ProposalInput): Outcome | undefined {
  const { facts, rulebook, actor } = context;
  const seen = new Set<number>();
  for (const id of input.witnesses) {
    const person = personOf(facts, id);
    if (seen.has(id)) return refuse('points.witnessTwice', { person: refOf(facts, person) });
    seen.add(id);
    for (const subject of input.members) {
      const why = whyNoWitness(facts, rulebook, { subject, proposer: actor.id }, person);
      if (why !== undefined) return refuse('points.noWitness', { person: refOf(facts, person), why });
    }
  }
  return undefined;
}

/** The same deed counts once, with its strongest grade (SPEC §2, grades and item 13). */
function deedRefusal(context: ActorContext, input: ProposalInput, subject: number): Outcome | undefined {
  const item = findItem(context.rulebook, input.item);
  const strength = Math.abs(draft(context, context.facts, input, subject).points);
  const known = sameDeeds(context.facts, { ...input, subject }).map((matter) => ({
    matter,
    strength: Math.abs(matter.points),
  }));
  const same = known.find((other) => other.strength === strength);
  if (same !== undefined) return refuse('points.sameDeed', { number: same.matter.number });
  const stronger = known.find((other) => other.strength > strength);
  return stronger !== undefined && item?.sameDeed === 'highest'
    ? refuse('points.weakerDeed', { number: stronger.matter.number })
    : undefined;
}

function repliesOf(
  context: ActorContext,
  facts: Facts,
  input: ProposalInput,
  matters: readonly PointsMatter[],
): readonly Reply[] {
  const { rulebook } = context;
  const registered: Registered = {
    cards: matters.map((matter) => pointsCard(facts, matter)),
    missing: missingOf(facts, rulebook, matters),
    alike: matters.flatMap((matter) => alike(facts, rulebook, matter)),
    replaces: matters.flatMap((matter) => weakerDeeds(facts, rulebook, matter)).map(({ number }) => number),
    gluedWitness: input.gluedWitness,
  };
  const ready = matters.flatMap((matter) => announceReady(facts, rulebook, matter));
  if (input.side === 'bonus') return [here('points.registered', registered), ...ready];
  const reason = keepPrivate(input.reason);
  const asked = matters.flatMap((matter) => askWitnesses(facts, context, matter));
  return [
    ...(context.place === 'group'
      ? [here('points.registeredQuietly', { numbers: matters.map((m) => m.number) })]
      : []),
    toSpeaker('points.registeredDeduction', { ...registered, reason }),
    ...asked,
    ...ready,
  ];
}

/** Earlier matters of the same person and item, with the same day or reason, that may be the same deed. */
function alike(facts: Facts, rulebook: Rulebook, matter: PointsMatter): readonly number[] {
  const replaced = weakerDeeds(facts, rulebook, matter);
  return pointsMatters(facts, matter.subject)
    .filter((other) => other.number < matter.number && isAlive(facts, other))
    .filter((other) => other.item === matter.item && !replaced.includes(other))
    .filter((other) => other.deedOn === matter.deedOn || other.reason === matter.reason)
    .map((other) => other.number);
}

/** Named witnesses of a deduction are asked in private: the group is not to know of it. */
function askWitnesses(facts: Facts, { rulebook }: ActorContext, matter: PointsMatter): readonly Reply[] {
  const evidence = evidenceOf(facts, rulebook, matter);
  if (evidence.complete) return [];
  const card = keepPrivate(pointsCard(facts, matter));
  const reason = keepPrivate(matter.reason);
  return evidence.awaited.map((person) => toPerson(person, 'points.pleaseWitness', { card, reason }));
}
