import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getFrom, hiddenOn, openBusyDesk, postTo, sendForm, type DeskScene } from '../support/web/desk.js';
import { minimalPdf } from '../support/web/pdf.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
});
afterAll(() => scene.close());

const on = (who: string, path: string, fields: Readonly<Record<string, string | File>>) =>
  sendForm(scene, who, `/desk${path}`, fields);
const read = async (who: string, path: string) =>
  (await getFrom(scene, `/desk${path}`, scene.sit(who))).text();
const file = (bytes: Uint8Array, name: string) => new File([Buffer.from(bytes)], name);

it('WHEN a matter has a PDF THEN its first page is shown beside it, in a frame of the desk alone', async () => {
  const claim = { do: 'claim', item: '8', reason: '植树', on: '2026-11-20' };
  await on('张三', '/own', { ...claim, files: file(minimalPdf('proof'), '证书.pdf') });
  const id = Number(scene.stage.sql<{ id: number }>('SELECT MAX(id) AS id FROM file')[0]?.id);
  const address = `/desk/files/3/${id}`;
  expect(await read('李强', '')).toContain(`src="${address}?view=1#`);
  const shown = await getFrom(scene, `${address}?view=1`, scene.sit('李强'));
  expect([shown.headers.get('content-type'), shown.headers.get('x-frame-options')]).toEqual([
    'application/pdf',
    'SAMEORIGIN',
  ]);
  expect(shown.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  const saved = await getFrom(scene, address, scene.sit('李强'));
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/u);
  expect((await getFrom(scene, `${address}?view=1`, scene.sit('王芳'))).status).toBe(403);
});

it('WHEN a file only calls itself a PDF THEN no browser is told to show it', async () => {
  const claim = { do: 'claim', item: '8', reason: '献血', on: '2026-11-19' };
  const page = file(new TextEncoder().encode('<script>1</script>'), '证书.pdf');
  await on('张三', '/own', { ...claim, files: page });
  const id = Number(scene.stage.sql<{ id: number }>('SELECT MAX(id) AS id FROM file')[0]?.id);
  const shown = await getFrom(scene, `/desk/files/4/${id}?view=1`, scene.sit('李强'));
  expect(shown.headers.get('content-type')).toBe('application/octet-stream');
});

it('WHEN a paper is looked at THEN its first pages are shown, and what is downloaded is what was seen', async () => {
  const cookie = scene.sit('赵敏');
  const preview = await (await getFrom(scene, '/desk/papers/form/preview?year=2026', cookie)).text();
  const picture = /<img class="sheet" src="([^"]+)"/u.exec(preview)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await getFrom(scene, picture, cookie)).headers.get('content-type')).toBe('image/png');
  expect(preview).toMatch(/piece=0">下载[^<]*考核表[^<]*\.docx/u);
  for (const page of [preview, await read('赵敏', '/bundle'), await read('张三', '/papers/forms/preview')])
    expect(page).toMatch(/<a href="\/desk\/papers" aria-current="\w+">材料<[^]*<main/u);
  expect((await getFrom(scene, picture, scene.sit('张三'))).status).toBe(200);
  expect(await read('张三', '/papers/forms/preview')).toMatch(/书记|记录员/u);
  expect(await read('张三', '/papers/forms?piece=1')).toMatch(/书记|记录员/u);
});

it('WHEN one roll is called in two browsers THEN neither undoes what the other put right meanwhile', async () => {
  await scene.stage.say('赵敏', '/活动 支部大会 11月23日15:00 三楼');
  const due = async () => /name="due" value="([^"]+)"/u.exec(await read('赵敏', '/activity?id=1'))?.[1] ?? '';
  const roll = { do: 'roll', activity: '1' };
  await on('赵敏', '/activity?id=1', { ...roll, due: await due(), 'p-4': 'absent' });
  // Both pages show 张三 as absent; one puts it right, the other then marks 王芳 and sends 张三 as it was shown.
  const shown = await due();
  await on('赵敏', '/activity?id=1', { ...roll, due: shown, 'p-4': 'present' });
  await on('赵敏', '/activity?id=1', { ...roll, due: shown, 'p-4': 'absent', 'p-5': 'present' });
  expect(
    scene.stage.sql("SELECT person, presence FROM attendance WHERE presence <> 'unrecorded' ORDER BY person"),
  ).toEqual([
    { person: 4, presence: 'present' },
    { person: 5, presence: 'present' },
  ]);
  expect(await on('赵敏', '/activity?id=1', { ...roll, due: await due(), 'p-4': 'present' })).toContain(
    '请先点选到或缺',
  );
});

it('WHEN one matter is ruled or refused THEN what was typed and ticked for the others stays', async () => {
  const others = { number: '2', 'reason-2': '等本人说明' };
  for (const act of ['reject:1', 'enter', 'confirm:1']) {
    const text = await on('李强', '', { do: act, ...others });
    expect([act, text]).toEqual([act, expect.stringMatching(/name="number" value="2" checked/u)]);
    expect([act, text]).toEqual([act, expect.stringContaining('name="reason-2" value="等本人说明"')]);
  }
  expect(scene.stage.sql('SELECT matter FROM ruling')).toEqual([{ matter: 1 }]);
});

it('WHEN a file is too large THEN the form comes back filled in, and nothing is registered', async () => {
  const fields = { member: '4', item: 'bonus:8:', reason: '写了很久的事由', on: '2026-11-20' };
  const before = scene.stage.sql('SELECT * FROM matter').length;
  const large = file(new Uint8Array(11 * 1024 * 1024), '录像.png');
  const text = await on('赵敏', '/points', { ...fields, files: large });
  expect(text).toMatch(/“录像.png”超过10兆[^]*value="写了很久的事由"/u);
  expect(text).toMatch(/value="4" checked/u);
  expect(scene.stage.sql('SELECT * FROM matter')).toHaveLength(before);
});

it('WHEN nobody sits there THEN no large body is read', async () => {
  const answer = await postTo(scene, '/desk/points', '', {
    files: file(new Uint8Array(2_000_000), '一.png'),
  });
  expect(await answer.text()).toContain('/桌面');
});

it('WHEN a body is too large, however large, THEN its sender reads why, and the connection serves the next request', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sizes = [1_000, 2_000_000, 1_000, 40_000_000, 1_000, 90_000_000, 1_000];
  const answers = [];
  for (const size of sizes) answers.push(await sendRaw(agent, size));
  expect(answers.map(({ text }) => text.includes('/桌面'))).toEqual(sizes.map(() => true));
  expect(new Set(answers.map(({ port }) => port)).size).toBe(1);
  agent.destroy();
});

/** Node's own client on one kept connection: what it sends it sends whole, as a browser does. */
const sendRaw = (agent: Agent, size: number) =>
  new Promise<{ text: string; port: number | undefined }>((resolve, reject) => {
    const headers = {
      origin: scene.url,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': size,
    };
    const sending = request(`${scene.url}/desk/points`, { method: 'POST', agent, headers }, (answer) => {
      const { localPort: port } = answer.socket;
      answer
        .toArray()
        .then((parts) => resolve({ text: Buffer.concat(parts as Buffer[]).toString(), port }), reject);
    });
    sending.on('error', reject);
    sending.end(Buffer.alloc(size));
  });

it('WHEN the program stops between two sendings of a form THEN the second does nothing twice', async () => {
  const cookie = scene.sit('赵敏');
  const none = { group: null, partyJoinedOn: null, phone: null, joinedOn: null, life: {}, regularOn: null };
  const person = { line: 2, name: '新同志', kind: 'member', category: 'office', probationary: false };
  const rows = JSON.stringify([{ ...person, ...none, offices: [] }]);
  const fields = { do: 'importRoster', rows, ...(await hiddenOn(scene, '/desk/roster', cookie)) };
  const first = await postTo(scene, '/desk/roster', cookie, fields);
  await scene.restart();
  const second = await postTo(scene, '/desk/roster', cookie, fields);
  expect([first.status, (await second.text()).includes('刚才已经办过')]).toEqual([303, true]);
  expect(scene.stage.sql("SELECT COUNT(*) AS n FROM audit WHERE use_case = 'roster.importFile'")).toEqual([
    { n: 1 },
  ]);
});
