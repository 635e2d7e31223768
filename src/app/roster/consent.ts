import { z } from 'zod';
import { put, type Change } from '../../domain/branch/rows.js';
import { isReady } from '../../domain/matters/kinds.js';
import { asksOwnWord } from '../../domain/roster/matter.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import type { BindingMatter, ExemptionMatter } from '../../domain/rulings/rows.js';
import { announceReady, firstInLine, insteadOf } from '../matters/announce.js';
import { storeAttachments } from '../matters/materials.js';
import { toAccount, toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';
import { refById } from '../../domain/branch/people.js';
import { askedOf } from './exemption/propose.js';

/** What nobody decides on without the word of the person it is about. */
type Consentable = ExemptionMatter | BindingMatter;

const answer = z.strictObject({ number: z.int() });

/**
 * `/同意 N`: by the member; to all others no such number exists. Where the recorder enters it, the signed paper is
 * material that the ruler reads (SPEC §3, `/代`).
 */
export const giveConsent = useCase({
  name: 'roster.consent',
  who: 'everybody',
  offeredTo: 'members',
  place: 'private',
  byProxy: 'signedPaper',
  input: answer,
  run: (context, { number }) => {
    const { facts, rulebook, now, kinds } = context;
    const matter = ownMatter(context, number);
    if (matter === undefined)
      return refuse(waitsForRuling(context, number) ? 'rulings.confirmInstead' : 'rulings.noMatter', {
        number,
      });
    if (matter.state !== 'open') return refuse('roster.exemptionOver', { number, state: matter.state });
    if (isGiven(matter)) return refuse('roster.alreadyConsented', { number });
    const consented: Consentable = { ...matter, consentedAt: now };
    const paper = signedPaper(context, number);
    const changes = [put('matter', consented), ...paper.changes];
    const after = { facts: facts.with(changes), rulebook, kinds };
    return done({
      changes,
      contents: paper.contents,
      ids: [number],
      replies: [
        ...consentHeard({ ...context, facts: after.facts }, consented),
        ...announceReady(after, consented),
      ],
    });
  },
});

export function isGiven({ consentedAt }: Consentable): boolean {
  return consentedAt !== null && consentedAt !== undefined;
}

function consentHeard({ facts, actor, enteredBy }: ActorContext, matter: Consentable): readonly Reply[] {
  const { number, proposer } = matter;
  const instead = insteadOf(facts, matter, actor);
  if (matter.kind === 'binding') return [toSpeaker('roster.bindingConsented', { number, instead })];
  const said = { asked: askedOf(facts, matter), instead };
  return [
    toSpeaker('roster.consented', { ...said, entered: enteredBy !== null }),
    ...(proposer === actor.id ? [] : [toPerson(proposer, 'roster.consentedTo', said)]),
  ];
}

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
export const declineConsent = useCase({
  name: 'roster.decline',
  who: 'everybody',
  offeredTo: 'members',
  place: 'private',
  input: answer,
  run: (context, { number }) => {
    const matter = ownMatter(context, number);
    if (matter === undefined) return refuse('roster.nothingToDecline', { number });
    if (matter.state !== 'open') return refuse('roster.exemptionOver', { number, state: matter.state });
    const change: Change = put('matter', { ...matter, state: 'closed' });
    return done({ changes: [change], ids: [number], replies: declineHeard(context, matter) });
  },
});

function declineHeard({ facts, actor }: ActorContext, matter: Consentable): readonly Reply[] {
  const { number, subject, proposer } = matter;
  const rulers = isGiven(matter) ? firstInLine(facts, matter).map(({ id }) => id) : [];
  if (matter.kind === 'binding') {
    const told = { number, person: refById(facts, subject), left: false };
    return [
      toSpeaker('roster.bindingDeclined', { number }),
      toAccount(matter, 'roster.bindingDeclinedTo', told),
      ...rulers.map((ruler) => toPerson(ruler, 'roster.bindingDeclinedTo', told)),
    ];
  }
  const told = new Set([proposer, ...rulers]);
  told.delete(actor.id);
  const asked = askedOf(facts, matter);
  return [
    toSpeaker('roster.declined', { asked }),
    ...[...told].map((person) => toPerson(person, 'roster.declinedTo', { asked })),
  ];
}

/** What waits for the speaker's own word, or has it and is not ruled yet. */
export function ownWordAsked(context: ActorContext): readonly Consentable[] {
  return context.facts.open().flatMap(({ number }) => ownMatter(context, number) ?? []);
}

function ownMatter({ facts, actor }: ActorContext, number: number): Consentable | undefined {
  const matter = facts.get('matter', number);
  if (matter?.subject !== actor.id) return undefined;
  if (matter.kind === 'exemption') return matter;
  return matter.kind === 'binding' && (isGiven(matter) || asksOwnWord(facts, matter)) ? matter : undefined;
}
