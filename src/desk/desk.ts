import { randomUUID } from 'node:crypto';
import type { Handler } from '../app/handle.js';
import type { Reader } from '../app/incoming.js';
import type { Joined } from '../app/letters/joined.js';
import type { ChannelFile, Chat } from '../app/ports/channel.js';
import type { PaperFile, Papers } from '../app/ports/papers.js';
import type { Store } from '../app/ports/store/store.js';
import type { ActorContext, Intent } from '../app/use-case.js';
import type { Catalogue } from '../chat/catalogue.js';
import { createReader } from '../chat/dispatch.js';
import { isHere } from '../domain/branch/people.js';
import { orderedBy, type Ordered } from './heard.js';
import type { Sitter } from './keys.js';
import type { Order } from './page.js';

/** What became of a form: what the bot says to it, and whether it changed anything. */
interface Said {
  readonly texts: readonly string[];
  readonly isDone: boolean;
}

/** The desk's only way to the branch: to look at its facts, and to hand an intent to the one door. */
export interface Desk {
  /** Undefined: the account is nobody's here any more. */
  look<T>(sitter: Sitter, see: (context: ActorContext) => T): Promise<T | undefined>;
  /** @param key of the form: a second time it does nothing */
  act(sitter: Sitter, key: string, order: Order, files?: readonly ChannelFile[]): Promise<Said>;
  /** The seats of the same account in other branches too. */
  seats(sitter: Sitter): Promise<readonly Sitter[]>;
  fileContent(branch: string, file: number): Uint8Array | undefined;
  /** What a paper is to hold, or why there is none. Undefined: the account is nobody's here any more. */
  order(sitter: Sitter, choose: (context: ActorContext) => Intent): Promise<Ordered | string | undefined>;
  /** The files of what was ordered. */
  make(sitter: Sitter, ordered: Ordered): Promise<readonly PaperFile[]>;
}

const channel = 'desk';

interface DeskDeps {
  readonly handle: Handler;
  readonly store: Store;
  readonly papers: Papers;
  readonly catalogue: Catalogue;
}

/** A form's line never calls it; lines of the chat may. */
const botName = '支部机器人';

export function createDesk({ handle, store, papers, catalogue }: DeskDeps): Desk {
  const speakerOf = ({ account }: Sitter) => {
    const chat: Chat = { kind: 'private', account };
    return { account, nickname: null, chat };
  };
  const readerOf = (order: Order): Reader => {
    if (typeof order === 'string') return createReader(catalogue, order, botName);
    return (context) => {
      const { actor } = context;
      return actor === null
        ? { kind: 'silence' }
        : { kind: 'intent', intent: order({ ...context, actor }), inPrivate: true };
    };
  };
  const desk: Desk = {
    async look(sitter, see) {
      let seen: { readonly value: ReturnType<typeof see> } | undefined;
      let failure: unknown;
      const { branch } = sitter;
      const message = { channel, messageId: randomUUID() };
      await handle({ branch, message, speaker: speakerOf(sitter), files: [] }, (context) => {
        const { actor } = context;
        try {
          if (actor !== null && isHere(actor)) seen = { value: see({ ...context, actor }) };
        } catch (error) {
          failure = error;
        }
        return { kind: 'silence' };
      });
      if (failure !== undefined) throw failure as Error;
      return seen?.value;
    },
    async act(sitter, key, order, files = []) {
      const { branch } = sitter;
      const message = { channel, messageId: key };
      if (store.handled(branch, message)) return { texts: [], isDone: false };
      // What the speaker would hear in the chat is read on the page instead.
      const joined: Joined = { isLast: false, held: new Map() };
      await handle({ branch, message, speaker: speakerOf(sitter), files, joined }, readerOf(order));
      const texts = [...joined.held.values()].flatMap((one) => one.texts);
      return { texts, isDone: store.handled(branch, message) };
    },
    async seats(sitter) {
      const heardOn = await desk.look(sitter, ({ speaker }) => speaker.channel);
      const homes = heardOn === undefined ? [] : store.branchesOfAccount(heardOn, sitter.account);
      return homes.map(({ id }) => ({ branch: id, account: sitter.account }));
    },
    fileContent: (branch, file) => store.fileContent(branch, file),
    order: (sitter, choose) => desk.look(sitter, (context) => orderedBy(context, choose(context))),
    make: ({ branch }, { order, today }) => papers.make(branch, order, today),
  };
  return desk;
}
