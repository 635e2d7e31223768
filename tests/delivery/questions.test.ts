/** Questions are answered before they are on record; a few of them are recorded with each line that changes something. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { groupChat, openBotScene, type BotScene } from './bot-scene.js';

let scene: BotScene;
beforeAll(async () => {
  scene = await openBotScene();
});
afterAll(() => scene.close());

async function hear(messageId: string, text: string): Promise<void> {
  const from = { chat: groupChat, account: '赵敏', nickname: '赵敏', files: [] };
  await scene.channel.hear({ ...from, messageId, text });
  await scene.bot.delivery.idle();
}

it('GIVEN 50 questions WHEN lines follow THEN each records twenty, and no question is answered a second time', async () => {
  const questions = Array.from({ length: 50 }, (_, index) => `q${index}`);
  for (const id of questions) await hear(id, '/积分');
  const recorded = () =>
    questions.filter((messageId) =>
      scene.bot.store.handled(scene.branch, { channel: scene.channel.name, messageId }),
    );
  expect(recorded()).toEqual([]);
  for (const [line, written] of [20, 40, 50].entries()) {
    await hear(`line${line}`, `/加分 张三 8 公益活动第${line}次`);
    expect(recorded()).toHaveLength(written);
    const said = scene.channel.arrived.length;
    for (const id of questions) await hear(id, '/积分');
    expect(scene.channel.arrived).toHaveLength(said);
  }
});
