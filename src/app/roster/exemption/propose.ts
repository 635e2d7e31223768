import { z } from 'zod';
import type { Facts } from '../../../domain/branch/facts.js';
import { categoryOf, holders, personOf, refById, refOf } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { keepPrivate } from '../../../domain/private.js';
import { accountsOf } from '../../../domain/roster/accounts.js';
import { isReady } from '../../../domain/matters/kinds.js';
import { barredFrom } from '../../../domain/rulings/four-eyes.js';
import { openMatter } from '../../../domain/matters/open-matter.js';
import type { ExemptionMatter } from '../../../domain/rulings/rows.js';
import { isTooLong, longestText } from '../../free-text.js';
import { storeAttachments } from '../../matters/materials.js';
import { announceReady, firstInLine, insteadOf } from '../../matters/announce.js';
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

const answer = z.strictObject({ number: z.int() });

/**
 * `/同意 N`: by the member; to all others no such number exists. Where the recorder enters it, the signed paper is
 * material that the ruler reads (SPEC §3, `/代`).
 */
export const consentToExemption = useCase({
  name: 'roster.consent',
  who: 'everybody',
  offeredTo: 'members',
  place: 'private',
  byProxy: 'signedPaper',
  input: answer,
  run: (context, { number }) => {
    const { facts, rulebook, actor, now, kinds } = context;
    const matter = ownExemption(context, number);
    if (matter === undefined)
      return refuse(waitsForRuling(context, number) ? 'rulings.confirmInstead' : 'rulings.noMatter', {
        number,
      });
    if (matter.state !== 'open') return refuse('roster.exemptionOver', { number, state: matter.state });
    if (matter.consentedAt !== null) return refuse('roster.alreadyConsented', { number });
    const consented: ExemptionMatter = { ...matter, consentedAt: now };
    const paper = signedPaper(context, number);
    const changes = [put('matter', consented), ...paper.changes];
    const after = facts.with(changes);
    const said = { asked: askedOf(facts, matter), instead: insteadOf(after, consented) };
    return done({
      changes,
      contents: paper.contents,
      ids: [number],
      replies: [
        toSpeaker('roster.consented', { ...said, entered: context.enteredBy !== null }),
        ...(matter.proposer === actor.id ? [] : [toPerson(matter.proposer, 'roster.consentedTo', said)]),
        ...announceReady({ facts: after, rulebook, kinds }, consented),
      ],
    });
  },
});

/** Whether the speaker said 同意 where an officer confirms. */
function waitsForRuling({ facts, rulebook, actor }: ActorContext, number: number): boolean {
  const matter = facts.get('matter', number);
  return (
    matter !== undefined && isReady(facts, rulebook, matter) && barredFrom(facts, matter, actor) === undefined
  );
}

/** Only with `/代`: consent in person needs no paper. */
function signedPaper({ facts, enteredBy, now, attachments }: ActorContext, number: number) {
  if (enteredBy === null) return { changes: [], contents: [] };
  const files = storeAttachments(facts, attachments);
  const firstNo = facts.of('material', number).length + 1;
  return {
    changes: [...files.changes, ...files.attachTo(number, enteredBy.id, now, firstNo)],
    contents: files.contents,
  };
}

/** `/不同意 N`: closes the matter, even after a consent, until the ruling. */
export const declineExemption = useCase({
  name: 'roster.decline',
  who: 'everybody',
  offeredTo: 'members',
  place: 'private',
  input: answer,
  run: (context, { number }) => {
    const { facts, actor } = context;
    const matter = ownExemption(context, number);
    if (matter === undefined) return refuse('roster.nothingToDecline', { number });
    if (matter.state !== 'open') return refuse('roster.exemptionOver', { number, state: matter.state });
    const rulers = matter.consentedAt === null ? [] : firstInLine(facts, matter).map(({ id }) => id);
    const told = new Set([matter.proposer, ...rulers]);
    told.delete(actor.id);
    const asked = askedOf(facts, matter);
    return done({
      changes: [put('matter', { ...matter, state: 'closed' })],
      ids: [number],
      replies: [
        toSpeaker('roster.declined', { asked }),
        ...[...told].map((person) => toPerson(person, 'roster.declinedTo', { asked })),
      ],
    });
  },
});

function ownExemption({ facts, actor }: ActorContext, number: number): ExemptionMatter | undefined {
  const matter = facts.get('matter', number);
  return matter?.kind === 'exemption' && matter.subject === actor.id ? matter : undefined;
}
