import { z } from 'zod';
import type { Facts } from '../../../domain/branch/facts.js';
import { holders, holds, personOf, refById, superiors } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import { personOn } from '../../../domain/roster/membership.js';
import type { TierId } from '../../../domain/rulebook/schema.js';
import { lastDayOf, proposedLines } from '../../../domain/year/table/lines.js';
import { movedSince } from '../../../domain/year/table/moved.js';
import type { ProposedLine } from '../../../domain/year/rows.js';
import { isDecided, tierOf, yearState, type YearState } from '../../../domain/year/state.js';
import { owesReason, tierBarred } from '../../../domain/year/table/tiers.js';
import { isTooLong, longestText } from '../../free-text.js';
import { toPerson, toSpeaker, type Reply } from '../../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import { progressOf, record, takeUp } from '../progress.js';
import { postMemberNotice } from './publish.js';
import { outstandingOf } from '../table.js';

const tierIds = [
  'outstanding',
  'qualified',
  'basicallyQualified',
  'unqualified',
] as const satisfies readonly TierId[];

const input = z.strictObject({ person: z.int(), tier: z.enum(tierIds), reason: z.string().nullable() });
type Chosen = z.infer<typeof input>;

/**
 * `/年度 等次`: where the meeting's decision differs from the proposal, recorded by the secretary; the secretary's own by
 * the deputy. Before 评定 for all members, afterwards only for those a correction has moved; during the public notice a
 * changed tier is posted for seven new days (SPEC §2).
 */
export const setTier = useCase({
  name: 'year.tier',
  who: ['secretary', 'deputySecretary', 'superior'],
  place: 'anywhere',
  input,
  run: (context, chosen) => {
    const taken = takeUp(context, ['summed', 'decided', 'passed', 'noticed']);
    if (taken.kind === 'not') return taken.outcome;
    const { reason } = chosen;
    if (reason !== null && isTooLong(reason)) return refuse('year.textTooLong', { most: longestText });
    const line = lineFor(context, taken.state, chosen.person);
    return (
      notForHim(context, chosen.person) ??
      unfit(context, taken.state, line, chosen) ??
      (line === undefined ? refuse('year.forSecretary', {}) : set(context, taken.state, line, chosen))
    );
  },
});

/** Everybody's tier is recorded by the secretary, the secretary's own by a deputy, or by 上级 where there is none. */
function notForHim({ facts, actor }: ActorContext, person: number): Outcome | undefined {
  const deputies = holders(facts, 'deputySecretary').filter(({ id }) => id !== person);
  if (person === actor.id) return refuse('year.ownTier', { deputy: deputies.length > 0 });
  const secretaries = holders(facts, 'secretary');
  const ofSecretary = secretaries.some(({ id }) => id === person);
  if (actor.kind === 'superior')
    return ofSecretary && deputies.length === 0 ? undefined : refuse('year.forSecretary', {});
  if (holds(facts, actor.id, 'secretary') || ofSecretary || secretaries.length === 0) return undefined;
  return refuse('year.onlySecretarysTier', {});
}

function lineFor(
  { facts, rulebookOf }: ActorContext,
  { year }: YearState,
  person: number,
): ProposedLine | undefined {
  return proposedLines(facts, rulebookOf(year), year).find((line) => line.person === person);
}

function unfit(
  { facts, rulebookOf }: ActorContext,
  state: YearState,
  line: ProposedLine | undefined,
  { person: id, tier, reason }: Chosen,
): Outcome | undefined {
  const { year } = state;
  const person = refById(facts, id);
  const rulebook = rulebookOf(year);
  const moved = movedSince(facts, rulebook, state).some(({ line: { person: one } }) => one === id);
  if (line !== undefined && line.proposed !== null && isDecided(state) && !moved)
    return refuse('year.tierUnmoved', { person, year });
  const barred = barredTier({ facts, rulebookOf }, year, line, { person: id, tier });
  if (barred !== undefined) return barred;
  if (line !== undefined && reason === null && owesReason(line, tier))
    return refuse('year.reasonOwed', { year, person, tier, total: line.total });
  return undefined;
}

/** Whatever the meeting says, this member cannot have this tier. @param line of the member; undefined: not listed */
export function barredTier(
  { facts, rulebookOf }: Pick<ActorContext, 'facts' | 'rulebookOf'>,
  year: number,
  line: ProposedLine | undefined,
  { person: id, tier }: Pick<Chosen, 'person' | 'tier'>,
): Outcome | undefined {
  const person = refById(facts, id);
  if (line === undefined) return refuse('year.notListed', { person, year });
  if (line.proposed === null)
    return refuse('year.notRated', { person, left: leftBy(facts, id, lastDayOf(year)) });
  const { total } = line;
  const why = tierBarred(rulebookOf(year), line, tier);
  return why === undefined ? undefined : refuse('year.tierBarred', { year, person, why, total });
}

function set(context: ActorContext, before: YearState, line: ProposedLine, chosen: Chosen): Outcome {
  const { facts, rulebookOf } = context;
  const { year } = before;
  const { person, tier, reason } = chosen;
  const changed = before.stage === 'noticed' && tierOf(before, person) !== tier;
  const posted = changed ? postMemberNotice(context, year, line, tier) : undefined;
  const steps = record(context, year, { step: 'tier', ...chosen, line }, ...(posted?.steps ?? []));
  const changes = [...steps, ...(posted?.changes ?? [])];
  const after = yearState(facts.with(changes), year);
  const { total, vetoed, proposed } = line;
  const row = keepPrivate({ person: refById(facts, person), total, vetoed, proposed, tier });
  return done({
    changes,
    ids: [year, person],
    replies: [
      ...(posted?.replies ?? []),
      toSpeaker('year.tierSet', {
        year,
        row,
        reason: keepPrivate(reason),
        outstanding: keepPrivate(outstandingOf(rulebookOf(year), after)),
        notice: posted === undefined ? null : { number: posted.notice.number, until: posted.until },
        stage: progressOf(context, after).stage,
      }),
      ...(isDecided(before) ? toSuperiors(context, year, row, reason) : []),
    ],
  });
}

/** What is changed after the decision is not in the table that 上级 has seen. */
function toSuperiors(
  { facts, actor }: ActorContext,
  year: number,
  row: Extract<Reply['say'], { readonly code: 'year.tierChangedAbove' }>['facts']['row'],
  reason: string | null,
): readonly Reply[] {
  const { name: branch } = facts.branch;
  return superiors(facts)
    .filter(({ id }) => id !== actor.id)
    .map(({ id }) =>
      toPerson(id, 'year.tierChangedAbove', { branch, year, row, reason: keepPrivate(reason) }),
    );
}

function leftBy(facts: Facts, person: number, day: string): boolean {
  return personOn(facts, personOf(facts, person), day).leftOn !== null;
}
