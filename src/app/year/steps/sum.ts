import { z } from 'zod';
import { secretariat } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import { proposedLines } from '../../../domain/year/table/lines.js';
import { yearState } from '../../../domain/year/state.js';
import { toPerson, toSpeaker } from '../../reply.js';
import { done, refuse, useCase } from '../../use-case.js';
import { progressOf, record, takeUp } from '../progress.js';
import { tableOf } from '../table.js';

/**
 * `/年度 汇总` (annex 1, 支部评定): every member's score of the year with the tier it proposes. As often as wanted until the
 * meeting decides; goes to the speaker and to the secretary (without one, the deputies), in private.
 */
export const sumUp = useCase({
  name: 'year.sum',
  who: ['recorder', 'actingSecretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const taken = takeUp(context, ['open', 'summed']);
    if (taken.kind === 'not') return taken.outcome;
    const { facts, actor, rulebookOf } = context;
    const { year } = taken.state;
    const lines = proposedLines(facts, rulebookOf(year), year);
    if (lines.length === 0) return refuse('year.nobodyListed', { year });
    const changes = record(context, year, { step: 'summary', lines });
    const after = { ...context, facts: facts.with(changes) };
    const state = yearState(after.facts, year);
    const said = {
      table: keepPrivate(tableOf(after, state)),
      progress: keepPrivate(progressOf(after, state)),
    };
    const others = secretariat(facts).filter(({ id }) => id !== actor.id);
    return done({
      changes,
      ids: [year],
      replies: [toSpeaker('year.summed', said), ...others.map(({ id }) => toPerson(id, 'year.summed', said))],
    });
  },
});
