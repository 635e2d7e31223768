import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holds, refById } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import {
  doneSince,
  lowAgain,
  mayGetAwards,
  ratedIn,
  wantsTalk,
  yearOfResults,
  type Rated,
} from '../../domain/year/follow-up.js';
import { isArchived } from '../../domain/year/archived.js';
import { isDecided, yearState } from '../../domain/year/state.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { followUpLine } from './follow-ups.js';
import type { ListedMember } from './views.js';

/** `/年度 名单 评优|谈话|两年` (annex 1, 考核应用): lists for those who act on them, in private; ranks only for the secretary. */
export const showYearList = useCase({
  name: 'year.list',
  who: ['secretary', 'deputySecretary', 'superior'],
  place: 'anywhere',
  input: z.strictObject({ list: z.enum(['awards', 'talks', 'twoYears']) }),
  run: (context, { list }) => {
    if (list === 'twoYears') return twoYears(context);
    const { facts, today } = context;
    const year = yearOfResults(facts, today);
    if (year === undefined) return refuse('year.noResults', {});
    return list === 'awards' ? awards(context, year) : talks(context, year);
  },
});

function awards(context: ActorContext, year: number): Outcome {
  const { facts, rulebookOf } = context;
  const rulebook = rulebookOf(year);
  const members = ratedIn(facts, rulebook, year)
    .filter((rated) => mayGetAwards(rulebook, rated))
    .map((rated) => ({ ...listed(context, rated), place: null }));
  return done({
    replies: [
      toSpeaker('year.listAwards', { year, members: keepPrivate(members), decided: isSettled(facts, year) }),
    ],
  });
}

function talks(context: ActorContext, year: number): Outcome {
  const { facts, actor, rulebookOf } = context;
  const rulebook = rulebookOf(year);
  const members = ratedIn(facts, rulebook, year)
    .filter((rated) => wantsTalk(rulebook, rated))
    .map((rated) => ({
      ...listed(context, rated),
      done: doneSince(facts, rated.person, year).map((row) => followUpLine(facts, row)),
    }));
  const records = actor.kind !== 'superior';
  const decided = isSettled(facts, year);
  return done({
    replies: [toSpeaker('year.listTalks', { year, members: keepPrivate(members), records, decided })],
  });
}

function twoYears(context: ActorContext): Outcome {
  const { facts, rulebook, today } = context;
  const members = lowAgain(facts, rulebook, today).map(({ person, years, outcome }) => ({
    person: refById(facts, person),
    years: years.map(({ year, result }) => {
      const { total, supplemented, place, imported } = listed(context, result);
      return { year, total, supplemented, place, imported };
    }),
    outcome,
  }));
  return done({ replies: [toSpeaker('year.listTwoYears', { members: keepPrivate(members) })] });
}

/** Before the meeting has decided, tiers are only proposed. */
function isSettled(facts: Facts, year: number): boolean {
  return isArchived(facts, year) || isDecided(yearState(facts, year));
}

function listed(
  { facts, actor }: ActorContext,
  { person, total, now, tier, rank, of, imported }: Rated,
): ListedMember {
  const place = holds(facts, actor.id, 'secretary') ? { rank, of } : null;
  const supplemented = now === total ? null : now;
  return { person: refById(facts, person), total, supplemented, tier, place, imported };
}
