import { afterAll, beforeAll, expect, it } from 'vitest';
import { getFrom, openBusyDesk, type DeskScene } from '../support/web/desk.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
});
afterAll(() => scene.close());

const read = async (who: string) => (await getFrom(scene, '/desk/status', scene.sit(who))).text();

it('GIVEN no backup THEN that stands first, and the jobs in a table with words that people know', async () => {
  const text = await read('李强');
  expect(text).toMatch(/要处理的<[^]*备份：还没有。[^]*运行情况[^]*定时工作<[^]*上一次<[^]*下一次</u);
  expect(text).toMatch(/<th scope="row">待办汇总<\/th><td>[^<]*<\/td><td>11月24日（周二）09:00/u);
  // The page has its own button for what the chat tells to send.
  expect(/<main[^]*<\/main>/u.exec(text)?.[0]).not.toContain('请书记发送');
  await scene.stage.whisper('李强', '/备份');
  expect(await read('李强')).toContain('运行正常，没有要处理的。');
});

it('WHEN nobody resends and nobody audits there THEN no heading stands over nothing', async () => {
  expect(await read('赵敏')).toMatch(/没有确认送达的消息<[^]*没有需要补发的消息/u);
  expect(await read('何平')).toMatch(/年度考核：[^]*定时工作[^]*查看最近办了哪些事/u);
  expect(await read('何平')).not.toContain('没有确认送达的消息');
});
