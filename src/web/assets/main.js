import { fetchState, listen } from './api.js';
import { prepareClock, sampleNow, showClock } from './clock.js';
import { fillFrom, focusComposer, nameSpeaker, prepareComposer, showSuggestions } from './composer.js';
import { addMessage, openConversation, prepareConversation, showPending } from './conversation.js';
import { shortTime } from './dates.js';
import { byId, tell } from './dom.js';
import { learnPeople, people, preparePeople, rememberedPerson, showNews, showPerson } from './people.js';
import { arrived, pendingOf, retry, say } from './sending.js';
import { addNews, hasGroupNews, hasPrivateNews, learnNews, markSeen } from './unread.js';

/** Who speaks in this window, and which conversation is open; everything else follows from these two. */

/** @typedef {import('./types.d.ts').ChatName} ChatName */
/** @typedef {import('./types.d.ts').Message} Message */

const isWide = matchMedia('(min-width: 768px)');
const notice = byId('notice', HTMLParagraphElement);

let me = rememberedPerson();
/** @type {Record<ChatName, Message | null>} */
let latest = { group: null, private: null };
let stopListening = () => {};
/** The newest line this window has heard of. */
let heard = 0;

/** On a phone the list of conversations is a page of its own; on a wide screen one is always open. */
const view = () => {
  const name = location.hash.slice(1);
  return name === 'group' || name === 'private' ? name : isWide.matches ? 'group' : 'list';
};
/** @returns {ChatName} */
const openChat = () => (view() === 'private' ? 'private' : 'group');
/** @param {ChatName} chat */
const isOnScreen = (chat) => view() === chat && document.visibilityState === 'visible';

/** @param {Message} message @returns {ChatName} */
const chatOf = (message) => message.chat.kind;

/** Reads everything of the present speaker and listens for what follows. */
async function enter() {
  const as = me;
  stopListening();
  showPerson(as);
  nameSpeaker(people.get(as)?.name ?? '');
  try {
    const state = await fetchState(as);
    if (me !== as) return;
    latest = { group: state.group, private: state.private };
    learnNews(state);
    showClock(state.clock);
    await showChat();
    if (me !== as) return;
    heard = state.lastId;
    resume();
    tell(notice);
    document.body.dataset['ready'] = as;
  } catch (error) {
    failed(error);
    setTimeout(() => me === as && void enter(), 3_000);
  }
  void showSuggestions(as);
}

/** @param {unknown} error */
const failed = (error) => tell(notice, error instanceof Error ? error.message : '连不上服务。');

/** Listens from the line last heard on. */
function resume() {
  stopListening();
  stopListening = listen(me, heard, hear);
}

const hear = {
  /** @param {Message} message */
  message(message) {
    heard = Math.max(heard, message.id);
    const chat = chatOf(message);
    latest[chat] = message;
    if (message.clientId) arrived(message.clientId);
    if (chat === 'private') addNews(me, message.id);
    if (chat === openChat()) addMessage(message);
    if (isOnScreen(chat)) markSeen(me, chat, message.id);
    showSide();
    if (message.speaker.kind === 'bot') void showSuggestions(me);
  },
  /** @param {{ account: string, id: number }} news */
  elsewhere({ account, id }) {
    heard = Math.max(heard, id);
    addNews(account, id);
    showSide();
  },
  clock: showClock,
  /** @param {import('./types.d.ts').Person[]} list */
  people(list) {
    if (!learnPeople(list)) return;
    showPerson(me);
    showNote();
    showSide();
  },
  reload: () => void enter(),
  /** @param {boolean} isConnected */
  connected: (isConnected) => tell(notice, isConnected ? undefined : '连接断开了，正在重新连接……'),
};

/** Shows the conversation that the address names. */
async function showChat() {
  const chat = openChat();
  document.body.dataset['view'] = view() === 'list' ? 'list' : 'chat';
  for (const link of document.querySelectorAll('.chat-link'))
    if (link instanceof HTMLElement && link.dataset['chat'] === chat)
      link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  byId('chat-name', HTMLHeadingElement).textContent =
    chat === 'group' ? (document.body.dataset['group'] ?? '') : '机器人';
  showNote();
  await openConversation(me, chat, pendingOf(me, chat));
  const last = latest[chat];
  if (last && isOnScreen(chat)) markSeen(me, chat, last.id);
  showSide();
}

/** Who reads along in the open conversation. */
function showNote() {
  byId('chat-note', HTMLParagraphElement).textContent =
    openChat() === 'group'
      ? `${people.size}人和机器人`
      : `私聊，只有${people.get(me)?.name ?? ''}和机器人看得见`;
}

/** The conversation list: the last line, its time, and what is unread; and who else has news. */
function showSide() {
  for (const chat of /** @type {const} */ (['group', 'private'])) {
    const link = /** @type {HTMLElement} */ (document.querySelector(`.chat-link[data-chat="${chat}"]`));
    const message = latest[chat];
    /** @param {string} name */
    const part = (name) => /** @type {HTMLElement} */ (link.querySelector(name));
    part('.chat-preview').textContent = message ? summary(message) : '还没有消息';
    part('.chat-time').textContent = message ? shortTime(message.at, sampleNow()) : '';
    part('.dot').hidden = !(chat === 'group' ? message && hasGroupNews(me, message.id) : hasPrivateNews(me));
  }
  showNews((account) => account !== me && hasPrivateNews(account));
}

/** @param {Message} message */
function summary({ chat, speaker, text, files }) {
  const words =
    text.trim() || files.map(({ kind, name }) => (kind === 'picture' ? '[图片]' : `[文件]${name}`)).join('');
  const name = speaker.kind === 'bot' ? '机器人' : (people.get(speaker.account)?.name ?? '');
  return chat.kind === 'private' ? words.slice(0, 80) : `${name}：${words.slice(0, 80)}`;
}

/** @param {import('./types.d.ts').Pending} line */
function showSending(line) {
  if (line.as === me && line.chat === openChat()) showPending(line);
}

prepareClock();
prepareConversation(sampleNow);
preparePeople((account) => {
  me = account;
  void enter();
});
prepareComposer(({ text, files }) => say({ as: me, chat: openChat(), text, files }, showSending));
byId('line-list', HTMLOListElement).addEventListener('click', (event) => {
  fillFrom(event);
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.dataset['retry']) retry(target.dataset['retry'], showSending);
});
addEventListener('hashchange', () => {
  showChat().then(() => isWide.matches && focusComposer(), failed);
});
isWide.addEventListener('change', () => void showChat().catch(failed));
document.addEventListener('visibilitychange', () => {
  // A browser keeps six connections to one server: a window that nobody sees gives its own back.
  if (document.visibilityState === 'hidden') return stopListening();
  if (document.body.dataset['ready'] === me) resume();
  const last = latest[openChat()];
  if (last && isOnScreen(openChat())) markSeen(me, openChat(), last.id);
  showSide();
});
void enter();
