import { fetchSuggestions } from './api.js';
import { byId, icon, make, tell } from './dom.js';
import { fileChip } from './lines.js';

/** Where one writes: text, pictures and files, and the commands that this person could use now. */
const form = byId('composer', HTMLFormElement);
const field = byId('say', HTMLTextAreaElement);
const chips = byId('chips', HTMLDivElement);
const previews = byId('previews', HTMLUListElement);
const alert = byId('alert', HTMLParagraphElement);

const MAXIMUM_TEXT = 20_000;
const MAXIMUM_FILES = 9;
const MAXIMUM_FILE_BYTES = 10 * 1024 * 1024;

/** Words that stand for something the writer has to put in; they are selected, so that typing replaces them. */
const PLACEHOLDER = /(?<=\s)(理由|原因|事由|意见|文字|说明|姓名|正文|认领码|要补充什么)$/u;

/** @type {File[]} */
let files = [];

/**
 * @param {(line: { text: string, files: File[] }) => void} send
 */
export function prepareComposer(send) {
  const submit = () => {
    const text = field.value.replace(/\s+$/u, '');
    if (text === '' && files.length === 0) return;
    if (text.length > MAXIMUM_TEXT) return tell(alert, '一条消息最多20000字，请分几条发送。');
    send({ text, files });
    field.value = '';
    files = [];
    tell(alert);
    showFiles();
    grow();
    field.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener('keydown', (event) => {
    // While an input method composes, Enter chooses characters; Safari reports that Enter only as key code 229.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  field.addEventListener('input', grow);
  chips.addEventListener('click', fillFrom);
  prepareFiles();
}

function prepareFiles() {
  for (const id of ['pick-pictures', 'pick-files']) {
    const input = byId(id, HTMLInputElement);
    input.addEventListener('change', () => {
      addFiles(input.files);
      input.value = '';
      field.focus();
    });
  }
  field.addEventListener('paste', (event) => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    addFiles(event.clipboardData.files);
  });
  const talk = /** @type {HTMLElement} */ (form.closest('main'));
  talk.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    talk.classList.add('is-dropping');
  });
  talk.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node) || !talk.contains(event.relatedTarget))
      talk.classList.remove('is-dropping');
  });
  talk.addEventListener('drop', (event) => {
    talk.classList.remove('is-dropping');
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    addFiles(event.dataTransfer.files);
  });
}

/** @param {FileList | null} added */
function addFiles(added) {
  const all = [...files, ...(added ?? [])];
  const large = all.find((file) => file.size > MAXIMUM_FILE_BYTES);
  if (large) tell(alert, `“${large.name}”超过10MB，发不出去。`);
  else if (all.length > MAXIMUM_FILES) tell(alert, `一次最多发送${MAXIMUM_FILES}个文件。`);
  else tell(alert);
  files = all.filter((file) => file.size <= MAXIMUM_FILE_BYTES).slice(0, MAXIMUM_FILES);
  showFiles();
}

function showFiles() {
  for (const image of previews.querySelectorAll('img')) URL.revokeObjectURL(image.src);
  previews.replaceChildren(...files.map(preview));
}

/** @param {File} file */
function preview(file) {
  const shown = file.type.startsWith('image/')
    ? make('img', { src: URL.createObjectURL(file), alt: file.name })
    : fileChip('span', {}, file.name, file.size);
  const remove = make(
    'button',
    { type: 'button', class: 'remove', 'aria-label': `去掉 ${file.name}` },
    icon('close'),
  );
  remove.addEventListener('click', () => {
    files = files.filter((other) => other !== file);
    showFiles();
    field.focus();
  });
  return make('li', {}, shown, remove);
}

/** The field grows with its text, up to the height that the style allows. */
function grow() {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

/**
 * Puts the line of a tapped command into the field, to be completed and sent by hand.
 * @param {Event} event
 */
export function fillFrom(event) {
  const button = /** @type {Element} */ (event.target).closest('[data-line]');
  if (!(button instanceof HTMLElement)) return;
  field.value = button.dataset['line'] ?? '';
  grow();
  field.focus();
  const placeholder = PLACEHOLDER.exec(field.value);
  field.setSelectionRange(placeholder?.index ?? field.value.length, field.value.length);
}

let asked = '';

/**
 * Offers the commands of this person.
 * @param {string} account
 */
export async function showSuggestions(account) {
  if (asked !== account) chips.replaceChildren();
  asked = account;
  const found = await fetchSuggestions(account).catch(() => []);
  if (asked !== account) return;
  const scrolled = chips.scrollLeft;
  chips.replaceChildren(
    ...found.map(({ line, summary }) =>
      make('button', { type: 'button', class: 'chip', 'data-line': line, title: summary }, line),
    ),
  );
  chips.scrollLeft = scrolled;
}

/** @param {string} name */
export function nameSpeaker(name) {
  field.placeholder = `以${name}的身份说话`;
}

export const focusComposer = () => field.focus();
