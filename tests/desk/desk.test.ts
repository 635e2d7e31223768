import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFrom, hiddenOn, openBusyDesk, postTo, type DeskScene } from '../support/web/desk.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
});
afterAll(() => scene.close());

describe('the way into the desk', () => {
  it('WHEN `/桌面` is typed THEN its link works once, by its button, and the cookie goes nowhere else', async () => {
    const [told] = await scene.stage.whisper('李强', '/桌面');
    const link = /http\S+/u.exec(told?.text ?? '')?.[0].slice(scene.url.length) ?? '';
    // A preview in the chat opens it without using it up.
    expect((await getFrom(scene, link)).status).toBe(200);
    const entered = await postTo(scene, link, '', {});
    expect(entered.headers.get('set-cookie')).toMatch(
      /^desk=\S{43}; Path=\/desk; HttpOnly; SameSite=Strict$/u,
    );
    expect((await postTo(scene, link, '', {})).status).toBe(410);
    expect(
      await (await getFrom(scene, '/desk', entered.headers.get('set-cookie')?.split(';')[0])).text(),
    ).toContain('待我认定');
  });

  it('WHEN the link waits for more than ten minutes THEN it opens nothing', async () => {
    const { key } = scene.keys.invite({
      branch: scene.branch,
      account: '李强',
    });
    scene.stage.clock.set('2026-11-23T09:11:00');
    expect((await postTo(scene, `/desk/in/${key}`, '', {})).status).toBe(410);
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

  it('WHEN one address tries wrong links THEN the sixth is told to wait, and a good one still opens', async () => {
    scene.stage.clock.set('2026-11-23T09:13:00');
    const tries = [];
    for (let count = 0; count < 6; count += 1)
      tries.push((await getFrom(scene, `/desk/in/wrong${count}`)).status);
    expect(tries).toEqual([410, 410, 410, 410, 410, 429]);
    expect((await postTo(scene, '/desk/in/wrong', '', {})).status).toBe(429);
    // Behind a proxy everybody has one address.
    const { key } = scene.keys.invite({ branch: scene.branch, account: '李强' });
    expect((await getFrom(scene, `/desk/in/${key}`)).status).toBe(200);
    expect((await postTo(scene, `/desk/in/${key}`, '', {})).status).toBe(303);
    scene.stage.clock.set('2026-11-23T09:15:00');
  });

  it('WHEN nobody sits there THEN every address says how to come in', async () => {
    for (const path of ['/desk', '/desk/scores', '/desk/papers/summary', '/desk/files/1/1'])
      expect([path, (await getFrom(scene, path)).status]).toEqual([path, 401]);
  });

  it('WHEN the program starts anew THEN who sat there sits, until the working day is over or they leave', async () => {
    const [stays, leaves] = [scene.sit('钱进'), scene.sit('周涛')];
    const { csrf } = await hiddenOn(scene, '/desk', leaves);
    await postTo(scene, '/desk/out', leaves, { csrf });
    const kept = scene.stage.sql<{ key: string; value: Uint8Array }>(
      "SELECT * FROM meta WHERE key LIKE 'desk/%'",
    );
    expect(kept.map(({ key, value }) => `${key}${Buffer.from(value).toString()}`).join()).not.toMatch(
      new RegExp(`钱进|${stays.slice(5)}`, 'u'),
    );
    await scene.restart();
    expect((await getFrom(scene, '/desk', stays)).status).toBe(200);
    expect((await getFrom(scene, '/desk', leaves)).status).toBe(401);
    scene.stage.clock.set('2026-11-23T21:20:00');
    expect((await getFrom(scene, '/desk', stays)).status).toBe(401);
    await scene.restart();
    expect((await getFrom(scene, '/desk', stays)).status).toBe(401);
  });

  it('WHEN somebody leaves the branch THEN the next request ends the session, after a restart too', async () => {
    const cookie = scene.sit('张三');
    await scene.stage.whisper('赵敏', '/党员 转出 张三');
    await scene.restart();
    expect((await getFrom(scene, '/desk', cookie)).status).toBe(401);
    await scene.stage.whisper('赵敏', '/党员 转入 张三 机关党员');
  });

  it('WHEN the account is taken away THEN its next request ends the session', async () => {
    const cookie = scene.sit('王芳');
    expect((await getFrom(scene, '/desk', cookie)).status).toBe(200);
    await scene.stage.whisper('李强', '/解绑 王芳');
    expect((await getFrom(scene, '/desk', cookie)).status).toBe(401);
  });
});

describe('who may read and do what', () => {
  it.each([
    ['张三', '/desk/roster'],
    ['张三', '/desk/scores'],
    ['张三', '/desk/dues'],
    ['张三', '/desk/points'],
  ])('%s does not read %s', async (who, path) => {
    expect(await (await getFrom(scene, path, scene.sit(who))).text()).toContain('不对您开放');
  });

  it('WHEN a member asks for the score of another THEN no figure is shown, nor drawn', async () => {
    const text = await (await getFrom(scene, '/desk/score?person=1', scene.sit('张三'))).text();
    expect(text).toContain('他人的积分由记录员和书记掌握');
    expect(text).not.toMatch(/对照|<svg|>1\d\d</u);
    expect(await (await getFrom(scene, '/desk/score?person=4', scene.sit('何平'))).text()).toMatch(
      /基础 100/u,
    );
  });

  it.each(['/desk/score?year=1e400', '/desk/scores?year=-5', '/desk/papers/form?year=1.5', '/desk/nowhere'])(
    '%s is answered in Chinese',
    async (path) => {
      const answer = await getFrom(scene, path, scene.sit('李强'));
      expect(answer.status).not.toBe(500);
      expect(await answer.text()).toMatch(/lang="zh-CN"|^PK/u);
    },
  );

  it('WHEN a form carries what its fields cannot THEN it says what is missing and nothing is written', async () => {
    const cookie = scene.sit('赵敏');
    const sent = async (path: string, fields: Readonly<Record<string, string>>) =>
      (
        await postTo(scene, path, cookie, {
          ...fields,
          ...(await hiddenOn(scene, path, cookie)),
        })
      ).text();
    const points = {
      member: '4',
      item: 'bonus:8:',
      reason: '献血',
      on: '2026-11-20',
    };
    expect(await sent('/desk/points', { ...points, on: '2027-02-30' })).toContain('请选择日期');
    expect(await sent('/desk/points', { ...points, times: '5' })).toContain('一次一条');
    expect(await sent('/desk/dues', { pay: '4/2026-13' })).toContain('没有对您开放');
    expect(
      await sent('/desk/activities', {
        kind: 'lecture',
        at: '2027-02-30T15:00',
        place: '三楼',
      }),
    ).toContain('请选择时间');
    expect(scene.stage.sql('SELECT COUNT(*) AS n FROM matter')).toEqual([{ n: 2 }]);
    expect(scene.stage.sql('SELECT COUNT(*) AS n FROM activity')).toEqual([{ n: 0 }]);
  });

  it('the evidence of a deduction is not shown to its subject, and that of a bonus is', async () => {
    expect((await getFrom(scene, '/desk/files/2/2', scene.sit('周涛'))).status).toBe(403);
    expect((await getFrom(scene, '/desk/files/1/1', scene.sit('张三'))).status).toBe(200);
    expect((await getFrom(scene, '/desk/files/1/2', scene.sit('张三'))).status).toBe(403);
  });

  it('WHEN a form comes from elsewhere, or without the mark of the session THEN nothing is done', async () => {
    const cookie = scene.sit('李强');
    const { key } = await hiddenOn(scene, '/desk', cookie);
    expect(
      (await postTo(scene, '/desk', cookie, { do: 'confirm:1', key, csrf: 'x' }, [], 'http://elsewhere'))
        .status,
    ).toBe(403);
    const stale = await postTo(scene, '/desk', cookie, {
      do: 'confirm:1',
      key,
      csrf: 'x',
    });
    expect(await stale.text()).toContain('没有办理');
    expect(scene.stage.sql('SELECT * FROM ruling')).toEqual([]);
  });

  it('WHEN an officer rules on what they proposed THEN four eyes hold as in the chat', async () => {
    const cookie = scene.sit('赵敏');
    const answer = await postTo(scene, '/desk', cookie, {
      do: 'confirm:1',
      ...(await hiddenOn(scene, '/desk', cookie)),
    });
    expect(answer.status).toBe(200);
    expect(scene.stage.sql('SELECT * FROM ruling')).toEqual([]);
  });
});

describe('papers', () => {
  it('are those of the chat, made for who may have them', async () => {
    const file = await getFrom(scene, '/desk/papers/summary?year=2026', scene.sit('赵敏'));
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/u);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(await (await getFrom(scene, '/desk/papers/summary', scene.sit('张三'))).text()).toMatch(
      /书记|记录员/u,
    );
  });
});
