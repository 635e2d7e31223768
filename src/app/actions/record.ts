import { z } from 'zod';
import { actionsOf, progressOf, claimReason, itemFor } from '../../domain/actions/progress.js';
import type { Facts } from '../../domain/branch/facts.js';
import { categoryOf, membersHere, refOf, whyNotScored } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { toSpeaker, here } from '../reply.js';
import { done, useCase, refuse, type ActorContext, type Outcome, type DefinedUseCase } from '../use-case.js';
import type { ActionLine, ProgressRow, Offer } from './says.js';
import type { Action, ActionKind } from '../../domain/actions/rows.js';
import { put } from '../../domain/branch/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import { isTooLong, longestText } from '../free-text.js';

/** A member's own year, in private: what is still missing concerns no one else. */
function ownProgress({ facts, rulebook, actor, today }: ActorContext): Outcome {
  const year = yearOf(today);
  const lines = actionsOf(facts, actor.id, year).map(
    ({ kind, which, on, text, whom, claimed }): ActionLine => ({ kind, which, on, text, whom, claimed }),
  );
  const row = rowOf(facts, rulebook, actor, year);
  return done({
    replies: [toSpeaker('actions.progress', { row: keepPrivate(row), year, lines: keepPrivate(lines) })],
  });
}

/** `/五个一 汇总`: everybody's year, for those who keep the records. */
export const summariseActions = useCase({
  name: 'actions.summary',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts, rulebook, today }) => {
    const year = yearOf(today);
    const rows = membersHere(facts).map((person) => rowOf(facts, rulebook, person, year));
    return done({ replies: [toSpeaker('actions.summary', { year, rows: keepPrivate(rows) })] });
  },
});

function rowOf(facts: Facts, rulebook: Rulebook, person: Person, year: number): ProgressRow {
  const { fiveOnes, services, roles, masses } = progressOf(facts, rulebook, person.id, year);
  return {
    person: refOf(facts, person),
    inService: categoryOf(rulebook, person)?.inService !== false,
    fiveOnes,
    services: services.flatMap(({ which }) => which ?? []),
    roles: roles.flatMap(({ which }) => which ?? []),
    masses: masses.length,
  };
}

const input = z.strictObject({
  /** Null: one's own progress is asked for. */
  action: z
    .strictObject({
      which: z.string().nullable(),
      whom: z.string().nullable(),
      text: z.string().min(1),
      on: z.string().nullable(),
    })
    .nullable(),
});
type Input = z.infer<typeof input>;

/** Members enter what they did themselves, one kind at a time. Alone, the command shows their own year. */
function recordOf(name: string, kind: ActionKind): DefinedUseCase<Input> {
  return useCase({
    name,
    who: 'members',
    place: 'anywhere',
    input,
    run: (context, { action }) => {
      if (action === null) return ownProgress(context);
      return record(context, kind, { ...action, on: action.on ?? context.today });
    },
  });
}

/** `/五个一`: the five yearly actions of members in service (source, part two, 4). */
export const recordFiveOnes = recordOf('actions.fiveOnes', 'fiveOnes');
/** `/三进`: the three kinds of service (source, part two, 3). */
export const recordService = recordOf('actions.service', 'service');
/** `/三大员`: the three roles of retired members (source, part two, 4). */
export const recordRole = recordOf('actions.role', 'role');
/** `/联系群众` (annex 1, 专人记录). */
export const recordMasses = recordOf('actions.masses', 'masses');

type Done = Pick<Action, 'which' | 'whom' | 'text' | 'on'>;

function record(context: ActorContext, kind: ActionKind, what: Done): Outcome {
  const { facts, rulebook, actor, now } = context;
  const refused = refusal(context, kind, what);
  if (refused !== undefined) return refused;
  const action: Action = {
    ...what,
    id: facts.next('action'),
    person: actor.id,
    kind,
    recordedBy: actor.id,
    recordedAt: now,
    claimed: null,
  };
  const changes = [put('action', action)];
  const after = facts.with(changes);
  const year = yearOf(action.on);
  const { which, on, text, whom } = action;
  return done({
    changes,
    ids: [action.id],
    replies: [
      here('actions.recorded', {
        person: refOf(facts, actor),
        line: { kind, which, on, text, whom, claimed: null },
        year,
        fiveOnes: progressOf(after, rulebook, actor.id, year).fiveOnes,
        times: alike(after, action).length,
        offer: offerFor(context, action),
        // Why somebody is looked after may be an illness: the group hears whom, not why.
        hidesText: kind === 'masses' && context.place === 'group',
      }),
    ],
  });
}

function alike(facts: Facts, { person, kind, which, on }: Action): readonly Action[] {
  return facts
    .of('action', person)
    .filter((other) => other.kind === kind && other.which === which && yearOf(other.on) === yearOf(on));
}

/** Null where the rulebook names no item, or the member is not scored. */
function offerFor({ rulebook, actor }: ActorContext, action: Action): Offer | null {
  const item = itemFor(rulebook, action);
  if (item === undefined || whyNotScored(rulebook, actor) !== undefined) return null;
  return { item: item.number, reason: claimReason(action), on: action.on };
}

function refusal(context: ActorContext, kind: ActionKind, what: Done): Outcome | undefined {
  const { facts, rulebook, actor, today } = context;
  const inService = categoryOf(rulebook, actor)?.inService !== false;
  if (kind !== 'masses' && inService === (kind === 'role'))
    return refuse('actions.wrongCategory', { kind, inService });
  if (isTooLong(what.text) || isTooLong(what.whom ?? ''))
    return refuse('actions.textTooLong', { most: longestText });
  if (what.on > today) return refuse('actions.future', { date: what.on });
  const year = yearOf(what.on);
  if (year < yearOf(today) - 1 || isArchived(facts, year))
    return refuse('actions.yearClosed', { date: what.on });
  const same = facts
    .of('action', actor.id)
    .some(
      (other) =>
        other.kind === kind &&
        other.which === what.which &&
        other.whom === what.whom &&
        other.text === what.text &&
        other.on === what.on,
    );
  return same ? refuse('actions.already', { on: what.on }) : undefined;
}
