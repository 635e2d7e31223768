import { afterEach, describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import { freshFile, openBot, removeFiles, type ClockBot } from '../support/branch/clock-bot.js';

afterEach(removeFiles);

const december = '2026-12-21T09:00:00';

async function heard(bot: ClockBot, who: string, text: string): Promise<string> {
  bot.said.length = 0;
  await bot.say(who, text);
  return bot.said.filter((line) => line.startsWith(`${who}：`)).join('\n');
}

const row = (text: string, title: string) =>
  text.split('\n').find((line) => line.startsWith(`${title}：`)) ?? '';

describe('/我的数据', () => {
  it('THEN it tells kinds and numbers of everything that is kept, each section on one line', async () => {
    const bot = await openBot(freshFile(), december);
    await bot.say('赵敏', '/加分 张三 8 公益活动 证明 王芳、周涛');
    await bot.say('王芳', '/证明 1');
    await bot.say('周涛', '/证明 1');
    await bot.say('李强', '/确认 1 已听取');
    const entered = { recordedBy: 3, recordedAt: december };
    await bot.seed(
      put('dues', { person: 1, month: '2026-10', amount: null, ...entered }),
      put('dues', { person: 1, month: '2026-11', amount: null, ...entered }),
      put('care', {
        id: 1,
        person: 1,
        kind: 'health',
        on: '2026-12-01',
        amount: null,
        text: '住院',
        over: false,
        struck: null,
        ...entered,
      }),
      put('care', {
        id: 2,
        person: 2,
        kind: 'family',
        on: '2026-12-01',
        amount: null,
        text: '子女',
        over: false,
        struck: null,
        ...entered,
      }),
    );
    const told = await heard(bot, '张三', '/我的数据');
    expect(row(told, '名册')).toContain('张三 机关党员');
    expect(row(told, '积分')).toBe('积分：2026年103分（1笔）');
    expect(row(told, '关于您的事项')).toBe('关于您的事项：加分已认定1条');
    expect(row(told, '党费')).toBe('党费：已交2个月');
    // The kinds and how many, not the words: those are for recorder and secretary.
    expect(row(told, '关怀')).toBe('关怀：身体1条');
    expect(told).not.toContain('住院');
    expect(row(await heard(bot, '王芳', '/我的数据'), '您经手的')).toBe('您经手的：作证1条');
    expect(row(await heard(bot, '赵敏', '/我的数据'), '职务')).toMatch(/^职务：记录员（12月21日/u);
    await bot.bot.stop();
  });

  it('GIVEN a deduction that is not proven yet THEN its subject does not learn of it here either', async () => {
    const bot = await openBot(freshFile(), december);
    await bot.say('赵敏', '/减分 张三 15 一般 迟到 证明 王芳、周涛');
    expect(row(await heard(bot, '张三', '/我的数据'), '关于您的事项')).toBe('');
    await bot.say('王芳', '/证明 1');
    await bot.say('周涛', '/证明 1');
    expect(row(await heard(bot, '张三', '/我的数据'), '关于您的事项')).toBe('关于您的事项：减分未办结1条');
    await bot.bot.stop();
  });

  it('GIVEN an appraisal THEN he learns what he got only when the year is archived', async () => {
    const bot = await openBot(freshFile(), december);
    await bot.say('李强', '/评议 开始');
    for (const voter of ['王芳', '赵敏', '钱进']) await bot.say(voter, '/评议 张三 优秀');
    await bot.say('张三', '/评议 王芳 合格');
    expect(row(await heard(bot, '张三', '/我的数据'), '民主评议')).toBe(
      '民主评议：2026年您评议1位（正在进行）',
    );
    await bot.say('李强', '/评议 结束 是');
    expect(row(await heard(bot, '张三', '/我的数据'), '民主评议')).toBe('民主评议：2026年您评议1位，收到3票');
    await bot.seed(put('yearStep', { id: 1, year: 2026, at: december, by: 4, data: { step: 'archive' } }));
    expect(row(await heard(bot, '张三', '/我的数据'), '民主评议')).toBe(
      '民主评议：2026年您评议1位，收到3票（优秀3 合格0 基本合格0 不合格0）',
    );
    await bot.bot.stop();
  });
});
