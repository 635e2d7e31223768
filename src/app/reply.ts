import type { PaperOrder, PublicPaper } from './ports/papers.js';
import {
  say,
  type AnySay,
  type FactsOf,
  type PublicCode,
  type PublicSay,
  type Say,
  type SayCode,
} from './says.js';

/** What a use case says, and to whom. */
export type Reply =
  /** To the chat the line came from, so only what all may hear. `remark` follows in the same message. */
  | { readonly to: 'here'; readonly say: PublicSay; readonly remark?: PublicSay }
  | PrivateReply
  | GroupReply
  /** To the group on another channel. */
  | { readonly to: GroupAddress; readonly say: PublicSay }
  /** To an unbound account, in private. */
  | { readonly to: AccountAddress; readonly say: AnySay };

/** `calls`: persons who are called by name, where the channel can. */
interface GroupReply {
  readonly to: 'group';
  readonly say: PublicSay;
  readonly calls?: readonly number[];
  readonly paper?: PublicPaper;
}

/** To the speaker or to a person, in private. `paper` is made by the reading worker and goes with the words. */
export interface PrivateReply {
  readonly to: 'speaker' | number;
  readonly say: AnySay;
  readonly remark?: AnySay;
  readonly paper?: PaperOrder;
}

interface AccountAddress {
  readonly channel: string;
  readonly account: string;
}

interface GroupAddress {
  readonly channel: string;
  readonly group: string;
}

export function here<C extends PublicCode>(code: C, facts: FactsOf<C>): Reply {
  return { to: 'here', say: publicSay(code, facts) };
}

export function toGroup<C extends PublicCode>(
  code: C,
  facts: FactsOf<C>,
  calls: readonly number[] = [],
): GroupReply {
  return { to: 'group', say: publicSay(code, facts), calls };
}

export function toSpeaker<C extends SayCode>(code: C, facts: FactsOf<C>): PrivateReply {
  return { to: 'speaker', say: anySay(code, facts) };
}

export function toPerson<C extends SayCode>(person: number, code: C, facts: FactsOf<C>): PrivateReply {
  return { to: person, say: anySay(code, facts) };
}

export function toAccount<C extends SayCode>(
  { channel, account }: AccountAddress,
  code: C,
  facts: FactsOf<C>,
): Reply {
  return { to: { channel, account }, say: anySay(code, facts) };
}

/** The same reply with something behind its words. */
export function withRemark<C extends SayCode>(reply: PrivateReply, code: C, facts: FactsOf<C>): PrivateReply {
  return { ...reply, remark: anySay(code, facts) };
}

/** The same reply with a paper. */
export function withPaper<R extends PrivateReply | GroupReply>(reply: R, paper: NonNullable<R['paper']>): R {
  return { ...reply, paper };
}

// The unions below repeat these types for each code; the compiler cannot infer that.
export function publicSay<C extends PublicCode>(code: C, facts: FactsOf<C>): PublicSay {
  return say(code, facts) as unknown as PublicSay;
}

function anySay<C extends SayCode>(code: C, facts: FactsOf<C>): AnySay {
  return say(code, facts) as Say as unknown as AnySay;
}
