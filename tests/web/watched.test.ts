import { expect, it } from 'vitest';
import { startHealth } from '../../src/web/health.js';
import { openBotScene } from '../delivery/bot-scene.js';
import { freshFolder, startBot } from '../support/processes/bot-server.js';

async function watched() {
  const scene = await openBotScene();
  const server = await startHealth(() => scene.bot.health(), 0);
  return {
    scene,
    seen: async () => {
      const answer = await fetch(server.url);
      return [answer.status, ((await answer.json()) as { late: unknown }).late];
    },
    close: async () => {
      await server.close();
      await scene.close();
    },
  };
}

it('a running bot turns red when the group has waited ten minutes for a letter, and green again once it has it', async () => {
  const { scene, seen, close } = await watched();
  scene.channel.always('g', 'transient');
  await scene.say('赵敏', 'group', '/活动 支部大会 11月30日15:00 三楼');
  await scene.pass(590);
  expect(await seen()).toEqual([200, { letters: false, jobs: false }]);
  await scene.pass(20);
  expect(await seen()).toEqual([503, { letters: true, jobs: false }]);
  scene.channel.recover();
  const heard = await scene.pass(1800);
  expect(heard.join('\n')).toMatch(/群：[^]*支部大会/u);
  expect(await seen()).toEqual([200, { letters: false, jobs: false }]);
  await close();
});

it('and when a job is an hour late, until it has run', async () => {
  const { scene, seen, close } = await watched();
  const [{ due } = { due: '' }] = scene.sql('SELECT next_due AS due FROM branch') as { due: string }[];
  const late = (Date.parse(`${due}Z`) - Date.parse(`${scene.timer.clock.now()}Z`)) / 1000;
  scene.timer.skip((late + 3590) * 1000);
  expect(await seen()).toEqual([200, { letters: false, jobs: false }]);
  scene.timer.skip(20_000);
  expect(await seen()).toEqual([503, { letters: false, jobs: true }]);
  await scene.bot.runDue(scene.timer.clock.now());
  expect(await seen()).toEqual([200, { letters: false, jobs: false }]);
  await close();
});

it('the log has one line for a message that went well, with its request and its letters, and nothing that was said', async () => {
  const place = freshFolder();
  const bot = await startBot(place.folder, { LOG_LEVEL: 'info' });
  const said = async (as: string, chat: string, text: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ as, chat, text, clientId: crypto.randomUUID() }))
      form.append(name, value);
    const answer = await fetch(`${bot.url}api/messages`, {
      method: 'POST',
      body: form,
      headers: { origin: new URL(bot.url).origin },
    });
    return ((await answer.json()) as { id: number }).id;
  };
  const entered = await said('zhaomin', 'group', '/加分 张三 8 植树造林 证明 王芳、孙伟');
  const asked = await said('zhangsan', 'private', '/积分');
  const refused = await said('zhangsan', 'group', '/确认 1');
  const chatter = await said('zhangsan', 'group', '中午吃什么');
  const lines = () =>
    bot
      .output()
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []))
      .filter(({ msg, request }) => msg === 'message handled' && String(request).startsWith('local/'));
  await expect.poll(() => lines().length, { timeout: 10_000 }).toBe(3);
  expect(
    lines().map(({ request, command, outcome }) => [
      String(request).replace(/\/[0-9a-f]+-/u, '/'),
      command,
      outcome,
    ]),
  ).toEqual([
    [`local/${entered}`, 'points.propose', 'done'],
    [`local/${asked}`, 'points.score', 'done'],
    [`local/${refused}`, 'rulings.confirm', 'refused'],
  ]);
  expect((lines()[0]?.['letters'] as number[]).length).toBeGreaterThan(0);
  expect(bot.output()).not.toMatch(new RegExp(`local/[0-9a-f]+-${chatter}"`, 'u'));
  expect(
    bot
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n'),
  ).not.toMatch(/张三|植树|王芳|赵敏/u);
  expect(await bot.stop()).toBe(0);
  place.remove();
});
