import Database from 'libsql';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freshFolder, startBot, type Started } from '../support/processes/bot-server.js';

const newcomers = 200;
/** Until the file has more in it than before; not for ever, as the form may be one that was done already. */
async function grown(folder: string) {
  const size = () => statSync(join(folder, 'zhibu.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  const before = size();
  for (let turn = 0; turn < 400 && size() === before; turn += 1) await wait(1);
}

/** When the power fails after the form was sent: while it is read, while the file is being written, a little later. */
const kills: readonly ((folder: string) => Promise<unknown>)[] = [
  () => wait(1),
  grown,
  (folder) => grown(folder).then(() => wait(5)),
];

type Fields = Readonly<Record<string, string | File>>;

async function post(bot: Started, path: string, cookie: string, fields: Fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { cookie, origin: new URL(bot.url).origin };
  return fetch(`${bot.url}desk${path}`, { method: 'POST', headers, body, redirect: 'manual' });
}

const hidden = (page: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]+)"`, 'u').exec(page)?.[1] ?? '').replaceAll('&quot;', '"');

/** What the file holds, read without the program. */
function held(folder: string) {
  const db = new Database(join(folder, 'zhibu.db'), { readonly: true });
  const count = (from: string) => (db.prepare(`SELECT COUNT(*) AS n FROM ${from}`).get() as { n: number }).n;
  const state = {
    people: count("person WHERE name LIKE '新人%'"),
    told: count("audit WHERE use_case = 'roster.importFile'"),
  };
  db.close();
  return state;
}

it('WHEN the program is killed within an import on the desk THEN all of it is there or nothing, and the same form again does it once', async () => {
  const place = freshFolder();
  let bot = await startBot(place.folder);
  const sat = await post(bot, '/sit', '', { account: 'zhaomin' });
  const [cookie = ''] = (sat.headers.get('set-cookie') ?? '').split(';');
  const rows = Array.from(
    { length: newcomers },
    (_, index) => `新人${'甲乙丙丁戊己庚辛壬癸'[index % 10] ?? ''}${index},机关党员`,
  );
  const table = new File([['姓名,类别', ...rows].join('\n')], '名册.csv', { type: 'text/csv' });
  const first = await (await fetch(`${bot.url}desk/roster`, { headers: { cookie } })).text();
  const read = { csrf: hidden(first, 'csrf'), key: hidden(first, 'key'), do: 'readRoster', roster: table };
  const plan = await (await post(bot, '/roster', cookie, read)).text();
  const form = {
    ...{ csrf: hidden(plan, 'csrf'), key: hidden(plan, 'key'), do: 'importRoster' },
    rows: hidden(plan, 'rows'),
  };
  expect(JSON.parse(form.rows) as unknown[]).toHaveLength(newcomers);
  for (const moment of kills) {
    const sent = post(bot, '/roster', cookie, form).catch(() => undefined);
    await moment(place.folder);
    await bot.kill();
    await sent;
    const { people, told } = held(place.folder);
    expect([people, told]).toEqual(people === 0 ? [0, 0] : [newcomers, 1]);
    bot = await startBot(place.folder);
  }
  await post(bot, '/roster', cookie, form);
  expect(held(place.folder)).toEqual({ people: newcomers, told: 1 });
  expect(await bot.stop()).toBe(0);
  place.remove();
}, 120_000);
