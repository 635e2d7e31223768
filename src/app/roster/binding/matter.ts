import { toAccount, toPerson } from '../../reply.js';
import { officesOf, personOf, refOf, refById } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import type { Facts } from '../../../domain/branch/facts.js';
import { accountsOf } from '../../../domain/roster/accounts.js';
import type { BindingMatter } from '../../../domain/rulings/rows.js';
import type { Effect, Kind, Looking } from '../../matters/kind.js';
import { waitingFor } from '../../matters/waiting.js';
import type { ActorContext } from '../../use-case.js';
import { bindingChanges } from './bind.js';

export const binding: Kind<BindingMatter> = {
  card: ({ facts }, matter) => ({
    kind: 'binding',
    nickname: matter.nickname,
    account: matter.account,
    rivals: rivalsOf(facts, matter),
    hasAccount: accountsOf(facts, matter.subject).length > 0,
  }),
  carryOut: bind,
  correction: { refusal: 'correctBinding' },
  goesWithOthers: isPlain,
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

/** Nobody else claims to be this person, nobody ever spoke for them, and they hold no office. */
function isPlain({ facts }: Looking, matter: BindingMatter): boolean {
  const { subject } = matter;
  const { kind } = personOf(facts, subject);
  return (
    (kind === 'member' || kind === 'mass') &&
    rivalsOf(facts, matter).length === 0 &&
    facts.of('account', subject).length === 0 &&
    officesOf(facts, subject).length === 0
  );
}

function rivalsOf(facts: Facts, { number, subject }: BindingMatter): readonly number[] {
  return facts
    .open()
    .filter((other) => other.kind === 'binding' && other.subject === subject)
    .map((other) => other.number)
    .filter((other) => other !== number);
}

/** The account now speaks for the person, and hears so as the newest of theirs. */
function bind({ facts, rulebook, kinds, actor, now }: ActorContext, matter: BindingMatter): Effect {
  const { subject, channel, account, nickname, login, number } = matter;
  const person = refById(facts, subject);
  const { kind } = personOf(facts, subject);
  const changes = bindingChanges(
    facts,
    { channel, account, nickname, ...(login === undefined ? {} : { login }) },
    subject,
    now,
  );
  const isFirst = accountsOf(facts, subject).length === 0;
  return {
    changes,
    result: { kind: 'bound', number, subject: person },
    replies: [
      toPerson(subject, 'roster.bound', { person, ruler: refById(facts, actor.id), kind }),
      ...(isFirst ? waitingFor({ facts: facts.with(changes), rulebook, kinds }, subject) : []),
    ],
  };
}
