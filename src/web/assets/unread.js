/**
 * What each person has seen, kept in the browser: for every account the newest line of either chat that was on screen
 * while this window spoke as that person.
 */

/** @param {string} account @param {import('./types.d.ts').ChatName} chat */
const key = (account, chat) => `seen:${chat}:${account}`;

/** @type {Map<string, number>} The newest private line of each account. */
const news = new Map();

/** The newest line there is: a number seen beyond it belongs to a history that was thrown away. */
let newest = 0;

/** @param {string} account @param {import('./types.d.ts').ChatName} chat @param {number} id */
const isNewer = (account, chat, id) => {
  const seen = Number(localStorage.getItem(key(account, chat)) ?? '0');
  return id > (seen > newest ? 0 : seen);
};

/** @param {import('./types.d.ts').State} state */
export function learnNews(state) {
  newest = state.lastId;
  for (const [account, id] of Object.entries(state.news)) news.set(account, id);
}

/** @param {string} account @param {number} id */
export function addNews(account, id) {
  newest = Math.max(newest, id);
  news.set(account, Math.max(news.get(account) ?? 0, id));
}

/** @param {string} account @param {import('./types.d.ts').ChatName} chat @param {number} id */
export function markSeen(account, chat, id) {
  newest = Math.max(newest, id);
  if (isNewer(account, chat, id)) localStorage.setItem(key(account, chat), String(id));
}

/** @param {string} account */
export const hasPrivateNews = (account) => isNewer(account, 'private', news.get(account) ?? 0);

/** @param {string} account @param {number} id */
export const hasGroupNews = (account, id) => isNewer(account, 'group', id);
