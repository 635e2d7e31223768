/** The server's side of the page; every refusal is an Error whose message is one sentence for people. */

/** @param {string} path @param {Record<string, string | number>} query */
const address = (path, query) =>
  `${path}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`;

/** @param {string} url @param {RequestInit} [init] */
async function ask(url, init) {
  const answer = await fetch(url, init).catch(() => {
    throw new Error('连不上服务，请稍后再试。');
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.error ?? '系统出错，请稍后再试。');
  return body;
}

/** @param {string} as @returns {Promise<import('./types.d.ts').State>} */
export const fetchState = (as) => ask(address('/api/state', { as }));

/**
 * @param {string} as
 * @param {import('./types.d.ts').ChatName} chat
 * @param {number} [before]
 * @returns {Promise<{ messages: import('./types.d.ts').Message[], hasMore: boolean }>}
 */
export const fetchMessages = (as, chat, before) =>
  ask(address('/api/messages', { as, chat, ...(before ? { before } : {}) }));

/** @param {string} as @returns {Promise<{ line: string, summary: string }[]>} */
export const fetchSuggestions = (as) => ask(address('/api/suggestions', { as }));

/** @returns {Promise<import('./types.d.ts').ClockState & { jumps: { label: string, to: string }[] }>} */
export const fetchClock = () => ask('/api/clock');

/** @param {string} to @returns {Promise<import('./types.d.ts').ClockState>} */
export const moveClock = (to) =>
  ask('/api/clock', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ to }),
  });

/** @param {import('./types.d.ts').Pending} line @returns {Promise<{ id: number }>} */
export function postMessage({ as, chat, text, clientId, files }) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ as, chat, text, clientId })) form.append(name, value);
  for (const file of files) form.append('files', file, file.name);
  return ask('/api/messages', { method: 'POST', body: form, signal: AbortSignal.timeout(60_000) });
}

/** @param {number} id @param {string} as */
export const fileAddress = (id, as) => address(`/files/${id}`, { as });

/** Milliseconds before a stream that the browser gave up on is reopened. */
const REOPEN = 2_000;

/**
 * Listens for what happens after the line `after`. The browser reconnects by itself and names the last line it saw.
 * @param {string} as
 * @param {number} after
 * @param {{
 *   message(message: import('./types.d.ts').Message): void,
 *   elsewhere(news: { account: string, id: number }): void,
 *   clock(state: import('./types.d.ts').ClockState): void,
 *   people(list: import('./types.d.ts').Person[]): void,
 *   reload(): void,
 *   connected(isConnected: boolean): void,
 * }} hear
 * @returns {() => void} stops listening
 */
export function listen(as, after, hear) {
  const source = new EventSource(address('/api/events', { as, after }));
  /** @param {Event} event */
  const data = (event) => JSON.parse(/** @type {MessageEvent<string>} */ (event).data);
  source.addEventListener('open', () => hear.connected(true));
  source.addEventListener('error', () => {
    hear.connected(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => hear.reload(), REOPEN);
  });
  source.addEventListener('message', (event) => hear.message(data(event)));
  source.addEventListener('elsewhere', (event) => hear.elsewhere(data(event)));
  source.addEventListener('clock', (event) => hear.clock(data(event)));
  source.addEventListener('people', (event) => hear.people(data(event)));
  source.addEventListener('reload', () => hear.reload());
  return () => source.close();
}
