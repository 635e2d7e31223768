import { expect, it } from 'vitest';
import type { BotProcess } from '../../src/cli/play/process.js';
import { newFolder, start, type Heard } from '../crash/scene.js';
import { count, founding, keyFiles, voters, whisper } from './scene.js';

/** Says one line to each of two processes in the same moment, as two messages; what both answered. */
type Both = (one: readonly [string, string], other: readonly [string, string]) => Promise<readonly string[]>;

/** Two real processes on one file. */
async function withTwo(run: (file: string, both: Both) => Promise<void>): Promise<void> {
  const { file, remove } = newFolder();
  const heard: [Heard, Heard] = [new Map<string, string>(), new Map<string, string>()];
  const bots: BotProcess[] = [await start(file, heard[0])];
  await bots[0]?.tell(founding);
  bots.push(await start(file, heard[1]));
  let messages = 0;
  try {
    await run(file, async (...lines) => {
      for (const each of heard) each.clear();
      await Promise.all(
        bots.map((bot, index) => {
          const [who, text] = lines[index] ?? ['', ''];
          return bot.tell(whisper(`m${(messages += 1)}`, who, text));
        }),
      );
      return heard.flatMap((each) => [...each.values()]);
    });
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    remove();
  }
}

const howMany = (said: readonly string[], part: string) => said.filter((text) => text.includes(part)).length;

it('two processes hold one ballot: begun once, nobody votes twice, no vote is lost, ended once', async () => {
  await withTwo(async (file, both) => {
    const begun = await both(['李强', '/评议 开始'], ['李强', '/评议 开始']);
    expect(howMany(begun, '民主评议开始。')).toBe(1);
    expect(keyFiles(file)).toHaveLength(1);
    for (const voter of voters) {
      const said = await both([voter, '/评议 李强 优秀'], [voter, '/评议 李强 优秀']);
      expect([howMany(said, '已收到'), howMany(said, '您已评议过')]).toEqual([1, 1]);
    }
    const apart = await both(['张三', '/评议 钱进 合格'], ['王芳', '/评议 钱进 合格']);
    expect(howMany(apart, '已收到')).toBe(2);
    expect([count(file, 'ballot'), count(file, 'appraisal_voter')]).toEqual([6, 6]);
    // A vote in the moment of the end: counted, or told that it is over; never taken and lost.
    const last = await both(['李强', '/评议 结束 是'], ['周涛', '/评议 钱进 合格']);
    expect(howMany(last, '民主评议结束，共')).toBe(1);
    const counted = howMany(last, '已收到');
    expect(counted + howMany(last, '现在没有进行中的民主评议')).toBe(1);
    expect(howMany(last, '钱进 优秀0 合格3') > 0).toBe(counted === 1);
    expect(count(file, 'appraisal_voter')).toBe(6 + counted);
    expect([count(file, 'ballot'), keyFiles(file).length]).toEqual([0, 0]);
    const again = await both(['李强', '/评议 结束 是'], ['李强', '/评议 开始']);
    expect([howMany(again, '没有进行中'), howMany(again, '已经结束')]).toEqual([1, 1]);
  });
});
