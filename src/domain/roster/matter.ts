import type { Facts } from '../branch/facts.js';
import type { KindRules } from '../matters/kind.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { BindingMatter, ExemptionMatter, StatusMatter } from '../rulings/rows.js';
import { isBound, isWatcher } from './accounts.js';
import type { Person, Standing } from './rows.js';

/**
 * Who silenced somebody with an office does not choose the voice that speaks for them next; and while they have one,
 * nobody gives them a second without their own word.
 */
export const binding: KindRules<BindingMatter> = {
  columns: [],
  isQuiet: () => false,
  isReady: (facts, _rulebook, matter) => matter.consentedAt !== undefined || !asksOwnWord(facts, matter),
  barredFrom: (facts, { subject }, { id }) =>
    isWatcher(facts, subject) && tookAway(facts, subject, id) ? 'unboundThem' : undefined,
  fallsWithLeaving: true,
};

/** An account that could rule, or look on, in somebody's place: their known account on this channel has to agree. */
export function asksOwnWord(facts: Facts, { subject, channel, login }: BindingMatter): boolean {
  return isWatcher(facts, subject) && isBound(facts, subject, channel, login ?? null);
}

/** Whether this person took an account away from them, and nobody else has given them one since. */
function tookAway(facts: Facts, subject: number, id: number): boolean {
  const accounts = facts.of('account', subject);
  return accounts.some(
    ({ unboundAt, unboundBy }) =>
      unboundAt !== undefined && unboundBy === id && accounts.every(({ boundAt }) => boundAt <= unboundAt),
  );
}

/** Nothing is ruled without the member's own consent (annex 1, first paragraph). */
export const exemption: KindRules<ExemptionMatter> = {
  columns: [],
  isQuiet: () => true,
  isReady: (_facts, _rulebook, { consentedAt }) => consentedAt !== null,
  fallsWithLeaving: true,
};

/** Private as an exemption is; a change that something else has overtaken is not ruled any more. */
export const status: KindRules<StatusMatter> = {
  columns: [],
  isQuiet: () => true,
  isReady: (facts, _rulebook, { subject, from }) => {
    const person = facts.get('person', subject);
    return person !== undefined && isSameStanding(person, from);
  },
};

export function standingOf({ category, probationary, leftHow }: Standing): Standing {
  return { category, probationary, leftHow };
}

/** Whether what the ruling brought about still is so, with the member here: then it can be taken back. */
export function stillStands(facts: Facts, { subject, to }: StatusMatter): boolean {
  const person = facts.get('person', subject);
  return person !== undefined && person.leftOn === null && isSameStanding(person, to);
}

function isSameStanding(one: Standing, other: Standing): boolean {
  return (
    one.category === other.category &&
    one.probationary === other.probationary &&
    one.leftHow === other.leftHow
  );
}

/** Whether a change alters if somebody is scored, rated, votes or is a member: then two decide on it. */
export function wantsRuling(rulebook: Rulebook, before: Standing, after: Standing): boolean {
  return (
    isScored(rulebook, before) !== isScored(rulebook, after) ||
    before.probationary !== after.probationary ||
    before.leftHow !== after.leftHow
  );
}

export function isScored(
  { categories }: Pick<Rulebook, 'categories'>,
  { category }: Pick<Standing, 'category'>,
): boolean {
  return categories.find(({ id }) => id === category)?.scored === true;
}

/**
 * A member of the same name, here or gone, with another standing: the same human being under a second number would be
 * rid of scoring, or of a probation, without a ruling.
 */
export function unlikeNamesake(
  facts: Facts,
  rulebook: Rulebook,
  name: string,
  standing: Standing,
): Person | undefined {
  return facts
    .all('person')
    .find(
      (other) =>
        other.kind === 'member' &&
        other.name === name &&
        wantsRuling(rulebook, { ...standingOf(other), leftHow: null }, standing),
    );
}
