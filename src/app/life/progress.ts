import { z } from 'zod';
import { countedActivities, keptSince, monthsOf, progressOfAll } from '../../domain/attendance/quota.js';
import { refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { toPerson, type Reply } from '../reply.js';
import { done, openUseCase, type Context } from '../use-case.js';
import { lifeKeepers } from './keepers.js';
import type { BehindLine } from './says.js';

type Known = ReturnType<typeof progressOfAll>;

/**
 * Once a quarter everybody hears his own number, and recorder and secretary who is behind: a warning, never a
 * deduction, never in the group (annex 2, item 16; SPEC §2). A branch that has closed no such activity this year keeps
 * its register elsewhere, and nobody is told that he attended nothing.
 */
export const sendProgress = openUseCase({
  name: 'life.progress',
  who: 'clock',
  place: 'anywhere',
  /** `until`: the last day of the quarter. */
  input: z.strictObject({ until: z.string() }),
  run: (context, { until }) => {
    const { facts, rulebook } = context;
    if (countedActivities(facts, rulebook, until).length === 0) return done({ replies: [] });
    const all = progressOfAll(facts, rulebook, until);
    return done({ replies: [...toEach(context, all, until), ...toKeepers(context, all, until)] });
  },
});

function toEach({ facts }: Context, all: Known, until: string): readonly Reply[] {
  const year = yearOf(until);
  const since = keptSince(facts, year);
  return all
    .filter(({ person }) => accountsOf(facts, person.id).length > 0)
    .map(({ person, progress: { quota, attended } }) => {
      const partOfYear = monthsOf(facts, person, year, 12) < 12;
      const own = { person: refOf(facts, person), year, until, quota, attended, partOfYear, since };
      return toPerson(person.id, 'life.progress', { progress: keepPrivate(own) });
    });
}

function toKeepers({ facts }: Context, all: Known, until: string): readonly Reply[] {
  const lines = all
    .filter(({ progress }) => progress.attended < progress.expected)
    .map(({ person, progress }): BehindLine => {
      const hasAccount = accountsOf(facts, person.id).length > 0;
      return { person: refOf(facts, person), ...progress, hasAccount };
    });
  const year = yearOf(until);
  const since = keptSince(facts, year);
  const said = { year, until, members: all.length, since, lines: keepPrivate(lines) };
  return lines.length === 0 ? [] : lifeKeepers(facts).map((id) => toPerson(id, 'life.behind', said));
}
