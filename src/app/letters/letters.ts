import { addressesOf, mentionsOf, replyHandle } from './addresses.js';
import type { Chat } from '../ports/channel.js';
import type { Letter } from '../ports/store/store.js';
import type { View } from '../ports/voice.js';
import type { HandlerDeps, Incoming, Meaning } from '../incoming.js';
import { say } from '../says.js';
import type { Reply } from '../reply.js';
import type { Context, Outcome } from '../use-case.js';
import type { Facts } from '../../domain/branch/facts.js';
import { isHere, officesOf, personOf } from '../../domain/branch/people.js';
import { accountsOn, speakerOf } from '../../domain/roster/accounts.js';

function viewOf({ now, today, rulebook, rulebookOf }: Context): View {
  return { now, today, rulebook, rulebookOf };
}

/** The replies as letters, in order. */
export function lettersOf(
  deps: HandlerDeps,
  incoming: Incoming,
  context: Context,
  outcome: Outcome,
  {
    discreet = false,
    inPrivate = false,
  }: Pick<Extract<Meaning, { readonly kind: 'intent' }>, 'discreet' | 'inPrivate'>,
): readonly Letter[] {
  const plain: View = viewOf(context);
  const said: readonly Reply[] =
    outcome.kind === 'refused' ? [refusal(outcome, discreet || outcome.discreet === true)] : outcome.replies;
  const replies = withHint(inPrivate ? said.map(toAsker) : said, context);
  // Facts after the changes: a binding confirmed by this very message already reaches its owner.
  const facts = outcome.kind === 'done' ? context.facts.with(outcome.changes) : context.facts;
  return replies.flatMap((reply) =>
    addressesOf(deps, incoming, facts, reply.to).flatMap(({ channel, chat }): readonly Letter[] => {
      const among = nameAmongSeveral(deps, context.facts, chat);
      const view: View = among === undefined ? plain : { ...plain, among };
      const text = `${deps.voice.say(reply.say, view)}${remarkOf(deps, reply, view)}`;
      const card = chat?.kind === 'private' ? deps.voice.card(reply.say, view) : undefined;
      const letter: Letter = {
        channel,
        chat,
        person: typeof reply.to === 'number' ? reply.to : null,
        text: among === undefined ? text : `【${among}】${text}`,
        files: [],
        expiresAt: null,
        ...replyHandle(deps, incoming, channel, chat),
        ...(card === undefined ? {} : { card }),
        ...mentionsOf(deps, facts, reply),
        ...(reply.to === 'group' ? { announces: { notice: noticeIn(reply) } } : {}),
      };
      return withPaperOf(deps, reply, context, letter);
    }),
  );
}

/** The notice that a letter to the group publishes: its picture names it. */
function noticeIn({ paper }: Extract<Reply, { readonly to: 'group' }>): number | null {
  return paper?.paper === 'publicationPicture' ? paper.notice : null;
}

/** A letter sent again goes to where its person is reached now. */
export function readdressed(
  deps: HandlerDeps,
  facts: Facts,
  { troubled }: Context,
  resend: readonly number[],
): readonly { readonly id: number; readonly account: string | null }[] {
  if (resend.length === 0) return [];
  const rows = troubled();
  return resend.map((id) => {
    const person = rows.find((row) => row.id === id)?.person ?? null;
    const newest = person === null ? undefined : accountsOn(facts, person, deps.channel, deps.login()).at(-1);
    return { id, account: newest?.account ?? null };
  });
}

type Answer = Pick<Letter, 'chat' | 'text' | 'files' | 'reply' | 'card'>;

/**
 * A paper is made on the way. In private it comes with its words. In the group the words go at once, in order, and the
 * picture follows on its own: no one waits for it, or hears if it fails.
 */
function withPaperOf(
  { voice }: HandlerDeps,
  reply: Reply,
  context: Context,
  letter: Letter,
): readonly Letter[] {
  if (!('paper' in reply)) return [letter];
  const { paper: order } = reply;
  const { today, facts, actor } = context;
  if (reply.to !== 'group') {
    const person = reply.to === 'speaker' ? (actor?.id ?? null) : reply.to;
    const by =
      person === null ? null : { person, offices: officesOf(facts, person).map(({ office }) => office) };
    return [{ ...letter, paper: { order, today, by, instead: voice.paperMissing } }];
  }
  const { channel, chat, person, expiresAt } = letter;
  return [
    letter,
    {
      channel,
      chat,
      person,
      expiresAt,
      text: '',
      files: [],
      paper: { order, today, by: null, instead: null },
      announces: { notice: null },
      follows: true,
    },
  ];
}

/** Members of several branches (the superior committee) first read which branch speaks. */
function nameAmongSeveral(deps: HandlerDeps, facts: Facts, chat: Chat | null): string | undefined {
  if (chat?.kind !== 'private') return undefined;
  const { account } = chat;
  const bound = deps.store.branchesOfAccount(deps.channel, account);
  // Branches the person has left no longer write to them.
  const several =
    bound.length > 1 &&
    bound.filter(({ id }) => speaksIn(deps, deps.store.snapshot(id).facts, account)).length > 1;
  return several ? facts.branch.name : undefined;
}

/** What the door says is no secret and helps the others too. */
function refusal({ say: words, remark }: Refused, discreet: boolean): Reply {
  const secret = discreet && !words.code.startsWith('door.');
  const to = secret ? 'speaker' : 'here';
  return remark === undefined ? { to, say: words } : { to, say: words, remark };
}

type Refused = Extract<Outcome, { readonly kind: 'refused' }>;

function remarkOf({ voice }: HandlerDeps, reply: Reply, view: View): string {
  return 'remark' in reply ? voice.say(reply.remark, view) : '';
}

/** A question about the words of a line, as messages. */
export function answersOf(
  deps: HandlerDeps,
  { speaker }: Incoming,
  context: Context,
  { text, discreet, buttons }: Extract<Meaning, { readonly kind: 'answer' }>,
): readonly Answer[] {
  if (speaker === null) return [];
  const reply = speaker.reply === undefined ? {} : { reply: speaker.reply };
  const card = buttons === undefined ? {} : { card: { matter: null, buttons } };
  if (context.place === 'private') return [{ chat: speaker.chat, text, files: [], ...reply, ...card }];
  if (discreet !== true) return [{ chat: speaker.chat, text, files: [], ...reply }];
  const view: View = viewOf(context);
  const hint = deps.voice.say(say('door.answeredInPrivate', {}), view);
  return [
    { chat: speaker.chat, text: hint, files: [], ...reply },
    { chat: { kind: 'private', account: speaker.account }, text, files: [], ...card },
  ];
}

function speaksIn(deps: HandlerDeps, facts: Facts, account: string): boolean {
  const person = speakerOf(facts, deps.channel, account, deps.login());
  return person !== undefined && isHere(personOf(facts, person));
}

function toAsker(reply: Reply): Reply {
  return reply.to === 'here' ? { ...reply, to: 'speaker' } : reply;
}

/** Tells the group that the answer went to the speaker in private. */
function withHint(replies: readonly Reply[], context: Context): readonly Reply[] {
  const onlyPrivate =
    context.place === 'group' &&
    replies.some((reply) => reply.to === 'speaker') &&
    !replies.some((reply) => reply.to === 'here' || reply.to === 'group');
  if (!onlyPrivate) return replies;
  return [{ to: 'here', say: say('door.answeredInPrivate', {}) }, ...replies];
}
