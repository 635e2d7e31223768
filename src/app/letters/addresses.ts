import type { HandlerDeps, Incoming } from '../incoming.js';
import type { Chat } from '../ports/channel.js';
import type { Letter } from '../ports/store/store.js';
import type { Reply } from '../reply.js';
import type { Facts } from '../../domain/branch/facts.js';
import { personOf } from '../../domain/branch/people.js';
import { accountsOn } from '../../domain/roster/accounts.js';
import type { Person } from '../../domain/roster/rows.js';

interface Address {
  readonly channel: string;
  /** Null: the person cannot be reached yet. */
  readonly chat: Chat | null;
}

/** Where a reply goes; nowhere when no one is left to hear it (the dead are left in peace). */
export function addressesOf(
  deps: HandlerDeps,
  incoming: Incoming,
  facts: Facts,
  to: Reply['to'],
): readonly Address[] {
  const { channel } = deps;
  const { speaker } = incoming;
  const at = (chat: Chat | null): readonly Address[] => [{ channel, chat }];
  if (to === 'here') return speaker === null ? [] : at(speaker.chat);
  if (to === 'speaker') return speaker === null ? [] : at({ kind: 'private', account: speaker.account });
  if (to === 'group') return groupsOf(deps, incoming.branch);
  if (typeof to === 'object')
    return [
      {
        channel: to.channel,
        chat: 'group' in to ? { kind: 'group', id: to.group } : { kind: 'private', account: to.account },
      },
    ];
  const person: Person = personOf(facts, to);
  if (person.leftHow === 'deceased') return [];
  const account = accountsOn(facts, to, channel, deps.login()).at(-1);
  return at(account === undefined ? null : { kind: 'private', account: account.account });
}

/** The branch's group, and the groups of the channels that only send, or theirs instead. */
function groupsOf({ store, channel, broadcasts }: HandlerDeps, branch: string): readonly Address[] {
  const bound = broadcasts.flatMap((broadcast) => {
    const id = store.groupOf(branch, broadcast.channel);
    return id === undefined ? [] : [{ ...broadcast, chat: { kind: 'group', id } as const }];
  });
  const id = store.groupOf(branch, channel);
  const main: Address = { channel, chat: id === undefined ? null : { kind: 'group', id } };
  const isReplaced = bound.some(({ instead }) => instead);
  return [...(isReplaced ? [] : [main]), ...bound];
}

/** In the chat where the message was heard it can be answered directly, while the channel lets us. */
export function replyHandle(
  deps: HandlerDeps,
  { speaker }: Incoming,
  channel: string,
  chat: Chat | null,
): Pick<Letter, 'reply'> {
  if (speaker?.reply === undefined || chat === null || channel !== deps.channel) return {};
  return isSame(speaker.chat, chat) ? { reply: speaker.reply } : {};
}

function isSame(one: Chat, other: Chat): boolean {
  return one.kind === 'group'
    ? other.kind === 'group' && one.id === other.id
    : other.kind === 'private' && one.account === other.account;
}

/** Who is called in a group: everybody, or some by name. */
export function mentionsOf(deps: HandlerDeps, facts: Facts, reply: Reply): Pick<Letter, 'mentions'> {
  if (reply.to !== 'group') return {};
  if (deps.voice.callsAll(reply.say)) return { mentions: 'all' };
  const called = (reply.calls ?? []).flatMap((person) => {
    const newest = accountsOn(facts, person, deps.channel, deps.login()).at(-1);
    return newest === undefined ? [] : [newest.account];
  });
  return called.length === 0 ? {} : { mentions: called };
}
