import type { Delivery } from '../../app/delivery/delivery.js';
import type { Joined } from '../../app/letters/joined.js';
import type { Reader } from '../../app/incoming.js';
import type { Inbound } from '../../app/ports/channel.js';
import { requestBinding } from '../../app/roster/binding/bind.js';
import { superiors } from '../../domain/branch/people.js';
import { speakerOf } from '../../domain/roster/accounts.js';
import { createReader } from '../dispatch.js';
import { strangerHint, whichBranch, whichRoster } from '../replies/roster/strangers.js';
import type { ModelPart } from '../plain/offer.js';
import { plainReader } from '../plain/propose.js';
import type { Asked } from '../plain/model.js';
import { readLine, rewrite, type Line } from '../words/line.js';
import { readMessage } from '../words/message.js';
import { lineForEach } from './each.js';
import { showDecision, type HearingWithCards } from './decided-card.js';
import { guarded, hearClaim, isClaim } from './claim.js';
import { withoutWords } from './without-words.js';
import { isWithinLimits } from './limits.js';
import { fitting } from './fitting.js';
import { handOver, homesOf, type Hearing, type Told } from './hearing.js';
import { adoptGroup, branchOfNewGroup } from './new-group.js';
import { branchesCalled, optionalWord, routeLine, type NamedBranch } from './route.js';

/** As many branches as a stranger is asked to choose from. */
const offeredBranches = 9;
const longestName = 30;

/** Hears one message and does what follows: sends letters that waited for it, updates the clicked card. */
export async function hear(message: Inbound, hearing: HearingWithCards): Promise<void> {
  await hearing.delivery.heardFrom(hearing.channel.name, message.chat);
  await adoptGroup(message, hearing);
  await hearLines(message, hearing);
  // Somebody who just claimed their account speaks for the branch from now on.
  await adoptGroup(message, hearing);
  if (message.click !== undefined) showDecision(message, message.click.card, hearing);
}

/** Several commands of one message are told one after another, each a message of its own, and answered in one. */
async function hearLines(
  message: Inbound,
  hearing: Hearing & { readonly delivery: Delivery },
): Promise<void> {
  const { lines: written } = readMessage(message.text, hearing.botName, hearing.catalogue);
  const lines = written.flatMap((line) => lineForEach(line, hearing.catalogue, message.files.length > 0));
  if (!isWithinLimits(message, lines.length < 2 ? [message.text] : lines, hearing)) return;
  if (lines.length < 2) return findBranch(message, hearing);
  const ofSeveral = message.chat.kind === 'private' && homesOf(message, hearing).length > 1;
  const held: Joined['held'] = new Map();
  for (const [index, text] of lines.entries()) {
    const messageId = index === 0 ? message.messageId : `${message.messageId}/${index + 1}`;
    const isLast = index === lines.length - 1;
    const joined: Joined = { isLast, held };
    await findBranch({ ...message, text, messageId, ...(ofSeveral ? {} : { joined }) }, hearing);
  }
}

/** Hands a message to its branch. Strangers' talk gets no answer. */
async function findBranch(message: Told, hearing: Hearing): Promise<void> {
  const { store, channel, log, botName, catalogue } = hearing;
  if (message.chat.kind === 'group') {
    const branch = store.branchOfGroup(channel.name, message.chat.id) ?? branchOfNewGroup(message, hearing);
    if (branch !== undefined) return tell(message, hearing, branch, message.text);
    hearing.newGroups?.unknown(message.chat.id);
  } else {
    const line = readLine(message.text, botName, catalogue);
    const everywhere = store.firstBranches(2);
    if (line !== undefined && everywhere.length > 1 && isClaim(catalogue, line))
      return hearClaim(message, hearing, line);
    const homes = homesOf(message, hearing);
    if (homes.length > 1) return hearOfSeveral(message, hearing, homes, line);
    // A bot of one branch knows where a stranger belongs.
    const [home] = homes.length === 0 && everywhere.length === 1 ? everywhere : homes;
    if (home !== undefined)
      return tell(message, hearing, home.id, withoutItsName(message, hearing, home, line));
    const [first] = everywhere;
    if (line !== undefined && first !== undefined) return hearStranger(message, hearing, first, line);
    if (message.text !== '') return hint(message, hearing, first?.id);
  }
  log.info({ channel: channel.name, messageId: message.messageId }, 'message of no branch');
}

/** A superior of a single branch may still name it, as with several: `/年度 一支部 审核 通过`. */
function withoutItsName(
  { account, text }: Inbound,
  { store, channel, login, catalogue }: Hearing,
  home: NamedBranch,
  line: Line | undefined,
): string {
  const { facts } = store.snapshot(home.id);
  const person = speakerOf(facts, channel.name, account, login());
  if (line === undefined || superiors(facts).every(({ id }) => id !== person)) return text;
  const route = routeLine(line, catalogue.find(line.name), [home], () => false);
  return route.kind === 'to' ? (route.lines[0]?.text ?? text) : text;
}

/** The superior committee: the line names the branch, every branch answers, or the bot asks. */
async function hearOfSeveral(
  message: Told,
  hearing: Hearing,
  homes: readonly NamedBranch[],
  line: Line | undefined,
): Promise<void> {
  const { store, catalogue, botName } = hearing;
  if (line === undefined) {
    // A picture goes to the branch that waits for it; the others stay silent.
    for (const [index, { id }] of homes.entries()) await tell(message, hearing, id, message.text, index > 0);
    return;
  }
  const exists = (branch: string, number: number) =>
    store.snapshot(branch).facts.get('matter', number) !== undefined;
  const command = catalogue.find(line.name);
  const route = routeLine(line, command, homes, exists);
  if (route.kind === 'ask') {
    const { lines, settled } = fitting(message, hearing, route.lines, line, command);
    const meant = settled === null ? undefined : readLine(settled.text, botName, catalogue);
    if (settled !== null) return hearOfSeveral({ ...message, text: settled.text }, hearing, homes, meant);
    const texts = lines.map(({ text }) => text);
    return answer(message, hearing, homes[0]?.id, whichBranch(texts, route.unknown));
  }
  for (const [index, { branch, text }] of route.lines.entries()) {
    const read = readerOf(hearing, text);
    // A mistake in the words is the same in every branch: report it once.
    await handOver(message, hearing, branch, (context) => {
      const meaning = read(context);
      return meaning.kind === 'answer' && index > 0 ? { kind: 'silence' } : meaning;
    });
  }
}

/** A stranger may only say whose account this is; their name, or a branch's name, shows where they belong. */
function hearStranger(message: Told, hearing: Hearing, first: NamedBranch, line: Line): Promise<void> {
  const { store } = hearing;
  const [leading] = line.tokens;
  const binds = hearing.catalogue
    .find(line.name)
    ?.forms.some(({ useCase }) => useCase.name === requestBinding.name);
  if (binds !== true || leading === undefined) return hint(message, hearing, first.id);
  if (line.tokens.length > 1) {
    const [named, ...others] = branchesCalled(
      leading.text,
      store.branchesLike(leading.text, optionalWord, 2),
    );
    if (named !== undefined && others.length === 0)
      return tell(message, hearing, named.id, rewrite(line, leading, '').replace('  ', ' '));
  }
  const knowing = store.branchesOfNames(beginnings(leading.text), offeredBranches + 1);
  const [only] = knowing;
  if (knowing.length <= 1) return tell(message, hearing, (only ?? first).id, message.text);
  const head = `/${line.name}`;
  const offered = knowing.slice(0, offeredBranches);
  const lines = offered.map(({ name }) => `${head} ${name}${line.text.slice(head.length)}`);
  return answer(message, hearing, first.id, whichRoster(lines, knowing.length > offered.length));
}

/** 张三, 张三（, 张三（窗… of what begins with a name. */
function beginnings(text: string): readonly string[] {
  const letters = Array.from(text).slice(0, longestName);
  return letters.map((_, index) => letters.slice(0, index + 1).join(''));
}

function readerOf(hearing: Hearing, text: string, amongSeveral = false): Reader {
  return guarded(hearing, createReader(hearing.catalogue, text, hearing.botName, amongSeveral));
}

/** What is said to the bot without a command is read as ordinary words; talk among people stays unanswered. */
async function tell(
  message: Told,
  hearing: Hearing,
  branch: string,
  text: string,
  isOneOfSeveral = false,
): Promise<void> {
  const typed = readerOf(hearing, text, message.joined !== undefined);
  const other = withoutWords(message);
  const read: Reader = (context) => {
    const meaning = other?.(context) ?? { kind: 'silence' };
    return meaning.kind === 'silence' ? typed(context) : meaning;
  };
  const talk = talkToBot(message, text, hearing);
  if (talk === undefined) return handOver(message, hearing, branch, read);
  const { catalogue: commands, rates, botName } = hearing;
  const readLineOf = (line: string) => readerOf(hearing, line);
  const heard = { commands, typed: readLineOf, rates, botName, isOneOfSeveral };
  const tellPlain = (model: ModelPart | undefined) => {
    const plain = plainReader(talk, { ...heard, model });
    return handOver(message, hearing, branch, (context) => {
      const meaning = read(context);
      return meaning.kind === 'silence' ? plain(context) : meaning;
    });
  };
  const { plainModel } = hearing;
  if (plainModel === undefined) return tellPlain(undefined);
  let asked: Asked | undefined;
  await tellPlain({ kind: 'mayBeAsked', ask: (question) => (asked = question) });
  if (asked === undefined) return;
  // Nothing was decided: the message is told once more, with what the model proposes. The branch does not wait for it.
  const line = await plainModel.ask(asked.question);
  await tellPlain({ kind: 'proposed', line: line === null ? null : asked.named(line) });
}

/** The words without the bot's name; undefined where they were not said to it. */
function talkToBot({ chat, called }: Inbound, text: string, { botName }: Hearing): string | undefined {
  const call = `@${botName}`;
  const without = text.replace(call, '').trim();
  const isCalled = chat.kind === 'private' || called === true || text.includes(call);
  return isCalled && without !== '' ? without : undefined;
}

async function hint(message: Told, hearing: Hearing, branch: string | undefined): Promise<void> {
  const text = strangerHint();
  if (branch !== undefined)
    await handOver(message, hearing, branch, () => ({ kind: 'answer', text, isHint: true }));
}

async function answer(
  message: Told,
  hearing: Hearing,
  branch: string | undefined,
  text: string,
): Promise<void> {
  if (branch !== undefined) await handOver(message, hearing, branch, () => ({ kind: 'answer', text }));
}
