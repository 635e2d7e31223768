import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { yearToAppraise } from '../../src/domain/appraisal/ballots.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { factsWith } from '../support/branch/branch-facts.js';
import { ask } from '../support/branch/ledger.js';
import { freshFile, openBot, removeFiles, type ClockBot } from '../support/branch/clock-bot.js';

afterEach(removeFiles);

const december = '2026-12-21T09:00:00';
const everybody = ['张三', '王芳', '赵敏', '李强', '钱进', '周涛'];

async function opened(file = freshFile(), now = december): Promise<ClockBot> {
  const bot = await openBot(file, now);
  await bot.say('李强', '/评议 开始');
  return bot;
}

/** What one person heard because of a line. */
async function heard(bot: ClockBot, who: string, text: string, whom = who): Promise<string> {
  bot.said.length = 0;
  await bot.say(who, text);
  return bot.said.filter((line) => line.startsWith(`${whom}：`)).join('\n');
}

const keysIn = (file: string) => readdirSync(dirname(file)).filter((name) => name.includes('.ballot-'));

describe('results', () => {
  const voteOn = async (bot: ClockBot, person: string, count: number) => {
    for (const voter of everybody.filter((name) => name !== person).slice(0, count))
      await bot.say(voter, `/评议 ${person} 合格`);
  };

  it('GIVEN 2 ballots on one and 3 on another THEN only the second is shown, and the first is not kept', async () => {
    const file = freshFile();
    const bot = await opened(file);
    await voteOn(bot, '张三', 2);
    await voteOn(bot, '王芳', 3);
    const told = await heard(bot, '李强', '/评议 结束 是');
    expect(told).toContain('王芳 优秀0 合格3 基本合格0 不合格0（共3票）');
    expect(told).not.toContain('张三');
    expect(told).toContain('另有5位同志所得不足3票');
    const { facts } = bot.bot.store.snapshot(bot.branch);
    expect(facts.get('appraisal', 2026)?.results).toEqual([
      { person: 2, tally: { outstanding: 0, qualified: 3, basicallyQualified: 0, unqualified: 0 } },
    ]);
    await bot.bot.stop();
  });

  it('THEN every ballot is counted under its own tier', async () => {
    const bot = await opened();
    const choices = ['优秀', '优秀', '合格', '基本合格', '不合格'];
    for (const [index, voter] of everybody.filter((name) => name !== '周涛').entries())
      await bot.say(voter, `/评议 周涛 ${choices[index] ?? ''}`);
    expect(await heard(bot, '李强', '/评议 结束 是')).toContain(
      '周涛 优秀2 合格1 基本合格1 不合格1（共5票）',
    );
    await bot.bot.stop();
  });

  it('GIVEN the one who was rated has left meanwhile THEN he is in nobody’s list', async () => {
    const bot = await opened();
    await voteOn(bot, '周涛', 4);
    await voteOn(bot, '王芳', 3);
    await bot.say('李强', '/党员 去世 周涛');
    const told = await heard(bot, '李强', '/评议 结束 是');
    expect(told).toContain('王芳');
    expect(told).not.toContain('周涛');
    await bot.bot.stop();
  });

  it('GIVEN a voter has left meanwhile THEN his ballot counts, and he votes no more', async () => {
    const bot = await opened();
    await voteOn(bot, '王芳', 2);
    await bot.say('周涛', '/评议 王芳 优秀');
    await bot.say('李强', '/党员 转出 周涛');
    expect(await heard(bot, '周涛', '/评议 张三 优秀')).toContain('/绑定');
    expect(await heard(bot, '李强', '/评议 结束 是')).toContain('王芳 优秀1 合格2');
    await bot.bot.stop();
  });
});

describe('the key', () => {
  it('GIVEN it is lost THEN nothing is counted and nothing pretended; put back, it counts', async () => {
    const file = freshFile();
    const bot = await opened(file);
    await bot.say('张三', '/评议 王芳 合格');
    const [name = ''] = keysIn(file);
    renameSync(join(dirname(file), name), `${file}.away`);
    bot.said.length = 0;
    expect(await heard(bot, '李强', '/评议 结束 是')).toContain('无法开启，没有计票');
    expect(bot.said.filter((line) => line.startsWith('群：'))).toEqual([]);
    expect(bot.bot.store.snapshot(bot.branch).facts.get('appraisal', 2026)?.state).toBe('open');
    renameSync(`${file}.away`, join(dirname(file), name));
    expect(await heard(bot, '李强', '/评议 结束 是')).toContain('民主评议结果');
    expect(keysIn(file)).toEqual([]);
    await bot.bot.stop();
  });

  it('GIVEN it is lost for good THEN a new ballot may begin, in which everybody votes again', async () => {
    const file = freshFile();
    const bot = await opened(file);
    await bot.say('张三', '/评议 王芳 不合格');
    expect(await heard(bot, '李强', '/评议 开始')).toContain('正在进行');
    rmSync(join(dirname(file), keysIn(file)[0] ?? ''));
    expect(await heard(bot, '李强', '/评议 开始', '群')).toContain('重新开始');
    expect(ask(file, 'SELECT COUNT(*) AS count FROM ballot')).toEqual([{ count: 0 }]);
    for (const voter of ['张三', '赵敏', '钱进'])
      expect(await heard(bot, voter, '/评议 王芳 优秀')).toContain('已收到');
    expect(await heard(bot, '李强', '/评议 结束 是')).toContain('3人参加');
    expect(await heard(bot, '李强', '/评议 结果')).toContain('王芳 优秀3 合格0 基本合格0 不合格0');
    await bot.bot.stop();
  });

  it('GIVEN the bot was restarted while the ballot was open THEN it goes on', async () => {
    const file = freshFile();
    const first = await opened(file);
    await first.say('张三', '/评议 王芳 优秀');
    await first.bot.stop();
    const second = await openBot(file, december);
    expect(await heard(second, '张三', '/评议 王芳 合格')).toContain('不能更改');
    for (const voter of ['赵敏', '钱进']) await second.say(voter, '/评议 王芳 合格');
    expect(await heard(second, '李强', '/评议 结束 是')).toContain('王芳 优秀1 合格2');
    expect(existsSync(`${file}.ballot-${second.branch}-2026.key`)).toBe(false);
    await second.bot.stop();
  });
});

describe('beginning', () => {
  it('GIVEN results are known THEN the year is not appraised again; GIVEN none could be shown THEN it may be', async () => {
    const bot = await opened();
    await bot.say('张三', '/评议 王芳 合格');
    await bot.say('李强', '/评议 结束 是');
    expect(await heard(bot, '李强', '/评议 开始', '群')).toContain('重新开始');
    for (const voter of ['张三', '赵敏', '钱进']) await bot.say(voter, '/评议 王芳 合格');
    await bot.say('李强', '/评议 结束 是');
    expect(await heard(bot, '李强', '/评议 开始')).toContain('已经结束');
    await bot.bot.stop();
  });

  it('GIVEN this year, the last or another THEN only these two may be appraised', async () => {
    const bot = await openBot(freshFile(), december);
    expect(await heard(bot, '李强', '/评议 开始 2024')).toContain('不能评议');
    expect(await heard(bot, '李强', '/评议 开始 2027')).toContain('不能评议');
    expect(await heard(bot, '李强', '/评议 开始 2025', '群')).toContain('2025年民主评议开始');
    await bot.bot.stop();
  });

  it('GIVEN nothing is said of the year THEN it is the one that ended, until autumn or until that is settled', () => {
    const archive: Change = put('yearStep', {
      id: 1,
      year: 2026,
      at: '2027-02-01T09:00:00',
      by: 1,
      data: { step: 'archive' },
    });
    expect(yearToAppraise(factsWith(), '2026-09-30')).toBe(2025);
    expect(yearToAppraise(factsWith(), '2026-10-01')).toBe(2026);
    expect(yearToAppraise(factsWith(), '2026-12-31')).toBe(2026);
    expect(yearToAppraise(factsWith(), '2027-01-01')).toBe(2026);
    expect(yearToAppraise(factsWith(archive), '2027-03-01')).toBe(2027);
  });

  it('GIVEN an archived year THEN it is not appraised', async () => {
    const bot = await openBot(freshFile(), '2027-01-11T09:00:00');
    await bot.seed(
      put('yearStep', { id: 1, year: 2026, at: '2027-01-11T09:00:00', by: 4, data: { step: 'archive' } }),
    );
    expect(await heard(bot, '李强', '/评议 开始 2026')).toContain('已经归档');
    await bot.bot.stop();
  });
});

describe('a restored backup', () => {
  it('GIVEN it was made while a ballot was open THEN nobody votes for nothing, and the ballot begins anew', async () => {
    const whole = freshFile();
    const bot = await opened(whole);
    await bot.say('张三', '/评议 王芳 合格');
    await bot.say('李强', '/备份');
    await bot.bot.stop();
    const file = freshFile();
    copyFileSync(join(dirname(whole), 'backups/zhibu-20261221-090000.db'), file);
    const restored = await openBot(file, december);
    expect(await heard(restored, '赵敏', '/评议 王芳 合格')).toContain('票箱钥匙不在');
    expect(ask(file, 'SELECT COUNT(*) AS count FROM appraisal_voter')).toEqual([{ count: 1 }]);
    expect(await heard(restored, '李强', '/评议 结束 是')).toContain('请发送“/评议 开始 2026”重新评议');
    expect(await heard(restored, '李强', '/评议 开始 2026', '群')).toContain('重新开始');
    for (const voter of ['张三', '赵敏', '钱进']) await restored.say(voter, '/评议 王芳 合格');
    expect(await heard(restored, '李强', '/评议 结束 是')).toContain('王芳 优秀0 合格3');
    await restored.bot.stop();
  });
});
