import { afterAll, describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import type { YearStepData } from '../../src/domain/year/rows.js';
import { activity, member } from '../support/branch/branch-facts.js';
import { freshFile, openBot, removeFiles, type ClockBot } from '../support/branch/clock-bot.js';

afterAll(removeFiles);

async function at(bot: ClockBot, ...times: readonly string[]): Promise<void> {
  for (const time of times) {
    bot.now = time;
    await bot.runDue();
  }
}

const about = (bot: ClockBot, word: string) => bot.said.filter((text) => text.includes(word));

describe('an activity that is over and not closed (SPEC §4)', () => {
  const held = put('activity', activity(1, '2026-11-24T15:00:00', { calledAt: '2026-11-23T09:00:00' }));

  it('is called to mind after one, three and seven days, at last to the secretary too', async () => {
    const bot = await openBot(freshFile(), '2026-11-24T16:00:00');
    await bot.seed(held);
    await at(bot, '2026-11-25T09:00:00', '2026-11-26T09:00:00', '2026-11-27T09:00:00', '2026-11-30T09:00:00');
    await at(bot, '2026-12-01T09:00:00', '2026-12-02T09:00:00', '2026-12-09T09:00:00');
    expect(about(bot, '还没有结束登记')).toEqual([
      '赵敏：提醒：支部大会（11月24日（周二）15:00）已过去1天，还没有结束登记。\n请核对到会情况后发送：/结束 支部大会@11-24\n没有开的请发送“/取消活动 支部大会@11-24 原因”。',
      expect.stringMatching(/^赵敏：.*已过去3天/u),
      expect.stringMatching(/^赵敏：.*已过去7天/u),
      expect.stringMatching(/^李强：.*已过去7天/u),
    ]);
    await bot.bot.stop();
  });

  it('falls silent once it is closed, cancelled or moved, and an outage leaves one reminder', async () => {
    const bot = await openBot(freshFile(), '2026-11-24T16:00:00');
    await bot.seed(held);
    await at(bot, '2026-11-28T09:00:00', '2026-11-30T09:00:00');
    expect(about(bot, '还没有结束登记').map((text) => text.slice(0, 40))).toEqual([
      expect.stringContaining('已过去6天'),
    ]);
    await bot.seed(put('activity', activity(1, '2026-11-24T15:00:00', { state: 'cancelled' })));
    await at(bot, '2026-12-02T09:00:00');
    expect(about(bot, '还没有结束登记')).toHaveLength(1);
    await bot.bot.stop();
  });

  it('waits for the working day where a weekend lies between, without doubling', async () => {
    const bot = await openBot(freshFile(), '2026-11-27T16:00:00');
    await bot.seed(put('activity', activity(1, '2026-11-27T15:00:00', { calledAt: '2026-11-23T09:00:00' })));
    await at(bot, '2026-11-28T09:00:00', '2026-11-29T09:00:00', '2026-11-30T09:00:00', '2026-11-30T10:00:00');
    expect(about(bot, '还没有结束登记')).toHaveLength(1);
    await bot.bot.stop();
  });
});

describe('a year that is not finished (annex 1, 考核流程)', () => {
  const step = (id: number, year: number, data: YearStepData) =>
    put('yearStep', { id, year, at: `${year + 1}-01-10T10:00:00`, by: 4, data });
  const superior = member(8, '上级孙', { kind: 'superior', category: null });

  it('is called for each month, all open years by name, and after March to 上级', async () => {
    const bot = await openBot(freshFile(), '2025-12-30T16:00:00');
    await bot.seed(superior, step(1, 2025, { step: 'summary', lines: [] }));
    await at(bot, '2026-02-02T10:30:00');
    expect(about(bot, '年度考核还没有办完')).toEqual([
      expect.stringMatching(/^李强：提醒：年度考核还没有办完。\n2025年度已汇总，还没有评定。\n下一步，/u),
      expect.stringMatching(/^赵敏：/u),
    ]);
    await at(bot, '2026-03-02T10:30:00');
    expect(about(bot, '年度考核还没有办完')).toHaveLength(4);
    expect(about(bot, '上级孙：')).toEqual([]);
    await at(bot, '2027-02-01T10:30:00');
    expect(about(bot, '年度考核还没有办完').at(-1)).toContain(
      '2025年度已汇总，还没有评定。\n2026年度已结束，还没有汇总。\n下一步，',
    );
    await bot.seed(step(2, 2025, { step: 'archive' }), step(3, 2026, { step: 'archive' }));
    const before = bot.said.length;
    await at(bot, '2027-03-01T10:30:00');
    expect(about(bot, '年度考核还没有办完').length).toBeLessThanOrEqual(before);
    expect(bot.said.slice(before).filter((text) => text.includes('年度考核还没有办完'))).toEqual([]);
    await bot.bot.stop();
  });
});

describe('an outage over the end of a quarter (SPEC §4)', () => {
  async function back(now: string): Promise<ClockBot> {
    const file = freshFile();
    const before = await openBot(file, '2026-09-28T10:00:00');
    await before.bot.stop();
    return openBot(file, now);
  }
  const published = (bot: ClockBot) => about(bot, '群：公示第1号');

  it('shows the secretary first; the publication waits until the next working day', async () => {
    const bot = await back('2026-10-09T11:00:00');
    expect(about(bot, '公示预览')).toEqual([
      expect.stringMatching(
        /^李强：2026年三季度积分公示预览：机器人停运，预览迟了，公示顺延，将于10月10日（周六）09:00发到群里。/u,
      ),
    ]);
    expect(published(bot)).toEqual([]);
    await bot.runDue();
    await at(bot, '2026-10-10T08:59:00');
    expect(published(bot)).toEqual([]);
    await at(bot, '2026-10-10T09:00:00', '2026-10-10T09:01:00');
    expect(published(bot)).toHaveLength(1);
    await bot.bot.stop();
  });

  it('can be held back or published meanwhile, as ever', async () => {
    const held = await back('2026-10-09T11:00:00');
    await held.say('李强', '/暂缓 核对张三的加分');
    await at(held, '2026-10-10T09:00:00');
    expect(published(held)).toEqual([]);
    await held.say('李强', '/公示');
    expect(published(held)).toHaveLength(1);
    await held.bot.stop();
    const now = await back('2026-10-09T11:00:00');
    await now.say('李强', '/公示');
    await at(now, '2026-10-10T09:00:00');
    expect(published(now)).toHaveLength(1);
    await now.bot.stop();
  });

  it('is none where the preview came in time', async () => {
    const file = freshFile();
    const before = await openBot(file, '2026-09-30T14:00:00');
    await at(before, '2026-09-30T15:00:00');
    await before.bot.stop();
    const bot = await openBot(file, '2026-10-12T11:00:00');
    expect(published(bot)).toHaveLength(1);
    await bot.bot.stop();
  });
});

describe('terms that end by themselves', () => {
  it('a year of probation is called to mind a month before, when it is over, and each quarter until decided', async () => {
    const bot = await openBot(freshFile(), '2026-06-22T09:00:00');
    const probationer = { probationary: true, partyJoinedOn: '2025-07-23' };
    await bot.seed(member(6, '周涛', probationer));
    await at(bot, '2026-06-23T09:00:00', '2026-06-24T09:00:00');
    expect(about(bot, '预备期').filter((text) => !text.startsWith('群'))).toEqual([
      '赵敏：提醒：周涛同志的预备期到7月23日（周四）满一年。请提醒本人写转正申请，届时开支部大会讨论，通过后发送“/党员 转正 周涛 会议日期”。',
      expect.stringMatching(/^李强：提醒：周涛同志的预备期到/u),
    ]);
    await at(bot, '2026-07-23T09:00:00');
    expect(about(bot, '预备期7月23日（周四）已满一年，还没有转正')).toHaveLength(2);
    await bot.seed(member(6, '周涛', { ...probationer, probationary: false }));
    const before = about(bot, '预备期').length;
    await at(bot, '2026-10-23T09:00:00');
    expect(about(bot, '预备期')).toHaveLength(before);
    await bot.bot.stop();
  });

  it('the term of the branch committee: half a year before it ends, from the day of the election', async () => {
    const bot = await openBot(freshFile(), '2026-11-23T09:30:00');
    await bot.say('赵敏', '/换届 2024年5月18日');
    expect(bot.said.at(-1)).toBe(
      '赵敏：已登记换届。支部委员会任期3年，从2024年5月18日（周六）选举起，到2027年5月18日（周二）届满，届满前6个月提醒。',
    );
    await bot.say('张三', '/换届 2024年5月18日');
    expect(bot.said.at(-1)).toContain('办理');
    await bot.say('李强', '/换届 2026年10月9日');
    await bot.say('李强', '/换届');
    expect(bot.said.at(-1)).toContain('到2029年10月9日（周二）届满');
    expect(about(bot, '请准备换届')).toEqual([]);
    await bot.bot.stop();
  });

  it('the election reminder reaches recorder and secretary once', async () => {
    const bot = await openBot(freshFile(), '2026-11-17T09:30:00');
    await bot.say('赵敏', '/换届 2024年5月18日');
    await at(bot, '2026-11-18T09:00:00', '2026-11-18T09:01:00', '2026-11-19T09:00:00');
    expect(about(bot, '请准备换届').map((text) => text.slice(0, 3))).toEqual(['赵敏：', '李强：']);
    await bot.bot.stop();
  });
});
