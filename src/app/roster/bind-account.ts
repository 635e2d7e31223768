import { accountsOf } from '../../domain/roster/accounts.js';
import { refById } from '../../domain/branch/people.js';
import type { BindingMatter } from '../../domain/rulings/rows.js';
import type { Effect } from '../matters/kind.js';
import { waitingFor } from '../matters/waiting.js';
import { toPerson } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { bindingChanges } from './binding-changes.js';

/** The account speaks for the person from now on, and hears so: it is the newest of his accounts. */
export function bindAccount({ facts, rulebook, actor, now }: ActorContext, matter: BindingMatter): Effect {
  const { subject, channel, account, nickname, login, number } = matter;
  const person = refById(facts, subject);
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
      toPerson(subject, 'roster.bound', { person, ruler: refById(facts, actor.id) }),
      ...(isFirst ? waitingFor(facts.with(changes), rulebook, subject) : []),
    ],
  };
}
