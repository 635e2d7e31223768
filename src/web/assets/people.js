import { byId, make, prepareDialog } from './dom.js';

/**
 * The people of the sample branch, and as whom one speaks. The list stands in the shell as radio buttons (arrow keys
 * move through it); on a phone a sheet shows a second one.
 */
const list = byId('people', HTMLFieldSetElement);
const peopleList = /** @type {HTMLElement} */ (list.querySelector('.people-list'));
const sheet = byId('people-sheet', HTMLDialogElement);
const sheetList = byId('people-sheet-list', HTMLDivElement);
const speaker = byId('speaker', HTMLButtonElement);

/** @type {Map<string, import('./types.d.ts').Person>} */
export const people = new Map();
for (const input of list.querySelectorAll('input')) {
  const { name = '', title = '', tone = '0' } = input.dataset;
  people.set(input.value, { account: input.value, name, title, tone });
}

/**
 * Takes over who can be spoken as now: people join the roster, and offices change, while the page is open.
 * @param {import('./types.d.ts').Person[]} list the whole list, in its order
 * @returns {boolean} whether anything is different
 */
export function learnPeople(list) {
  /** @param {import('./types.d.ts').Person} person */
  const told = ({ account, name, title, tone }) => [account, name, title, tone].join('\n');
  if (list.map(told).join('\n') === [...people.values()].map(told).join('\n')) return false;
  people.clear();
  for (const person of list) people.set(person.account, person);
  peopleList.replaceChildren(...list.map((person) => choice(person, 'person')));
  sheetList.replaceChildren(...list.map((person) => choice(person, 'sheet-person')));
  return true;
}

/**
 * The same row as in the shell (src/web/shell.ts).
 * @param {import('./types.d.ts').Person} person
 * @param {string} group of radio buttons
 */
const choice = (person, group) =>
  make(
    'label',
    { class: 'person' },
    make('input', { type: 'radio', name: group, value: person.account }),
    avatar(person),
    make('span', { class: 'person-name' }, person.name),
    make('span', { class: 'person-title' }, person.title),
    make('span', { class: 'dot', role: 'img', 'aria-label': '有新私聊', hidden: true }),
  );

/**
 * The first character of the name on the person's own tint.
 * @param {import('./types.d.ts').Person} person
 */
export const avatar = ({ name, tone }) =>
  make('span', { class: 'avatar', 'data-tone': tone, 'aria-hidden': 'true' }, [...name][0] ?? '');

/** @returns {HTMLElement} */
export const botAvatar = () => make('img', { class: 'avatar', src: '/assets/bot.svg', alt: '' });

/** Whom this window last spoke as: of this tab, else of the last one. */
export function rememberedPerson() {
  const asked = new URLSearchParams(location.search).get('as');
  const known = [asked, sessionStorage.getItem('as'), localStorage.getItem('as')].find(
    (account) => account !== null && people.has(account),
  );
  return known ?? people.keys().next().value ?? '';
}

/**
 * Shows who speaks.
 * @param {string} account
 */
export function showPerson(account) {
  const person = people.get(account);
  if (!person) return;
  sessionStorage.setItem('as', account);
  localStorage.setItem('as', account);
  for (const input of document.querySelectorAll('.people-list input'))
    if (input instanceof HTMLInputElement) input.checked = input.value === account;
  speaker.replaceChildren(avatar(person));
  speaker.setAttribute('aria-label', `现在以${person.name}的身份说话，点开可换人`);
  speaker.title = `${person.name} · ${person.title}`;
}

/**
 * Marks who has a private line that nobody has looked at yet.
 * @param {(account: string) => boolean} hasNews
 */
export function showNews(hasNews) {
  for (const input of document.querySelectorAll('.people-list input')) {
    const dot = input.parentElement?.querySelector('.dot');
    if (input instanceof HTMLInputElement && dot instanceof HTMLElement) dot.hidden = !hasNews(input.value);
  }
}

/** @param {(account: string) => void} choose */
export function preparePeople(choose) {
  const copy = peopleList.cloneNode(true);
  sheetList.append(...copy.childNodes);
  for (const input of sheetList.querySelectorAll('input')) input.name = 'sheet-person';
  /** @param {Event} event */
  const changed = (event) => choose(/** @type {HTMLInputElement} */ (event.target).value);
  list.addEventListener('change', changed);
  sheetList.addEventListener('change', changed);
  // A tap or Enter chooses and closes; the arrow keys move through the list and leave it open.
  sheetList.addEventListener('click', (event) => {
    if (event.detail > 0) setTimeout(() => sheet.close());
  });
  sheetList.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') sheet.close();
  });
  speaker.addEventListener('click', () => sheet.showModal());
  prepareDialog(sheet);
}
