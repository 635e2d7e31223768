import { expect, it } from 'vitest';
import type { BotProcess } from '../../src/cli/play/process.js';
import type { Order } from '../../src/cli/play/orders.js';
import { founder } from '../../src/cli/stage/founder.js';
import { count, whisper } from '../appraisal/scene.js';
import { branch, newFolder, start, type Heard } from '../crash/scene.js';

const founding: Order = {
  order: 'found',
  branch,
  people: [
    ...['张三', '王芳', '周涛', '赵敏'].map((name) => founder(name)),
    founder('李强', { offices: ['secretary'] }),
    founder('何平', { kind: 'superior', category: null }),
  ],
};

/** Two real processes get every step of the year at once, `/年度 归档` too. */
it('two processes end a year: each step is done once, and the other hears that it is done', async () => {
  const { file, remove } = newFolder();
  const heard: [Heard, Heard] = [new Map<string, string>(), new Map<string, string>()];
  const bots: BotProcess[] = [await start(file, heard[0])];
  await bots[0]?.tell(founding);
  bots.push(await start(file, heard[1]));
  let messages = 0;
  const both = async (who: string, text: string) => {
    for (const each of heard) each.clear();
    await Promise.all(bots.map((bot) => bot.tell(whisper(`m${(messages += 1)}`, who, text))));
    return heard.flatMap((each) => [...each.values()]).join('\n');
  };
  const to = (at: string) => Promise.all(bots.map((bot) => bot.tell({ order: 'time', at, run: true })));
  try {
    await to('2027-01-04T10:00:00');
    // The quarterly publication and the push of January, by one of the two.
    expect(count(file, "notice WHERE kind <> 'yearly'")).toBe(1);
    await both('李强', '/年度 汇总');
    const summed = count(file, 'year_step');
    const decided = await both('李强', '/年度 评定 应到 5 实到 5 同意 5');
    expect(decided).toMatch(
      /已评定：支部大会应到5人[^]*没有办理：2026年度已评定|没有办理：2026年度已评定[^]*已评定：支部大会/u,
    );
    expect(decided.match(/报审2026年度/gu)).toHaveLength(1);
    expect(count(file, 'year_step')).toBe(summed + 1);
    expect(await both('何平', '/年度 审核 通过')).toContain('没有办理：2026年度上级审核已通过');
    expect(await both('李强', '/年度 公示')).toContain('没有办理：2026年度正在公示');
    expect(count(file, "notice WHERE kind = 'yearly'")).toBe(1);
    await to('2027-01-12T10:00:00');
    const archived = await both('李强', '/年度 归档');
    expect(archived.match(/2026年度考核已归档（5人）/gu)).toHaveLength(1);
    expect(archived).toContain('没有办理：2026年度已经归档');
    expect(archived.match(/报告：2026年度党员考核已归档/gu)).toHaveLength(1);
    expect(count(file, 'year_record')).toBe(5);
    expect(count(file, 'year_step')).toBe(summed + 4);
    expect(count(file, "outbox WHERE state <> 'sent'")).toBe(0);
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    remove();
  }
});
