import { materialTexts, openPointsCards } from '../../matters/points.js';
import { consentWanted, askedOf } from './propose.js';
import { giveConsent } from '../consent.js';
import { personOf, refById, superiors } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { keepPrivate } from '../../../domain/private.js';
import { fallsWithLeaving } from '../../../domain/matters/kinds.js';
import { rosterChanges } from '../../../domain/roster/changes.js';
import type { ExemptionMatter } from '../../../domain/rulings/rows.js';
import type { Effect, Kind } from '../../matters/kind.js';
import { toPerson, toSpeaker, type Reply } from '../../reply.js';
import type { ActorContext } from '../../use-case.js';
import { followAudience } from '../due.js';

export const exemption: Kind<ExemptionMatter> = {
  card: (looking, { number, subject, exempt, reason, consentedAt }) => ({
    kind: 'exemption',
    exempt,
    reason,
    consented: consentedAt !== null,
    materials: materialTexts(looking.facts, number),
    loses: exempt ? openPointsCards(looking, subject) : [],
  }),
  carryOut: carry,
  correction: { refusal: 'correctOther' },
  goesWithOthers: () => false,
  notReady: ({ facts }, { number, subject }) => ({
    kind: 'noConsent',
    number,
    subject: refById(facts, subject),
  }),
  awaited: (_looking, { subject }) => [{ person: subject, step: 'consent' }],
  asked: ({ facts }, matter) => consentWanted(facts, matter),
  said: [{ by: giveConsent.name, of: (_facts, { subject, consentedAt }) => [[subject, consentedAt]] }],
  subjectHearsWithdrawal: true,
};

/**
 * The member is now out of scoring, or in it again. Their entries stay and count again on return (reversible); other
 * open matters about them need rulings of their own, and the ruler sees which numbers.
 */
function carry(context: ActorContext, matter: ExemptionMatter): Effect {
  const { facts, actor, today } = context;
  const { number, subject, proposer } = matter;
  const before = personOf(facts, subject);
  const after = { ...before, exempt: matter.exempt };
  const changed = [put('person', after), ...rosterChanges(facts, before, after, today, actor.id)];
  const follows = followAudience(context, facts.with(changed), subject);
  const asked = askedOf(facts, matter);
  const [by, ruler] = [refById(facts, proposer), refById(facts, actor.id)];
  const reported = { branch: facts.branch.name, asked, proposer: by, ruler };
  return {
    changes: [...changed, ...follows.changes],
    result: { kind: 'exempted', number, subject: refById(facts, subject), exempt: matter.exempt },
    replies: [
      toPerson(subject, 'roster.exempted', { asked }),
      ...follows.replies,
      ...(proposer === subject ? [] : [toPerson(proposer, 'roster.exemptedTo', { asked })]),
      ...superiors(facts)
        .filter(({ id }) => id !== actor.id)
        .map(({ id }) => toPerson(id, 'roster.exemptionReported', reported)),
      ...staysOpen(context, matter),
    ],
  };
}

function staysOpen({ facts }: ActorContext, matter: ExemptionMatter): readonly Reply[] {
  const numbers = facts
    .of('matter', matter.subject)
    .filter((other) => other.state === 'open' && !fallsWithLeaving(other))
    .map(({ number }) => number);
  if (numbers.length === 0) return [];
  const person = keepPrivate(refById(facts, matter.subject));
  return [toSpeaker('roster.exemptLeavesOpen', { person, numbers, exempt: matter.exempt })];
}
