import type { Reader } from '../../app/incoming.js';
import type { Inbound } from '../../app/ports/channel.js';
import { requestBinding } from '../../app/roster/request-binding.js';
import { isHere, superiors } from '../../domain/branch/people.js';
import { speakerOf } from '../../domain/roster/accounts.js';
import { branchesCalled, routeLine, type NamedBranch } from './route.js';
import { guarded, hearClaim, isClaim } from './claim.js';
import { createReader } from '../dispatch.js';
import { homesOf, type Ears } from './hearing.js';
import { branchOfNewGroup } from './new-group.js';
import { pass } from './pass.js';
import { strangerHint, whichBranch, whichRoster } from '../replies/roster/sentences.js';
import { readLine, rewrite, type Line } from '../words/line.js';

/** Finds the branch of a message and hands it over. Talk of somebody of no branch gets no answer. */
export async function hear(message: Inbound, ears: Ears): Promise<void> {
  const { store, channel, log, botName, catalogue } = ears;
  if (message.chat.kind === 'group') {
    const branch = store.branchOfGroup(channel.name, message.chat.id) ?? branchOfNewGroup(message, ears);
    if (branch !== undefined) return tell(message, ears, branch, message.text);
    ears.newGroups?.unknown(message.chat.id);
  } else {
    const line = readLine(message.text, botName);
    const everywhere = store.branches();
    if (line !== undefined && everywhere.length > 1 && isClaim(catalogue, line))
      return hearClaim(message, ears, line);
    const homes = homesOf(message, ears);
    if (homes.length > 1) return hearOfSeveral(message, ears, homes, line);
    // A bot of one branch knows where a stranger belongs.
    const [home] = homes.length === 0 && everywhere.length === 1 ? everywhere : homes;
    if (home !== undefined) return tell(message, ears, home.id, withoutItsName(message, ears, home, line));
    if (line !== undefined && everywhere.length > 0) return hearStranger(message, ears, everywhere, line);
  }
  log.info({ channel: channel.name, messageId: message.messageId }, 'message of no branch');
}

/** 上级 of one branch may name it all the same, as where there are several: `/年度 一支部 审核 通过`. */
function withoutItsName(
  { account, text }: Inbound,
  { store, channel, login, catalogue }: Ears,
  home: NamedBranch,
  line: Line | undefined,
): string {
  const { facts } = store.snapshot(home.id);
  const person = speakerOf(facts, channel.name, account, login());
  if (line === undefined || superiors(facts).every(({ id }) => id !== person)) return text;
  const route = routeLine(line, catalogue.find(line.name), [home], () => false);
  return route.kind === 'to' ? (route.lines[0]?.text ?? text) : text;
}

/** The superior committee: the line says the branch, or every branch answers, or it is asked about. */
async function hearOfSeveral(
  message: Inbound,
  ears: Ears,
  homes: readonly NamedBranch[],
  line: Line | undefined,
): Promise<void> {
  const { store, catalogue } = ears;
  if (line === undefined) {
    // A picture goes to the branch that waits for it; the others stay silent.
    for (const { id } of homes) await tell(message, ears, id, message.text);
    return;
  }
  const exists = (branch: string, number: number) =>
    store.snapshot(branch).facts.get('matter', number) !== undefined;
  const route = routeLine(line, catalogue.find(line.name), homes, exists);
  if (route.kind === 'ask')
    return answer(message, ears, homes[0]?.id, whichBranch(route.lines, route.unknown));
  for (const [index, { branch, text }] of route.lines.entries()) {
    const read = readerOf(ears, text);
    // What is wrong with the words is wrong in every branch: said once.
    await pass(message, ears, branch, (context) => {
      const reading = read(context);
      return reading.kind === 'answer' && index > 0 ? { kind: 'silence' } : reading;
    });
  }
}

/** A stranger may only say whose account this is; his name, or the name of a branch, shows where he belongs. */
function hearStranger(
  message: Inbound,
  ears: Ears,
  branches: readonly NamedBranch[],
  line: Line,
): Promise<void> {
  const [first] = branches;
  const [leading] = line.tokens;
  const binds = ears.catalogue
    .find(line.name)
    ?.forms.some(({ useCase }) => useCase.name === requestBinding.name);
  if (binds !== true || leading === undefined) return hint(message, ears, first?.id);
  const [named, ...others] = branchesCalled(leading.text, branches);
  if (named !== undefined && others.length === 0 && line.tokens.length > 1)
    return tell(message, ears, named.id, rewrite(line, leading, '').replace('  ', ' '));
  const knowing = branches.filter(({ id }) =>
    ears.store
      .snapshot(id)
      .facts.all('person')
      .some((person) => isHere(person) && leading.text.startsWith(person.name)),
  );
  const [only] = knowing;
  if (knowing.length <= 1) return tell(message, ears, (only ?? first)?.id ?? '', message.text);
  const head = `/${line.name}`;
  const lines = knowing.map(({ name }) => `${head} ${name}${line.text.slice(head.length)}`);
  return answer(message, ears, first?.id, whichRoster(lines));
}

function readerOf(ears: Ears, text: string): Reader {
  return guarded(ears, createReader(ears.catalogue, text, ears.botName));
}

function tell(message: Inbound, ears: Ears, branch: string, text: string): Promise<void> {
  return pass(message, ears, branch, readerOf(ears, text));
}

async function hint(message: Inbound, ears: Ears, branch: string | undefined): Promise<void> {
  const text = strangerHint();
  if (branch !== undefined) await pass(message, ears, branch, () => ({ kind: 'answer', text, isHint: true }));
}

async function answer(message: Inbound, ears: Ears, branch: string | undefined, text: string): Promise<void> {
  if (branch !== undefined) await pass(message, ears, branch, () => ({ kind: 'answer', text }));
}
