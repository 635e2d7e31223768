import type { Chat } from './ports/channel.js';
import type { Letter } from './ports/store.js';
import type { View } from './ports/voice.js';
import type { HandlerDeps, Incoming, Reading } from './incoming.js';
import { say } from './says.js';
import type { Attachment, Context, Outcome, Reply } from './use-case.js';
import type { Facts } from '../domain/branch/facts.js';
import { isHere, personOf } from '../domain/branch/people.js';
import { yearOf } from '../domain/period/civil.js';
import type { Person } from '../domain/roster/rows.js';

/** Everything a decision may look at, on the facts of the moment. */
export function contextOf(deps: HandlerDeps, incoming: Incoming, facts: Facts): Context {
  const now = deps.clock.now();
  const { speaker, files } = incoming;
  const account = speaker === null ? undefined : facts.get('account', deps.channel, speaker.account);
  return {
    facts,
    rulebook: deps.rulebook(facts, yearOf(now)),
    rulebookOf: (year) => deps.rulebook(facts, year),
    configured: deps.configured,
    readRulebook: deps.readRulebook,
    workingDays: deps.workingDays,
    now,
    today: now.slice(0, 10),
    place: speaker === null ? 'private' : speaker.chat.kind,
    speaker: { channel: deps.channel, account: speaker?.account ?? '', nickname: speaker?.nickname ?? null },
    attachments: files.map((file): Attachment => ({ ...file, sha256: deps.fingerprint(file.bytes) })),
    sign: deps.sign,
    health: () => deps.health(facts, now),
    ballots: deps.ballots(facts.branch.id),
    recentActs: (limit) => deps.store.recentActs(facts.branch.id, limit),
    actor: account === undefined ? null : personOf(facts, account.person),
    byClock: speaker === null,
    enteredBy: null,
  };
}

function viewOf({ today, rulebook, rulebookOf }: Context): View {
  return { today, rulebook, rulebookOf };
}

/** The replies as letters, in order. */
export function lettersOf(
  deps: HandlerDeps,
  incoming: Incoming,
  context: Context,
  outcome: Outcome,
  discreet: boolean,
): readonly Letter[] {
  const plain: View = viewOf(context);
  const replies: readonly Reply[] =
    outcome.kind === 'refused'
      ? withHint([refusal(outcome, discreet || outcome.discreet === true)], context)
      : withHint(outcome.replies, context);
  // Facts after the changes: a binding confirmed by this very message already reaches its owner.
  const facts = outcome.kind === 'done' ? context.facts.with(outcome.changes) : context.facts;
  return replies.flatMap((reply): Letter[] => {
    const chat = chatOf(deps, incoming, facts, reply.to);
    if (chat === undefined) return [];
    const person = typeof reply.to === 'number' ? reply.to : null;
    const among = nameAmongSeveral(deps, context.facts, chat);
    const view: View = among === undefined ? plain : { ...plain, among };
    const text = `${deps.voice.say(reply.say, view)}${remarkOf(deps, reply, view)}`;
    return [
      {
        channel: typeof reply.to === 'object' ? reply.to.channel : deps.channel,
        chat,
        person,
        text: among === undefined ? text : `【${among}】${text}`,
        files: [],
        expiresAt: null,
      },
    ];
  });
}

/** Whoever belongs to several branches (the superior committee) reads first which of them speaks. */
function nameAmongSeveral(deps: HandlerDeps, facts: Facts, chat: Chat | null): string | undefined {
  if (chat?.kind !== 'private') return undefined;
  const { account } = chat;
  const bound = deps.store.branchesOfAccount(deps.channel, account);
  // Branches that the person has left speak to him no more.
  const several =
    bound.length > 1 &&
    bound.filter((branch) => speaksIn(deps.store.snapshot(branch).facts, deps.channel, account)).length > 1;
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
  return (reply.to === 'here' || reply.to === 'speaker') && reply.remark !== undefined
    ? voice.say(reply.remark, view)
    : '';
}

/** A question about the words of a line, as messages. */
export function answersOf(
  deps: HandlerDeps,
  { speaker }: Incoming,
  context: Context,
  { text, discreet }: Extract<Reading, { readonly kind: 'answer' }>,
): readonly Pick<Letter, 'chat' | 'text' | 'files'>[] {
  if (speaker === null) return [];
  if (discreet !== true || context.place === 'private') return [{ chat: speaker.chat, text, files: [] }];
  const view: View = viewOf(context);
  const hint = deps.voice.say(say('door.answeredInPrivate', {}), view);
  return [
    { chat: speaker.chat, text: hint, files: [] },
    { chat: { kind: 'private', account: speaker.account }, text, files: [] },
  ];
}

function speaksIn(facts: Facts, channel: string, account: string): boolean {
  const row = facts.get('account', channel, account);
  return row !== undefined && isHere(personOf(facts, row.person));
}

/** In the group somebody who is answered only in private hears that much. */
function withHint(replies: readonly Reply[], context: Context): readonly Reply[] {
  const onlyPrivate =
    context.place === 'group' &&
    replies.some((reply) => reply.to === 'speaker') &&
    !replies.some((reply) => reply.to === 'here' || reply.to === 'group');
  if (!onlyPrivate) return replies;
  return [{ to: 'here', say: say('door.answeredInPrivate', {}) }, ...replies];
}

/** Null: the person cannot be reached yet. Undefined: nobody to tell (the dead are left in peace). */
function chatOf(
  deps: HandlerDeps,
  incoming: Incoming,
  facts: Facts,
  to: Reply['to'],
): Chat | null | undefined {
  const { speaker, branch } = incoming;
  if (to === 'here') return speaker?.chat;
  if (to === 'speaker') return speaker === null ? undefined : { kind: 'private', account: speaker.account };
  if (to === 'group') {
    const id = deps.store.groupOf(branch, deps.channel);
    return id === undefined ? null : { kind: 'group', id };
  }
  if (typeof to === 'object') return { kind: 'private', account: to.account };
  const person: Person = personOf(facts, to);
  if (person.leftHow === 'deceased') return undefined;
  const account = facts
    .of('account', to)
    .filter((bound) => bound.channel === deps.channel)
    .at(-1);
  return account === undefined ? null : { kind: 'private', account: account.account };
}
