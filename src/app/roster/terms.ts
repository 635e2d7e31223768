import { z } from 'zod';
import { holders, personOf, refOf, secretariat } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { addMonths } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { committeeStart, probationaryHere } from '../../domain/roster/terms.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, openUseCase, refuse, useCase, type Context } from '../use-case.js';

const term = { end: z.string(), inferred: z.boolean() };

/** The year of probation is nearly over, or over: the branch discusses 转正. To recorder and secretary. */
export const remindOfProbation = openUseCase({
  name: 'roster.probationDue',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), ...term }),
  run: (context, { person: id, end, inferred }) => {
    const { facts, today } = context;
    if (!probationaryHere(facts).some((person) => person.id === id)) return done({ replies: [], ids: [id] });
    const person = keepPrivate(refOf(facts, personOf(facts, id)));
    const told = { person, end, inferred, late: today >= end };
    return done({
      ids: [id],
      replies: keepers(context).map((keeper) => toPerson(keeper, 'roster.probationEnds', told)),
    });
  },
});

/** Half a year before the term of the branch committee ends, and when it has: to recorder and secretary. */
export const remindOfElection = openUseCase({
  name: 'roster.electionDue',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject(term),
  run: (context, { end, inferred }) => {
    const { rulebook, today } = context;
    const told = { years: rulebook.membership.termYears, end, inferred, late: today >= end };
    return done({ replies: keepers(context).map((keeper) => toPerson(keeper, 'roster.termEnds', told)) });
  },
});

function keepers({ facts }: Pick<Context, 'facts'>): readonly number[] {
  return [...new Set([...holders(facts, 'recorder'), ...secretariat(facts)].map(({ id }) => id))];
}

/** `/换届 [日期]`: when the branch elected its committee, from which its term counts. */
export const recordElection = useCase({
  name: 'roster.election',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ on: z.string().nullable() }),
  run: ({ facts, rulebook, actor, now, today }, { on }) => {
    if (on !== null && on > today) return refuse('roster.futureDay', { date: on });
    const id = facts.next('election');
    const changes = on === null ? [] : [put('election', { id, on, recordedBy: actor.id, recordedAt: now })];
    const start = committeeStart(facts.with(changes));
    const years = rulebook.membership.termYears;
    const end = start === undefined ? null : addMonths(start.on, 12 * years);
    const said = {
      on: start?.on ?? null,
      end,
      years,
      inferred: start?.inferred ?? true,
      recorded: on !== null,
    };
    return done({
      changes,
      ids: changes.length === 0 ? [] : [id],
      replies: [toSpeaker('roster.term', said)],
    });
  },
});
