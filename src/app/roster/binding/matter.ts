import { toAccount, toPerson } from '../../reply.js';
import { officesOf, personOf, refOf, refById } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import type { Facts } from '../../../domain/branch/facts.js';
import type { Account } from '../../../domain/roster/rows.js';
import { accountsOf } from '../../../domain/roster/accounts.js';
import type { BindingMatter } from '../../../domain/rulings/rows.js';
import type { Effect, Kind, Looking } from '../../matters/kind.js';
import { waitingFor } from '../../matters/waiting.js';
import type { ActorContext } from '../../use-case.js';
import { bindingChanges, fallingRivals, newcomer, ownWordWanted, requestsFor } from './bind.js';

export const binding: Kind<BindingMatter> = {
  card: ({ facts }, matter) => ({
    kind: 'binding',
    nickname: matter.nickname,
    account: matter.account,
    rivals: rivalsOf(facts, matter).map((rival) => rival.number),
    hasAccount: accountsOf(facts, matter.subject).length > 0,
    consented: matter.consentedAt !== undefined,
  }),
  carryOut: bind,
  correction: { refusal: 'correctBinding' },
  // Nobody ever spoke for them either.
  goesWithOthers: (looking, matter) =>
    !isDoubtful(looking, matter) && looking.facts.of('account', matter.subject).length === 0,
  isAlone: isDoubtful,
  notReady: ({ facts }, { number, subject }) => ({
    kind: 'noConsent',
    number,
    subject: refById(facts, subject),
  }),
  awaited: (_looking, { subject }) => [{ person: subject, step: 'consent' }],
  asked: ({ facts }, matter) => ownWordWanted(facts, matter),
  // Until the binding is confirmed only the account itself can hear the answer.
  rejected: ({ facts }, matter, reason) => ({
    changes: [],
    replies: [
      toAccount(matter, 'rulings.bindingRejected', {
        number: matter.number,
        subject: refById(facts, matter.subject),
        reason: keepPrivate(reason),
      }),
    ],
  }),
  returned: ({ facts, actor }, matter, text) =>
    toAccount(matter, 'rulings.bindingReturned', {
      number: matter.number,
      by: refOf(facts, actor),
      text: keepPrivate(text),
    }),
};

/** Somebody else claims to be this person, speaks for them now, or they hold an office. */
function isDoubtful({ facts }: Looking, matter: BindingMatter): boolean {
  const { subject } = matter;
  const { kind } = personOf(facts, subject);
  return (
    (kind !== 'member' && kind !== 'mass') ||
    rivalsOf(facts, matter).length > 0 ||
    speaking(facts, matter).length > 0 ||
    officesOf(facts, subject).length > 0
  );
}

/** Accounts that speak for the person now; those of an earlier login of the channel are void. */
function speaking(facts: Facts, { subject, channel, login }: BindingMatter): readonly Account[] {
  return accountsOf(facts, subject).filter(
    (known) => known.channel !== channel || login === undefined || known.login === login,
  );
}

function rivalsOf(facts: Facts, { number, subject }: BindingMatter): readonly BindingMatter[] {
  return requestsFor(facts, subject).filter((other) => other.number !== number);
}

/**
 * The account now speaks for the person, and hears so as the newest of theirs. Whoever spoke for them before hears of it,
 * and the rival requests fall: who is the true one has been decided.
 */
function bind({ facts, rulebook, kinds, actor, now }: ActorContext, matter: BindingMatter): Effect {
  const { subject, channel, account, nickname, login, number } = matter;
  const person = refById(facts, subject);
  const kind = newcomer(facts, rulebook, subject);
  const rivals = fallingRivals(rivalsOf(facts, matter), person);
  const bound = { channel, account, nickname, ...(login === undefined ? {} : { login }) };
  const changes = [...bindingChanges(facts, bound, subject, now), ...rivals.changes];
  const ruler = refById(facts, actor.id);
  const isFirst = accountsOf(facts, subject).length === 0;
  return {
    changes,
    result: { kind: 'bound', number, subject: person, fell: rivals.numbers },
    replies: [
      toPerson(subject, 'roster.bound', { person, ruler, kind }),
      ...speaking(facts, matter).map((known) =>
        toAccount(known, 'roster.boundAnother', { person, ruler, nickname: keepPrivate(nickname) }),
      ),
      ...rivals.replies,
      ...(isFirst ? waitingFor({ facts: facts.with(changes), rulebook, kinds }, subject) : []),
    ],
  };
}
