import { postMessage } from './api.js';

/**
 * Lines on their way. Each carries a key of its own, under which the server keeps it once however often it is sent, so
 * a retry after a lost answer doubles nothing. Lines leave one after the other, in the order they were said.
 */

/** @typedef {import('./types.d.ts').Pending} Pending */

/** @type {Map<string, Pending>} */
const pending = new Map();
/** @type {Promise<void>} */
let tail = Promise.resolve();

/** `crypto.randomUUID` exists only on secure origins; a page opened over the office network is none. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * @param {Pick<Pending, 'as' | 'chat' | 'text' | 'files'>} line
 * @param {(line: Pending) => void} show
 */
export function say(line, show) {
  const clientId = newKey();
  pending.set(clientId, { ...line, clientId, state: 'sending' });
  send(clientId, show);
}

/** @param {string} clientId @param {(line: Pending) => void} show */
export function retry(clientId, show) {
  if (pending.get(clientId)?.state === 'failed') send(clientId, show);
}

/** @param {string} clientId @param {(line: Pending) => void} show */
function send(clientId, show) {
  /** @param {Pick<Pending, 'state'> & { error?: string }} change */
  const update = (change) => {
    const line = pending.get(clientId);
    if (!line) return;
    const changed = { ...line, ...change };
    pending.set(clientId, changed);
    show(changed);
  };
  update({ state: 'sending' });
  tail = tail.then(async () => {
    const line = pending.get(clientId);
    if (!line) return;
    try {
      await postMessage(line);
      update({ state: 'sent' });
    } catch (error) {
      update({ state: 'failed', error: error instanceof Error ? error.message : '发送失败。' });
    }
  });
}

/** The server's own copy of a line has arrived. @param {string} clientId */
export const arrived = (clientId) => pending.delete(clientId);

/** @param {string} as @param {import('./types.d.ts').ChatName} chat */
export const pendingOf = (as, chat) =>
  [...pending.values()].filter((line) => line.as === as && line.chat === chat);
