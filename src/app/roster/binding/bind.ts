import { z } from 'zod';
import { openMatter } from '../../../domain/matters/open-matter.js';
import {
  holders,
  holds,
  isHere,
  personOf,
  refById,
  refOf,
  superiors,
  whyNotScored,
  type PersonRef,
  rulingOffices,
} from '../../../domain/branch/people.js';
import { put, type Change } from '../../../domain/branch/rows.js';
import type { BindingMatter } from '../../../domain/rulings/rows.js';
import { announceReady, firstInLine } from '../../matters/announce.js';
import { here, toAccount, toPerson, toSpeaker, type Reply } from '../../reply.js';
import { done, openUseCase, refuse, useCase } from '../../use-case.js';
import type { Facts } from '../../../domain/branch/facts.js';
import type { Account } from '../../../domain/roster/rows.js';
import { accountsOf, isBound, isFromAbove, isWatcher } from '../../../domain/roster/accounts.js';
import { asksOwnWord } from '../../../domain/roster/matter.js';
import { keepPrivate } from '../../../domain/private.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import type { Newcomer } from '../says.js';

/**
 * `/绑定 姓名`: an account says whose it is, and an officer who knows the person rules. Subject and proposer are that
 * person, so that no one can confirm a second account of their own.
 */
export const requestBinding = openUseCase({
  name: 'roster.requestBinding',
  who: 'strangers',
  offeredTo: 'unbound',
  place: 'anywhere',
  input: z.strictObject({ person: z.int() }),
  run: ({ facts, rulebook, actor, speaker, now, kinds }, { person: id }) => {
    const person = refOf(facts, personOf(facts, id));
    if (actor !== null && isHere(actor)) {
      return actor.id === id
        ? refuse('roster.alreadyYours', { person })
        : refuse('roster.accountTaken', { person: refOf(facts, actor) });
    }
    const { channel, login = null } = speaker;
    if (isFromAbove(personOf(facts, id)) && !isBound(facts, id, channel, login))
      return refuse('roster.codeOnly', { person });
    const earlier = openRequests(facts, speaker);
    const same = earlier.find((matter) => matter.subject === id);
    if (same !== undefined) return refuse('roster.bindingOpen', { number: same.number, person });
    const matter: BindingMatter = {
      ...openMatter(facts, now, { subject: id, proposer: id }),
      kind: 'binding',
      ...speaker,
    };
    // After a mistyped name people ask again: only the last request of an account counts.
    const changes: Change[] = [
      ...earlier.map((old) => put('matter', { ...old, state: 'withdrawn' })),
      put('matter', matter),
    ];
    const after = facts.with(changes);
    const rulers = firstInLine(after, matter).map((ruler) => refOf(after, ruler));
    const asked = refById(after, id);
    const wanted = ownWordWanted(after, matter);
    return done({
      changes,
      ids: [matter.number],
      replies: [
        here('roster.bindingAsked', {
          number: matter.number,
          person: asked,
          rulers,
          ownWord: wanted.length > 0,
        }),
        ...wanted,
        ...announceReady({ facts: after, rulebook, kinds }, matter),
      ],
    });
  },
});

/** To the known accounts of somebody with an office, while they have not agreed: whether this one is theirs as well. */
export function ownWordWanted(facts: Facts, matter: BindingMatter): readonly Reply[] {
  if (matter.state !== 'open' || matter.consentedAt !== undefined || !asksOwnWord(facts, matter)) return [];
  const { number, subject } = matter;
  const nickname = keepPrivate(matter.nickname);
  return [toPerson(subject, 'roster.ownWordWanted', { number, person: refById(facts, subject), nickname })];
}

/** The account now speaks for the person: its other requests fall away, and any code waiting for the person is void. */
export function bindingChanges(
  facts: Facts,
  account: Pick<Account, 'channel' | 'account' | 'nickname' | 'login'>,
  person: number,
  now: string,
): readonly Change[] {
  return [
    put('account', { ...account, person, boundAt: now }),
    ...facts
      .of('claimCode', person)
      .filter((code) => code.usedAt === null)
      .map((code) => put('claimCode', { ...code, usedAt: now })),
    ...openRequests(facts, account).map((matter) => put('matter', { ...matter, state: 'closed' })),
  ];
}

/** Accounts that ask to speak for the person. */
export function requestsFor(facts: Facts, person: number): readonly BindingMatter[] {
  return facts
    .open()
    .filter((matter): matter is BindingMatter => matter.kind === 'binding' && matter.subject === person);
}

/** Who is the true one has been decided, by a ruling or by the code: the requests of the others fall. */
export function fallingRivals(
  rivals: readonly BindingMatter[],
  person: PersonRef,
): {
  readonly numbers: readonly number[];
  readonly changes: readonly Change[];
  readonly replies: readonly Reply[];
} {
  return {
    numbers: rivals.map(({ number }) => number),
    changes: rivals.map((rival) => put('matter', { ...rival, state: 'closed' })),
    replies: rivals.map((rival) => toAccount(rival, 'roster.bindingFell', { number: rival.number, person })),
  };
}

/** Whose person leaves cannot be bound any more: the accounts that asked hear of it, and who was to rule. */
export function tellRequestsEnded(facts: Facts, person: number): readonly Reply[] {
  return requestsFor(facts, person).flatMap((asked) => {
    const said = { number: asked.number, person: refById(facts, person), left: true };
    // Who was to rule has not heard of it while the known account was asked.
    const waits = asked.consentedAt === undefined && asksOwnWord(facts, asked);
    const rulers = waits ? [] : firstInLine(facts, asked);
    return [
      toAccount(asked, 'roster.bindingDeclinedTo', said),
      ...rulers.map(({ id }) => toPerson(id, 'roster.bindingDeclinedTo', said)),
    ];
  });
}

/** Bindings this account asked for that still await a ruling. */
function openRequests(
  facts: Facts,
  { channel, account }: Pick<Account, 'channel' | 'account'>,
): readonly BindingMatter[] {
  return facts
    .open()
    .filter(
      (matter): matter is BindingMatter =>
        matter.kind === 'binding' && matter.channel === channel && matter.account === account,
    );
}

/**
 * Who hears that the account of somebody with an office was stopped: with it went a pair of eyes, and whoever binds the
 * next one acts in their place.
 */
function watching(facts: Facts, person: number, actor: number): readonly number[] {
  if (!isWatcher(facts, person)) return [];
  const officers = rulingOffices.flatMap((office) => holders(facts, office));
  const told = new Set([...officers, ...superiors(facts)].map(({ id }) => id));
  return [...told].filter((id) => id !== person && id !== actor);
}

/**
 * `/解绑 姓名 [序号]`: the account of a lost phone loses its voice. No one does it to themselves: the deputy or the superior
 * committee removes the secretary's.
 */
export const unbindAccount = useCase({
  name: 'roster.unbind',
  who: ['secretary', 'deputySecretary', 'superior'],
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), which: z.int().nullable() }),
  run: ({ facts, actor, now }, { person: id, which }) => {
    const person = refOf(facts, personOf(facts, id));
    if (id === actor.id) return refuse('roster.unbindOwn', { person });
    const accounts = accountsOf(facts, id);
    const [only, ...others] = accounts;
    if (only === undefined) return refuse('roster.noAccount', { person });
    const chosen = which === null ? (others.length === 0 ? only : undefined) : accounts[which - 1];
    if (chosen === undefined) {
      const rows = accounts.map(({ nickname, boundAt }) => ({ nickname, boundAt }));
      return done({ replies: [toSpeaker('roster.whichAccount', { person, rows: keepPrivate(rows) })] });
    }
    const left = accounts.length - 1;
    const told = { branch: facts.branch.name, person, by: refOf(facts, actor) };
    return done({
      changes: [put('account', { ...chosen, unboundAt: now, unboundBy: actor.id })],
      ids: [id],
      replies: [
        here('roster.unbound', { person, left }),
        ...(left > 0 ? [toPerson(id, 'roster.unboundTo', { person, by: refOf(facts, actor) })] : []),
        ...watching(facts, id, actor.id).map((one) => toPerson(one, 'roster.officerUnbound', told)),
      ],
    });
  },
});

/** As whom they are welcomed. */
export function newcomer(facts: Facts, rulebook: Rulebook, id: number): Newcomer {
  const person = personOf(facts, id);
  if (person.kind !== 'member') return person.kind;
  if (holds(facts, id, 'recorder')) return 'recorder';
  return whyNotScored(rulebook, person) === undefined ? 'scored' : 'unscored';
}
