/** Some channels do not await handlers: messages come in any order, and some twice. */
import { afterEach, expect, it } from 'vitest';
import { groupChat, openBotScene, type BotScene } from './bot-scene.js';

const members = ['张三', '王芳', '周涛', '钱进'];
/** Each records a bonus for one member; the reason makes each deed unique. */
const lines = Array.from({ length: 300 }, (_, index) => ({
  messageId: `x${index}`,
  text: `/加分 ${members[index % 4] ?? ''} 8 公益活动第${index + 1}次`,
}));

let scenes: BotScene[] = [];
afterEach(async () => {
  for (const scene of scenes) await scene.close();
  scenes = [];
});

/** How often each deed is in the ledger after these lines. */
async function bookAfter(order: readonly number[]): Promise<readonly unknown[]> {
  const scene = await openBotScene();
  scenes.push(scene);
  await Promise.all(
    order.map((index) =>
      scene.channel.hear({
        chat: groupChat,
        account: '赵敏',
        nickname: '赵敏',
        files: [],
        messageId: lines[index]?.messageId ?? '',
        text: lines[index]?.text ?? '',
      }),
    ),
  );
  await scene.bot.delivery.idle();
  const { facts } = scene.bot.store.snapshot(scene.branch);
  return facts
    .all('matter')
    .map((matter) => (matter.kind === 'bonus' ? `${matter.subject} ${matter.reason}` : matter.kind))
    .sort();
}

it('300 messages out of order and twice end in the same book as in order and once', async () => {
  const straight = lines.map((_, index) => index);
  // 7 has no factor in common with 300: every index once, far apart; then everything a second time, backwards.
  const shuffled = straight.map((index) => (index * 7) % 300);
  const book = await bookAfter(straight);
  expect(book).toHaveLength(300);
  expect(await bookAfter([...shuffled, ...[...shuffled].reverse()])).toEqual(book);
});
