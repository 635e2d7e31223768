import type { Facts } from '../../domain/branch/facts.js';
import { askWitnesses } from './ask-witnesses.js';
import { refById } from '../../domain/branch/people.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { evidenceOf } from '../../domain/points/evidence.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { seatOf, announceReady } from '../matters/announce.js';
import type { Missing, Registered } from './says.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { yearOf } from '../../domain/period/civil.js';
import { findItem, pointsOf, isShielded } from '../../domain/rulebook/items.js';
import { alike, weakerDeeds } from '../../domain/points/deeds.js';
import { here, toSpeaker, type Reply } from '../reply.js';
import { done, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { pointsCard } from '../matters/points.js';
import { storeAttachments } from '../matters/materials.js';
import { duesNamed, proposalInput, ownRefusal, refusal, type ProposalInput } from './refusals.js';

/** What is missing for the matters of one line: they share their proof. */
function missingOf(facts: Facts, rulebook: Rulebook, matters: readonly PointsMatter[]): Missing {
  const [matter] = matters;
  if (matter === undefined) throw new Error('a line without matters');
  const [seat, ...others] = new Set(matters.map((each) => seatOf(facts, each)));
  const evidence = evidenceOf(facts, rulebook, matter);
  return {
    asked: evidence.complete ? [] : evidence.awaited.map((id) => refById(facts, id)),
    witnesses: evidence.missingWitnesses,
    seat: seat !== undefined && others.length === 0 ? seat : null,
  };
}

/**
 * A bonus or deduction that an officer records for others: one matter for each person, all or
 * nothing. Nothing reaches the ledger before a ruling (annex 1, 专人记录 and 支部评定).
 */
export const proposePoints = useCase({
  name: 'points.propose',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: proposalInput,
  isPersonal: ({ side }) => side === 'deduction',
  run: (context, input) => ownRefusal(context, input) ?? register(context, input),
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
    const matter = draftPoints(context, facts, input, subject);
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
    // All at once, as the commit will ask for them: what is looked up here stays known.
    replies: repliesOf(context, context.facts.with(changes), input, matters),
  });
}

/** The matter as it will be opened. @throws where item or grade were not checked before */
export function draftPoints(
  context: Pick<ActorContext, 'actor' | 'now' | 'rulebookOf'>,
  facts: Facts,
  input: Pick<
    ProposalInput,
    'side' | 'item' | 'grade' | 'times' | 'deedOn' | 'reason' | 'month' | 'otherDay'
  >,
  subject: number,
): PointsMatter {
  const rulebook = context.rulebookOf(yearOf(input.deedOn));
  const item = findItem(rulebook, input.item);
  if (item === undefined) throw new Error(`item ${input.item} was checked before`);
  const grade = item.grades.find(({ id }) => id === input.grade);
  const dues = duesNamed(rulebook, input);
  const day = otherDayOf(input);
  return {
    ...openMatter(facts, context.now, { subject, proposer: context.actor.id }),
    kind: input.side,
    item: input.item,
    grade: input.grade,
    times: input.times,
    points: pointsOf(item, grade, input.times),
    deedOn: input.deedOn,
    activity: null,
    reason: input.reason,
    ...(dues === undefined ? {} : { duesMonth: dues }),
    ...(day === undefined ? {} : { otherDay: { said: day.said, on: day.on } }),
  };
}

/** The day that the reason names, unless it is the one registered. */
function otherDayOf({ otherDay, deedOn }: Pick<ProposalInput, 'otherDay' | 'deedOn'>) {
  return otherDay?.on === deedOn ? undefined : otherDay;
}

function repliesOf(
  context: ActorContext,
  facts: Facts,
  input: ProposalInput,
  matters: readonly PointsMatter[],
): readonly Reply[] {
  const { rulebook, kinds } = context;
  const registered: Registered = {
    cards: matters.map((matter) => pointsCard(facts, matter)),
    missing: missingOf(facts, rulebook, matters),
    alike: matters.flatMap((matter) => alike(facts, rulebook, matter)),
    replaces: matters.flatMap((matter) => weakerDeeds(facts, rulebook, matter)).map(({ number }) => number),
    gluedWitness: input.gluedWitness,
    writtenDocument: input.writtenDocument,
  };
  const ready = matters.flatMap((matter) => announceReady({ facts, rulebook, kinds }, matter));
  const asked = matters.flatMap((matter) => askWitnesses(facts, rulebook, matter));
  const { deedOn } = input;
  const otherDay = otherDayOf(input);
  const day =
    otherDay === undefined
      ? []
      : [
          toSpeaker('points.otherDaySaid', {
            numbers: matters.map(({ number }) => number),
            ...{ deedOn, otherDay: keepPrivate(otherDay), hasFiles: context.attachments.length > 0 },
          }),
        ];
  if (input.side === 'bonus') {
    const first =
      context.place === 'group' && isShielded(context.rulebookOf(yearOf(input.deedOn)), input.item)
        ? [
            here('points.registeredQuietly', { numbers: matters.map((m) => m.number) }),
            toSpeaker('points.registered', registered),
          ]
        : [here('points.registered', registered)];
    return [...first, ...day, ...asked, ...ready];
  }
  const reason = keepPrivate(input.reason);
  return [
    ...(context.place === 'group'
      ? [here('points.registeredQuietly', { numbers: matters.map((m) => m.number) })]
      : []),
    toSpeaker('points.registeredDeduction', { ...registered, reason }),
    ...day,
    ...asked,
    ...ready,
  ];
}
