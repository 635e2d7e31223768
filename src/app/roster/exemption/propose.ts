import { z } from 'zod';
import type { Facts } from '../../../domain/branch/facts.js';
import { categoryOf, holders, personOf, refById, refOf } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { keepPrivate } from '../../../domain/private.js';
import { accountsOf } from '../../../domain/roster/accounts.js';
import { openMatter } from '../../../domain/matters/open-matter.js';
import type { ExemptionMatter } from '../../../domain/rulings/rows.js';
import { isTooLong, longestText } from '../../free-text.js';
import { toPerson, toSpeaker, type Reply } from '../../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';

/**
 * `/不列入 姓名 [事由]`, `/列入 姓名 [事由]`: asks to take a member out of scoring, or back in. The member is asked first; only with
 * their consent does an officer rule (annex 1, first paragraph).
 */
export const proposeExemption = useCase({
  name: 'roster.exempt',
  who: ['secretary', 'deputySecretary'],
  place: 'private',
  input: z.strictObject({ person: z.int(), exempt: z.boolean(), reason: z.string().nullable() }),
  run: (context, { person: id, exempt, reason }) => {
    if (reason !== null && isTooLong(reason)) return refuse('rulings.textTooLong', { most: longestText });
    const refused = refusal(context, id, exempt);
    if (refused !== undefined) return refused;
    const { facts, actor, now } = context;
    const matter: ExemptionMatter = {
      ...openMatter(facts, now, { subject: id, proposer: actor.id }),
      kind: 'exemption',
      exempt,
      reason,
      consentedAt: null,
    };
    const hasAccount = accountsOf(facts, id).length > 0;
    return done({
      changes: [put('matter', matter)],
      ids: [matter.number],
      replies: [
        toSpeaker('roster.exemptionOpened', { asked: askedOf(facts, matter), hasAccount }),
        ...consentWanted(facts, matter),
      ],
    });
  },
});

function refusal({ facts, rulebook, actor }: ActorContext, id: number, exempt: boolean): Outcome | undefined {
  const member = personOf(facts, id);
  const person = refOf(facts, member);
  // Nobody proposes it for themselves where another officer can (issue 12, §1).
  const others = [...holders(facts, 'secretary'), ...holders(facts, 'deputySecretary')].filter(
    (officer) => officer.id !== actor.id,
  );
  if (id === actor.id && others.length > 0)
    return refuse('roster.ownStatus', { others: others.map((officer) => refOf(facts, officer)) });
  const waiting = exemptionsOf(facts, id)[0];
  if (waiting !== undefined) {
    const { number, consentedAt } = waiting;
    return refuse('roster.exemptionWaits', { number, person, consented: consentedAt !== null });
  }
  if (!exempt) return member.exempt ? undefined : refuse('roster.notExempt', { person });
  if (member.exempt) return refuse('roster.alreadyExempt', { person });
  return categoryOf(rulebook, member)?.scored === true
    ? undefined
    : refuse('roster.notScoredAnyway', { person });
}

/** What still waits for the member's consent or for its ruling. */
function exemptionsOf(facts: Facts, person: number): readonly ExemptionMatter[] {
  return facts
    .of('matter', person)
    .filter((matter): matter is ExemptionMatter => matter.kind === 'exemption' && matter.state === 'open');
}

export function askedOf(facts: Facts, { number, subject, exempt }: ExemptionMatter) {
  return keepPrivate({ number, person: refById(facts, subject), exempt });
}

/** The request to a member who has not answered yet. */
export function consentWanted(facts: Facts, matter: ExemptionMatter): readonly Reply[] {
  if (matter.state !== 'open' || matter.consentedAt !== null) return [];
  const { subject, proposer, reason } = matter;
  const by = refById(facts, proposer);
  const asked = askedOf(facts, matter);
  return [toPerson(subject, 'roster.consentWanted', { asked, reason: keepPrivate(reason), by })];
}
