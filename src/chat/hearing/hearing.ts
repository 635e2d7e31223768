import type { Handler } from '../../app/handle.js';
import type { Joined } from '../../app/letters/joined.js';
import type { Reader } from '../../app/incoming.js';
import type { Channel, Inbound } from '../../app/ports/channel.js';
import type { Clock } from '../../app/ports/clock.js';
import type { Log } from '../../app/ports/log.js';
import type { PlainModel } from '../../app/ports/plain-model.js';
import type { Store } from '../../app/ports/store/store.js';
import type { Attempts } from '../../app/roster/binding/attempts.js';
import { isHere, personOf } from '../../domain/branch/people.js';
import { speakerOf, type Login } from '../../domain/roster/accounts.js';
import type { Limits } from '../../domain/rulebook/schema.js';
import type { Catalogue } from '../catalogue.js';
import type { Rates } from '../plain/rates.js';
import type { NamedBranch } from './route.js';

/** Groups whose id is unknown until somebody speaks there, on channels that only hear groups the bot has joined. */
export interface NewGroups {
  /** Somebody of the branch called the bot there: from now on this is its group. */
  adopted(branch: string, group: string): void;
  /** Somebody called the bot in a group that is of no branch. */
  unknown(group: string): void;
}

/** What it takes to hear a message and to hand it to its branch. */
export interface Hearing {
  readonly store: Store;
  readonly handle: Handler;
  readonly catalogue: Catalogue;
  readonly channel: Channel;
  /** Where account ids change at every login: the present one. */
  readonly login: () => Login;
  readonly clock: Clock;
  readonly log: Log;
  readonly botName: string;
  readonly attempts: Attempts;
  /** As the directory keeps a claim code. */
  readonly claimHash: (code: string) => string;
  readonly rates: Rates;
  /** Null: a play or a measurement, where one person says everything. */
  readonly limits: Limits | null;
  readonly plainModel?: PlainModel;
  /** Undefined: groups are known from the settings. */
  readonly newGroups?: NewGroups;
}

/** Branches the account belongs to. People who left a branch are strangers there and may belong to another now. */
export function homesOf({ account }: Inbound, { store, channel, login }: Hearing): readonly NamedBranch[] {
  return store.branchesOfAccount(channel.name, account).filter(({ id }) => {
    const { facts } = store.snapshot(id);
    const person = speakerOf(facts, channel.name, account, login());
    return person !== undefined && isHere(personOf(facts, person));
  });
}

/** A message, or one of the commands in it. */
export interface Told extends Inbound {
  readonly joined?: Joined;
}

/** Hands a message to one branch. */
export function handOver(
  message: Told,
  { handle, channel }: Hearing,
  branch: string,
  read: Reader,
): Promise<void> {
  return handle(
    {
      branch,
      message: { channel: channel.name, messageId: message.messageId },
      speaker: {
        account: message.account,
        nickname: message.nickname ?? null,
        chat: message.chat,
        ...(message.click === undefined ? {} : { pressed: true }),
        ...(message.reply === undefined ? {} : { reply: message.reply }),
      },
      files: message.files,
      ...(message.joined === undefined ? {} : { joined: message.joined }),
    },
    read,
  );
}
