import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayAct } from '../../src/app/perform.js';
import { pages } from '../../src/desk/pages.js';
import { founder } from '../../src/cli/stage/founder.js';
import { getFrom, hiddenOn, openBusyDesk, postTo, sendForm, type DeskScene } from '../support/web/desk.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
  await scene.stage.say('赵敏', '/活动 支部大会 11月23日15:00 三楼会议室');
});
afterAll(() => scene.close());

const read = async (who: string, path: string) =>
  (await getFrom(scene, `/desk${path}`, scene.sit(who))).text();
const on = (who: string, path: string, fields: Readonly<Record<string, string>>) =>
  sendForm(scene, who, `/desk${path}`, fields);

describe('every address', () => {
  const roles = ['李强', '钱进', '赵敏', '张三', '何平'];

  it.each(roles)('as %s is open exactly to those whom the chat answers', async (who) => {
    const { facts } = scene.stage.bot.store.snapshot(scene.branch);
    const person = facts.all('person').find(({ name }) => name === who) ?? null;
    for (const page of pages) {
      const text = await read(who, page.path);
      expect([page.path, !text.includes('不对您开放')]).toEqual([page.path, mayAct(facts, person, page.who)]);
      if (!mayAct(facts, person, page.who))
        expect(/<main[^]*<\/main>/u.exec(text)?.[0]).not.toMatch(/张三|周涛|打游戏/u);
    }
  });

  it('as nobody tells nothing, and shows again what was typed', async () => {
    for (const page of pages) {
      const { path } = page;
      const shown = await getFrom(scene, `/desk${path}`);
      expect([path, shown.status]).toEqual([path, 401]);
      expect(await shown.text()).not.toMatch(/张三|李强/u);
      if (!('read' in page)) continue;
      const sent = await postTo(scene, `/desk${path}`, '', { do: 'x', csrf: 'x', note: '写了很久的一段' });
      expect([path, sent.status]).toEqual([path, 401]);
      expect(await sent.text()).toMatch(/没有办理[^]*写了很久的一段/u);
    }
  });

  it('tells nobody but its ruler of a deduction that its subject does not hear of yet, as the chat does', async () => {
    await scene.stage.say('赵敏', '/减分 王芳 15 一般 偷懒 证明 张三、周涛');
    const number = Number(scene.stage.sql<{ n: number }>('SELECT MAX(number) AS n FROM matter')[0]?.n);
    for (const [who, isHeard] of [
      ['何平', false],
      ['李强', true],
      ['赵敏', true],
    ] as const) {
      const page = await read(who, '/score?person=5');
      const chat = await scene.stage.whisper(who, '/明细 王芳');
      const matter = await scene.stage.whisper(who, `/待办 ${number}`);
      const heard = [page, chat.map(({ text }) => text).join()].map((text) =>
        text.includes(`待认定 #${number}`),
      );
      expect([who, ...heard, matter.some(({ text }) => text.includes('偷懒'))]).toEqual([
        who,
        isHeard,
        isHeard,
        isHeard,
      ]);
    }
    await scene.stage.whisper('赵敏', `/撤回 ${number}`);
  });

  it('as a member shows nobody else: no score, no telephone, no reason', async () => {
    await scene.stage.whisper('赵敏', '/党员 修改 周涛 手机 13800000009');
    for (const { path } of pages) {
      const text = await read('张三', `${path}?id=6&person=6`);
      expect([path, /打游戏|13800000009|97/u.test(text.replaceAll(/value="[^"]*"/gu, ''))]).toEqual([
        path,
        false,
      ]);
    }
  });
});

describe('what weighs more than a click', () => {
  it('“全到” asks first, and says that it has not begun', async () => {
    const asked = await on('赵敏', '/activity?id=1', { do: 'askAll', activity: '1' });
    expect(asked).toMatch(/活动还没有开始[^]*将记为到会的6人[^]*都到了，登记/u);
    expect(scene.stage.sql("SELECT * FROM attendance WHERE presence = 'present'")).toEqual([]);
  });

  it('a change of standing has no tick box, and is read once more before it is confirmed', async () => {
    await scene.stage.whisper('赵敏', '/党员 调整 周涛 离退休党员 会议 11月20日');
    const number = Number(scene.stage.sql<{ n: number }>('SELECT MAX(number) AS n FROM matter')[0]?.n);
    expect(await read('李强', '')).toMatch(new RegExp(`value="ask:${number}"`, 'u'));
    expect(await read('李强', '')).not.toContain(`aria-label="勾选 #${number}"`);
    expect(await on('李强', '', { do: `ask:${number}` })).toMatch(/确认 #\d+？[^]*核对无误/u);
    expect(scene.stage.sql('SELECT * FROM ruling')).toEqual([]);
    expect(await on('李强', '', { do: `confirm:${number}` })).toContain(`#${number}`);
    expect(await on('李强', '', { do: `ask:${number}` })).toContain('情况已经变了');
  });
});

describe('a forged form', () => {
  it.each(['张三', '周涛', '何平'])('of %s gets no preview that the page does not show', async (who) => {
    const asked = await on(who, '', { do: 'ask:2' });
    expect(asked).toContain('没有对您开放');
    expect(asked).not.toMatch(/打游戏|核对无误/u);
    const all = await on(who, '/activity?id=1', { do: 'askAll', activity: '1' });
    expect(all).not.toMatch(/将记为到会|都到了/u);
    expect(await on(who, '/roster', { do: 'readRoster' })).not.toContain('照此导入');
  });

  it.each([
    ['/points', { member: '999', item: 'bonus:8:', reason: '献血', on: '2026-11-20' }],
    ['/dues', { pay: '999/2026-11' }],
    ['/activity?id=1', { do: 'close', activity: '999' }],
  ])('to %s with a number of nobody is one clear sentence', async (path, fields) => {
    expect(await on('赵敏', path, fields)).toContain('没有对您开放');
  });
});

describe('papers and notice', () => {
  it('a year is one file, made while its page counts', async () => {
    const cookie = scene.sit('赵敏');
    const look = async (rest = '') => getFrom(scene, `/desk/bundle?year=2026${rest}`, cookie);
    let page = await look();
    expect(page.headers.get('refresh')).toBe('2');
    expect(await page.text()).toMatch(/已完成\d\/\d/u);
    while (page.headers.get('refresh') !== null) page = await look();
    const zip = unzipSync(new Uint8Array(await (await look('&get=1')).arrayBuffer()));
    expect(Object.keys(zip).length).toBeGreaterThan(5);
    expect(Object.keys(zip).join()).toContain('考核表');
    await scene.stage.whisper('李强', '/免职 赵敏 记录员');
    const after = await look('&get=1');
    expect([after.headers.get('refresh'), after.headers.get('content-disposition')]).toEqual(['2', null]);
    await scene.stage.whisper('李强', '/任职 赵敏 记录员 推荐 未办');
  });

  it('the corridor shows the last notice in the order of the roster, and how to object', async () => {
    expect(await read('张三', '/notice')).toContain('目前没有公示');
    await scene.stage.whisper('李强', '/确认 1');
    await scene.stage.whisper('李强', '/公示 四季度');
    await scene.stage.advance('2027-01-05T10:00:00');
    expect(await read('张三', '/notice')).toMatch(/四季度积分[^]*李强[^]*张三[^]*103[^]*\/异议 公示\d/u);
  });
});

describe('those above several branches', () => {
  it('see how each stands, without anybody of it, and go into the one they are of', async () => {
    const other = await scene.stage.found('机关第二党支部', [
      founder('孙立', { offices: ['secretary'] }),
      founder('何平', { kind: 'superior', category: null }),
    ]);
    const table = await read('何平', '/branches');
    expect(table).toMatch(/机关第一党支部[^]*机关第二党支部/u);
    expect(/<main[^]*<\/main>/u.exec(table)?.[0]).not.toMatch(/张三|孙立|周涛/u);
    const cookie = scene.sit('何平');
    const { csrf } = await hiddenOn(scene, '/desk/branches', cookie);
    const gone = await postTo(scene, '/desk/branch', cookie, { csrf, branch: other });
    const into = gone.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await getFrom(scene, '/desk/roster', into)).text()).toContain('孙立');
    expect((await getFrom(scene, '/desk', cookie)).status).toBe(401);
    const member = scene.sit('张三');
    const { csrf: own } = await hiddenOn(scene, '/desk', member);
    expect((await postTo(scene, '/desk/branch', member, { csrf: own, branch: other })).status).toBe(403);
  });

  it('the page of components is served in the sample alone', async () => {
    expect(await read('李强', '/style')).toContain('没有这个地址');
  });
});
