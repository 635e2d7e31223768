import { fetchMessages } from './api.js';
import { byId, make } from './dom.js';
import { arrived } from './sending.js';
import { messageLine, pendingLine, stamp } from './lines.js';

/**
 * The open conversation: what was said, then what this person is still sending. Lines are kept by id, so that one line
 * that arrives twice (asked for, and streamed) appears once.
 */
const scroller = byId('lines', HTMLDivElement);
const list = byId('line-list', HTMLOListElement);
const older = byId('older', HTMLButtonElement);
const newest = byId('newest', HTMLButtonElement);

/** So near to the end, in pixels, one is reading along and the list follows. */
const NEAR = 120;

/** @typedef {import('./types.d.ts').Message} Message */
/** @typedef {import('./types.d.ts').Pending} Pending */

let me = '';
/** @type {import('./types.d.ts').ChatName} */
let chat = 'group';
/** @type {Map<number, Message>} */
let lines = new Map();
/** @type {() => string} */
let now = () => '';

/** @param {() => string} clock */
export function prepareConversation(clock) {
  now = clock;
  newest.addEventListener('click', scrollToEnd);
  scroller.addEventListener('scroll', () => {
    if (isAtEnd()) newest.hidden = true;
  });
  // Pictures and fonts that arrive late, and a keyboard that opens, do not push the end out of sight.
  new ResizeObserver(() => {
    if (follows) scrollToEnd();
  }).observe(list);
  new ResizeObserver(() => {
    if (follows) scrollToEnd();
  }).observe(scroller);
  scroller.addEventListener('scroll', () => (follows = isAtEnd()), { passive: true });
  older.addEventListener('click', showOlder);
}

let follows = true;
const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;

export function scrollToEnd() {
  scroller.scrollTop = scroller.scrollHeight;
  follows = true;
  newest.hidden = true;
}

/**
 * Shows the end of a conversation.
 * @param {string} as
 * @param {import('./types.d.ts').ChatName} name
 * @param {readonly Pending[]} pending
 */
export async function openConversation(as, name, pending) {
  me = as;
  chat = name;
  scroller.setAttribute('aria-busy', 'true');
  const found = await fetchMessages(as, name);
  if (me !== as || chat !== name) return;
  scroller.dataset['chat'] = name;
  lines = new Map(found.messages.map((message) => [message.id, message]));
  older.hidden = !found.hasMore;
  // The history already has a line whose answer was lost.
  for (const { clientId } of found.messages) if (clientId) arrived(clientId);
  showAll(pending.filter(({ clientId }) => !found.messages.some((message) => message.clientId === clientId)));
  scrollToEnd();
  scroller.setAttribute('aria-busy', 'false');
}

async function showOlder() {
  const first = Math.min(...lines.keys());
  const found = await fetchMessages(me, chat, first).catch(() => undefined);
  if (!found || Math.min(...lines.keys()) !== first) return;
  lines = new Map([
    ...found.messages.map((message) => /** @type {const} */ ([message.id, message])),
    ...lines,
  ]);
  older.hidden = !found.hasMore;
  const fromEnd = scroller.scrollHeight - scroller.scrollTop;
  const waiting = [...list.querySelectorAll('[data-client-id]')];
  showAll([]);
  list.append(...waiting);
  scroller.scrollTop = scroller.scrollHeight - fromEnd;
}

/** @param {readonly Pending[]} pending */
function showAll(pending) {
  list.replaceChildren();
  /** @type {string | undefined} */
  let before;
  for (const message of lines.values()) {
    list.append(...withStamp(message, before));
    before = message.at;
  }
  if (lines.size === 0) list.append(emptyLine());
  for (const line of pending) showPending(line);
}

const emptyLine = () =>
  make(
    'li',
    { class: 'empty' },
    chat === 'group'
      ? '群里还没有人说话。输入“/帮助”看看能做什么。'
      : '这里只有您和机器人。输入“/帮助”看看能做什么。',
  );

/** @param {Message} message @param {string | undefined} before */
function withStamp(message, before) {
  const time = stamp(message.at, before, now());
  return time ? [time, messageLine(message, me)] : [messageLine(message, me)];
}

/**
 * Adds a line that was just said.
 * @param {Message} message
 */
export function addMessage(message) {
  const waiting = message.clientId && pendingNode(message.clientId);
  if (waiting) waiting.remove();
  if (lines.has(message.id)) return;
  const isOwn = message.speaker.kind === 'person' && message.speaker.account === me;
  const wasAtEnd = follows || isOwn;
  const before = [...lines.values()].at(-1)?.at;
  lines.set(message.id, message);
  list.querySelector('.empty')?.remove();
  const firstWaiting = list.querySelector('[data-client-id]');
  for (const node of withStamp(message, before)) list.insertBefore(node, firstWaiting);
  if (wasAtEnd) scrollToEnd();
  else newest.hidden = false;
}

/**
 * Adds or repaints a line on its way.
 * @param {Pending} pending
 */
export function showPending(pending) {
  const node = pendingLine(pending);
  const shown = pendingNode(pending.clientId);
  if (shown) shown.replaceWith(node);
  else {
    list.querySelector('.empty')?.remove();
    list.append(node);
    scrollToEnd();
  }
}

/** @param {string} clientId */
const pendingNode = (clientId) => list.querySelector(`[data-client-id="${CSS.escape(clientId)}"]`);
