import { fileAddress } from './api.js';
import { withCommands } from './command-text.js';
import { fullTime, fullTimeWithYear, milliseconds, year } from './dates.js';
import { byId, icon, make, prepareDialog } from './dom.js';
import { avatar, botAvatar, people } from './people.js';

/** How lines look. Whatever people said enters the page as text nodes only. */

/** Milliseconds between two lines after which a time stamp separates them. */
const STAMP_GAP = 5 * 60_000;

const pictureView = byId('picture-view', HTMLDialogElement);
const pictureViewImage = byId('picture-view-image', HTMLImageElement);
prepareDialog(pictureView);

/**
 * @param {string} at
 * @param {string | undefined} before when the line above was said
 * @param {string} now
 * @returns {HTMLElement | undefined}
 */
export function stamp(at, before, now) {
  const isNear = before && Math.abs(milliseconds(at) - milliseconds(before)) < STAMP_GAP;
  if (isNear && before.slice(0, 10) === at.slice(0, 10)) return undefined;
  const words = year(at) === year(now) ? fullTime(at) : fullTimeWithYear(at);
  return make('li', { class: 'stamp' }, make('time', { datetime: at }, words));
}

/**
 * @param {import('./types.d.ts').Message} message
 * @param {string} me
 */
export function messageLine(message, me) {
  const { speaker, text, files } = message;
  const person = speaker.kind === 'person' ? people.get(speaker.account) : undefined;
  const isOwn = speaker.kind === 'person' && speaker.account === me;
  const kind = speaker.kind === 'bot' ? 'bot' : isOwn ? 'own' : 'other';
  const content = files.map((file) => sentFile(file, fileAddress(file.id, me)));
  if (text !== '') content.unshift(bubble(speaker.kind === 'bot' ? withCommands(text) : [text]));
  const line = frame(kind, person, content);
  line.dataset['id'] = String(message.id);
  return line;
}

/**
 * A line that is still on its way, or did not get there.
 * @param {import('./types.d.ts').Pending} pending
 */
export function pendingLine(pending) {
  const content = pending.files.map((file) => waitingFile(file));
  if (pending.text !== '') content.unshift(bubble([pending.text]));
  const line = frame('own', people.get(pending.as), content);
  line.dataset['clientId'] = pending.clientId;
  line.dataset['state'] = pending.state;
  const said = /** @type {HTMLElement} */ (line.querySelector('.said'));
  if (pending.state === 'sending') said.append(make('p', { class: 'mark' }, '发送中'));
  if (pending.state === 'failed') {
    const retry = { type: 'button', class: 'retry', 'data-retry': pending.clientId };
    said.append(
      make('p', { class: 'mark mark-failed' }, pending.error ?? '发送失败。', make('button', retry, '重试')),
    );
  }
  return line;
}

/**
 * @param {'own' | 'other' | 'bot'} kind
 * @param {import('./types.d.ts').Person | undefined} person
 * @param {HTMLElement[]} content
 */
function frame(kind, person, content) {
  const name = kind === 'bot' ? '机器人' : (person?.name ?? '不在名册的人');
  const who = make('p', { class: kind === 'own' ? 'who visually-hidden' : 'who' }, name);
  if (kind === 'other' && person) who.append(make('span', { class: 'who-title' }, person.title));
  const face = person ? avatar(person) : botAvatar();
  return make('li', { class: `line line-${kind}` }, face, make('div', { class: 'said' }, who, ...content));
}

/** @param {(Node | string)[]} parts */
const bubble = (parts) => make('div', { class: 'bubble' }, ...parts);

/**
 * @param {import('./types.d.ts').SentFile} file
 * @param {string} address
 */
function sentFile({ kind, name, size }, address) {
  if (kind === 'file') return fileChip('a', { href: address, download: name }, name, size);
  return picture(address, name);
}

/** @param {File} file */
function waitingFile(file) {
  if (!file.type.startsWith('image/')) return fileChip('span', {}, file.name, file.size);
  return picture(URL.createObjectURL(file), file.name);
}

/** @param {string} address @param {string} name */
function picture(address, name) {
  const image = make('img', { src: address, alt: name, loading: 'lazy' });
  const open = make('button', { type: 'button', class: 'picture', 'aria-label': `查看图片 ${name}` }, image);
  open.addEventListener('click', () => {
    pictureViewImage.src = address;
    pictureViewImage.alt = name;
    pictureView.showModal();
  });
  return open;
}

/** @param {string} tag @param {Record<string, string>} attributes @param {string} name @param {number} size */
export function fileChip(tag, attributes, name, size) {
  const words = make(
    'span',
    { class: 'file-words' },
    make('span', { class: 'file-name' }, name),
    fileSize(size),
  );
  return make(tag, { class: 'file', ...attributes }, icon('file'), words);
}

/** @param {number} bytes */
function fileSize(bytes) {
  const words =
    bytes < 1024
      ? `${bytes}字节`
      : bytes < 1024 * 1024
        ? `${(bytes / 1024).toFixed(0)}KB`
        : `${(bytes / 1024 / 1024).toFixed(1)}MB`;
  return make('span', { class: 'file-size' }, words);
}
