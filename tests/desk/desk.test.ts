import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, hasChromium, withPage } from '../support/browser.js';
import { openDeskScene, type DeskScene } from '../support/desk.js';
import { createCanvas } from '@napi-rs/canvas';

const picture = new Uint8Array(createCanvas(2, 2).toBuffer('image/png'));
let scene: DeskScene;
beforeAll(async () => {
  scene = await openDeskScene();
  const files = [{ kind: 'picture' as const, name: '一.png', bytes: picture }];
  await scene.stage.say('赵敏', '/加分 张三 8 公益活动', { files });
  await scene.stage.say('赵敏', '/减分 周涛 15 一般 上班时间打游戏', { files });
});
afterAll(async () => {
  await closeBrowser();
  await scene.close();
});

const get = (path: string, cookie = '') =>
  fetch(`${scene.url}${path}`, { headers: { cookie }, redirect: 'manual' });
async function post(
  path: string,
  cookie: string,
  fields: Readonly<Record<string, string>>,
  origin = scene.url,
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return fetch(`${scene.url}${path}`, {
    method: 'POST',
    headers: { cookie, origin },
    body,
    redirect: 'manual',
  });
}
/** The hidden fields of the page's form. */
async function hidden(path: string, cookie: string): Promise<{ csrf: string; key: string }> {
  const text = await (await get(path, cookie)).text();
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`, 'u').exec(text)?.[1] ?? '';
  return { csrf: value('csrf'), key: value('key') };
}

describe('the way into the desk', () => {
  it('WHEN `/桌面` is typed THEN its link works once, by its button, and the cookie goes nowhere else', async () => {
    const [told] = await scene.stage.whisper('李强', '/桌面');
    const link = /http\S+/u.exec(told?.text ?? '')?.[0].slice(scene.url.length) ?? '';
    // A preview in the chat opens it without using it up.
    expect((await get(link)).status).toBe(200);
    const entered = await post(link, '', {});
    expect(entered.headers.get('set-cookie')).toMatch(
      /^desk=\S{43}; Path=\/desk; HttpOnly; SameSite=Strict$/u,
    );
    expect((await post(link, '', {})).status).toBe(410);
    expect(await (await get('/desk', entered.headers.get('set-cookie')?.split(';')[0])).text()).toContain(
      '待我认定',
    );
  });

  it('WHEN the link waits for more than ten minutes THEN it opens nothing', async () => {
    const { key } = scene.keys.invite({ branch: scene.branch, account: '李强' });
    scene.stage.clock.set('2026-11-23T09:11:00');
    expect((await post(`/desk/in/${key}`, '', {})).status).toBe(410);
  });

  it('WHEN `/桌面` is typed in the group THEN no link is shown there', async () => {
    const said = await scene.stage.say('李强', '/桌面');
    expect(
      said
        .filter(({ chat }) => chat.kind === 'group')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('http');
  });

  it('WHEN one address tries wrong links THEN the sixth is told to wait', async () => {
    scene.stage.clock.set('2026-11-23T09:13:00');
    const tries = [];
    for (let count = 0; count < 6; count += 1) tries.push((await get(`/desk/in/wrong${count}`)).status);
    expect(tries).toEqual([410, 410, 410, 410, 410, 429]);
    expect((await post('/desk/in/wrong', '', {})).status).toBe(429);
    scene.stage.clock.set('2026-11-23T09:15:00');
  });

  it('WHEN nobody sits there THEN every address says how to come in', async () => {
    for (const path of ['/desk', '/desk/scores', '/desk/papers/summary', '/desk/files/1/1'])
      expect([path, (await get(path)).status]).toEqual([path, 401]);
  });

  it('WHEN the account is taken away THEN its next request ends the session', async () => {
    const cookie = scene.sit('王芳');
    expect((await get('/desk', cookie)).status).toBe(200);
    await scene.stage.whisper('李强', '/解绑 王芳');
    expect((await get('/desk', cookie)).status).toBe(401);
  });
});

describe('who may read and do what', () => {
  it.each([
    ['张三', '/desk/roster'],
    ['张三', '/desk/scores'],
    ['张三', '/desk/dues'],
    ['张三', '/desk/points'],
  ])('%s does not read %s', async (who, path) => {
    expect(await (await get(path, scene.sit(who))).text()).toContain('不对您开放');
  });

  it('WHEN a member asks for the score of another THEN no figure is shown, nor drawn', async () => {
    const text = await (await get('/desk/score?person=1', scene.sit('张三'))).text();
    expect(text).toContain('他人的积分由记录员和书记掌握');
    expect(text).not.toMatch(/对照|<svg|>1\d\d</u);
    expect(await (await get('/desk/score?person=4', scene.sit('何平'))).text()).toMatch(/基础 100/u);
  });

  it.each(['/desk/score?year=1e400', '/desk/scores?year=-5', '/desk/papers/form?year=1.5', '/desk/nowhere'])(
    '%s is answered in Chinese',
    async (path) => {
      const answer = await get(path, scene.sit('李强'));
      expect(answer.status).not.toBe(500);
      expect(await answer.text()).toMatch(/lang="zh-CN"|^PK/u);
    },
  );

  it('WHEN a form carries what its fields cannot THEN it says what is missing and nothing is written', async () => {
    const cookie = scene.sit('赵敏');
    const sent = async (path: string, fields: Readonly<Record<string, string>>) =>
      (await post(path, cookie, { ...fields, ...(await hidden(path, cookie)) })).text();
    const points = { member: '4', item: 'bonus:8:', reason: '献血', on: '2026-11-20' };
    expect(await sent('/desk/points', { ...points, on: '2027-02-30' })).toContain('请选择日期');
    expect(await sent('/desk/points', { ...points, times: '5' })).toContain('一次一条');
    expect(await sent('/desk/dues', { pay: '4/2026-13' })).toContain('请先勾选');
    expect(
      await sent('/desk/activities', { kind: 'lecture', at: '2027-02-30T15:00', place: '三楼' }),
    ).toContain('请选择时间');
    expect(scene.stage.sql('SELECT COUNT(*) AS n FROM matter')).toEqual([{ n: 2 }]);
    expect(scene.stage.sql('SELECT COUNT(*) AS n FROM activity')).toEqual([{ n: 0 }]);
  });

  it('the evidence of a deduction is not shown to its subject, and that of a bonus is', async () => {
    expect((await get('/desk/files/2/2', scene.sit('周涛'))).status).toBe(403);
    expect((await get('/desk/files/1/1', scene.sit('张三'))).status).toBe(200);
    expect((await get('/desk/files/1/2', scene.sit('张三'))).status).toBe(403);
  });

  it('WHEN a form comes from elsewhere, or without the mark of the session THEN nothing is done', async () => {
    const cookie = scene.sit('李强');
    const { key } = await hidden('/desk', cookie);
    expect(
      (await post('/desk', cookie, { do: 'confirm:1', key, csrf: 'x' }, 'http://elsewhere')).status,
    ).toBe(403);
    const stale = await post('/desk', cookie, { do: 'confirm:1', key, csrf: 'x' });
    expect(await stale.text()).toContain('没有办理');
    expect(scene.stage.sql('SELECT * FROM ruling')).toEqual([]);
  });

  it('WHEN an officer rules on what they proposed THEN four eyes hold as in the chat', async () => {
    const cookie = scene.sit('赵敏');
    const answer = await post('/desk', cookie, { do: 'confirm:1', ...(await hidden('/desk', cookie)) });
    expect(answer.status).toBe(200);
    expect(scene.stage.sql('SELECT * FROM ruling')).toEqual([]);
  });
});

describe.skipIf(!hasChromium())('the work of a day', () => {
  it('the secretary sees the evidence and rules; a form sent twice does nothing twice', async () => {
    const cookie = scene.sit('李强');
    await withPage(`${scene.url}/desk`, async (page) => {
      await page.context().addCookies([{ name: 'desk', value: cookie.slice(5), url: `${scene.url}/desk` }]);
      await page.goto(`${scene.url}/desk`);
      await page.locator('.proof img').first().waitFor();
      const fields = await hidden('/desk', cookie);
      await page.getByRole('checkbox', { name: '勾选 #1' }).check();
      await page.getByRole('checkbox', { name: '勾选 #2' }).check();
      await page.getByRole('button', { name: '确认勾选的各条' }).click();
      await page.getByRole('status').waitFor();
      // The deduction has still to be heard: each is judged by itself.
      expect(await page.getByRole('status').textContent()).toMatch(/#1[^]*#2 暂不能认定/u);
      await page.getByRole('button', { name: '已当面听取，确认' }).click();
      await page.getByText('目前没有待办').waitFor();
      expect(scene.stage.sql('SELECT matter FROM ruling ORDER BY matter')).toEqual([
        { matter: 1 },
        { matter: 2 },
      ]);
      await post('/desk', cookie, { do: 'confirm:1', ...fields });
      const again = await post('/desk', cookie, { do: 'confirm:1', ...fields });
      expect(await again.text()).toMatch(/刚才已经办过|已/u);
      expect(scene.stage.sql('SELECT COUNT(*) AS n FROM ledger_entry')).toEqual([{ n: 2 }]);
    });
  });

  it('the recorder calls an activity, the roll, and enters points with a picture for two', async () => {
    await withPage(`${scene.url}/desk`, async (page) => {
      const value = scene.sit('赵敏').slice(5);
      await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
      await page.goto(`${scene.url}/desk/activities`);
      await page.getByText('通知新活动').click();
      await page.getByRole('combobox', { name: /^类型/u }).selectOption({ label: '支部大会' });
      await page.getByLabel('时间').fill('2026-11-23T15:00');
      await page.getByLabel('地点').fill('三楼会议室');
      await page.getByRole('button', { name: '在群里通知' }).click();
      await page.getByRole('status').waitFor();
      expect(
        scene.stage.said.some(({ chat, text }) => chat.kind === 'group' && text.includes('三楼会议室')),
      ).toBe(true);
      await scene.stage.advance('2026-11-23T15:10:00');
      await page.goto(`${scene.url}/desk/activity?id=1`);
      await page.getByRole('group', { name: '张三' }).getByLabel('到').check();
      await page.getByRole('group', { name: '周涛' }).getByLabel('缺').check();
      await page.getByRole('button', { name: '登记点名' }).click();
      await page.getByRole('status').waitFor();
      await page.goto(`${scene.url}/desk/points`);
      await page.getByRole('button', { name: '登记，请书记认定' }).click();
      const whom = page.getByRole('group', { name: '为谁登记' });
      await whom.getByRole('checkbox', { name: '张三' }).check();
      await whom.getByRole('checkbox', { name: '周涛' }).check();
      await page.getByRole('combobox', { name: /^项目/u }).selectOption({ index: 1 });
      await page.getByLabel('事由').fill('植树 <b>');
      await page
        .getByLabel('材料')
        .setInputFiles({ name: '植树.png', mimeType: 'image/png', buffer: Buffer.from(picture) });
      await page.getByRole('button', { name: '登记，请书记认定' }).click();
      await page.getByRole('status').waitFor();
      expect(await page.getByRole('status').textContent()).toMatch(/#3[^]*#4/u);
    });
    const marks = scene.stage.sql<{ presence: string }>(
      "SELECT presence FROM attendance WHERE presence <> 'unrecorded' ORDER BY person",
    );
    expect(marks.map(({ presence }) => presence)).toEqual(['present', 'absent']);
  });

  it.each([390, 1280])('nothing is wider than %i px, and every field has a name', async (width) => {
    await withPage(
      `${scene.url}/desk`,
      async (page) => {
        const value = scene.sit('李强').slice(5);
        await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
        for (const path of [
          '',
          '/own',
          '/activities',
          '/activity?id=1',
          '/scores',
          '/points',
          '/roster',
          '/dues',
          '/papers',
          '/year',
          '/status',
        ]) {
          await page.goto(`${scene.url}/desk${path}`);
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          expect([path, Number(wide) <= width]).toEqual([path, true]);
          const unnamed = page
            .locator('input:not([type=hidden]):not([aria-label]), select, textarea')
            .filter({ hasNot: page.locator('xpath=ancestor::label') });
          for (const field of await unnamed.all())
            expect(await field.evaluate('(element) => element.labels.length')).toBeGreaterThan(0);
        }
      },
      { viewport: { width, height: 800 } },
    );
  });
});

describe('papers', () => {
  it('are those of the chat, made for who may have them', async () => {
    const file = await get('/desk/papers/summary?year=2026', scene.sit('赵敏'));
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/u);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(await (await get('/desk/papers/summary', scene.sit('张三'))).text()).toMatch(/书记|记录员/u);
  });
});
