import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import { ask } from '../support/branch/ledger.js';
import { freshFile, openBot, removeFiles, type ClockBot } from '../support/branch/clock-bot.js';

afterEach(removeFiles);

const monday = '2026-11-23T09:00:00';
const folderOf = (file: string) => join(dirname(file), 'backups');
const copies = (file: string) =>
  (existsSync(folderOf(file)) ? readdirSync(folderOf(file)) : [])
    .filter((name) => name.endsWith('.db'))
    .sort();

async function heard(bot: ClockBot, who: string, text: string): Promise<string> {
  bot.said.length = 0;
  await bot.say(who, text);
  return bot.said.filter((line) => line.startsWith(`${who}：`)).join('\n');
}

/** One confirmed bonus: the ledger has an entry. */
async function bonus(bot: ClockBot): Promise<void> {
  await bot.say('赵敏', '/加分 张三 8 公益活动 证明 王芳、周涛');
  await bot.say('王芳', '/证明 1');
  await bot.say('周涛', '/证明 1');
  await bot.say('李强', '/确认 1');
}

describe('/备份', () => {
  it('THEN a sound copy stands beside the database, for its owner alone and without any key', async () => {
    const file = freshFile();
    const bot = await openBot(file, monday);
    await bonus(bot);
    await bot.say('李强', '/评议 开始');
    const told = await heard(bot, '李强', '/备份');
    const { head, entryCount } = bot.bot.store.snapshot(bot.branch).facts.branch;
    expect(entryCount).toBe(1);
    expect(told).toContain('backups/zhibu-20261123-090000.db（');
    expect(told).toContain(`账本1笔，校验码${head.slice(0, 12)}`);
    expect(told).toContain('密钥不在备份里');
    expect(told).toContain('票箱的钥匙也不在备份里');
    expect(copies(file)).toEqual(['zhibu-20261123-090000.db']);
    const copy = join(folderOf(file), 'zhibu-20261123-090000.db');
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const db = new Database(copy, { readonly: true });
    expect(db.prepare('SELECT hash FROM ledger_entry').all()).toMatchObject([{ hash: head }]);
    db.close();
    await bot.bot.stop();
  });

  it('GIVEN it is being made THEN the bot goes on, and the copy holds one moment', async () => {
    const file = freshFile();
    const bot = await openBot(file, monday);
    await bonus(bot);
    let turns = 0;
    const under = { way: true };
    const told = heard(bot, '李强', '/备份').finally(() => (under.way = false));
    for (; under.way; turns += 1) {
      if (turns % 10 === 0) await bot.bot.store.createBranch(`支部${turns}`, monday);
      else await new Promise(setImmediate);
    }
    expect(await told).toContain('zhibu-20261123-090000.db');
    expect(turns).toBeGreaterThan(10);
    await bot.bot.stop();
  });

  it('GIVEN somebody else asks THEN there is no copy', async () => {
    const file = freshFile();
    const bot = await openBot(file, monday);
    for (const name of ['张三', '赵敏', '钱进'])
      expect(await heard(bot, name, '/备份')).toContain('由书记办理');
    expect(copies(file)).toEqual([]);
    await bot.bot.stop();
  });

  it('GIVEN an entry was changed in the file THEN the copy is not taken for a good one, and older ones stay', async () => {
    const file = freshFile();
    const bot = await openBot(file, monday);
    await bonus(bot);
    await bot.say('李强', '/备份');
    bot.now = '2026-11-23T10:00:00';
    ask(file, 'DROP TRIGGER ledger_entry_no_update');
    ask(file, 'UPDATE ledger_entry SET points = 30');
    expect(await heard(bot, '李强', '/备份')).toContain('账本校验没有通过');
    expect(copies(file)).toEqual(['zhibu-20261123-090000.db']);
    await bot.bot.stop();
  });

  it('GIVEN the folder cannot be made THEN it is said, and the bot goes on', async () => {
    const file = freshFile();
    const bot = await openBot(file, monday);
    writeFileSync(folderOf(file), 'in the way');
    expect(await heard(bot, '李强', '/备份')).toContain('备份文件夹不能写入');
    expect(await heard(bot, '张三', '/积分')).toContain('100分');
    await bot.bot.stop();
  });
});

describe('the daily copy', () => {
  const at = async (bot: ClockBot, now: string) => {
    bot.now = now;
    await bot.runDue();
  };

  it('GIVEN 02:30 is not yet, is, and is again THEN one copy is made, without a word', async () => {
    const file = freshFile();
    const bot = await openBot(file, monday);
    await at(bot, '2026-11-24T02:29:00');
    expect(copies(file)).toEqual([]);
    bot.said.length = 0;
    await at(bot, '2026-11-24T02:30:00');
    await at(bot, '2026-11-24T02:31:00');
    await at(bot, '2026-11-24T23:59:00');
    expect(copies(file)).toEqual(['zhibu-daily-20261124-023000.db']);
    expect(bot.said).toEqual([]);
    await bot.bot.stop();
  });

  it('GIVEN the bot was down at the time THEN it is made at the start', async () => {
    const file = freshFile();
    const first = await openBot(file, monday);
    await first.bot.stop();
    const second = await openBot(file, '2026-11-24T08:00:00');
    expect(copies(file)).toEqual(['zhibu-daily-20261124-080000.db']);
    await second.bot.stop();
  });

  it('GIVEN three weeks THEN the last seven days and the last of each week stay, and what was asked for', async () => {
    const file = freshFile();
    const bot = await openBot(file, '2026-11-01T09:00:00');
    await bot.say('李强', '/备份');
    for (let day = 2; day <= 20; day += 1) await at(bot, `2026-11-${String(day).padStart(2, '0')}T02:30:00`);
    const dailies = copies(file).filter((name) => name.includes('daily'));
    // 8 November was a Sunday.
    expect(dailies.map((name) => name.slice(18, 20))).toEqual([
      '08',
      '14',
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
    ]);
    expect(copies(file)).toContain('zhibu-20261101-090000.db');
    await bot.bot.stop();
  });

  it('GIVEN several branches THEN it is one copy, claimed by the first; the others are not woken', async () => {
    const file = freshFile();
    const bot = await openBot(file, monday);
    const other = await bot.bot.store.createBranch('机关第二党支部', monday);
    const version = bot.bot.store.snapshot(other).version;
    await at(bot, '2026-11-24T02:30:00');
    expect(copies(file)).toHaveLength(1);
    expect(ask(file, "SELECT branch FROM inbox WHERE channel = 'upkeep'")).toEqual([{ branch: bot.branch }]);
    expect(bot.bot.store.snapshot(other).version).toBe(version);
    await bot.bot.stop();
  });

  it('GIVEN it fails at night THEN the secretary is told once, on the next working morning', async () => {
    const file = freshFile();
    const bot = await openBot(file, '2026-11-27T09:00:00');
    writeFileSync(folderOf(file), 'in the way');
    bot.said.length = 0;
    // Saturday, Sunday: quiet.
    for (const now of [
      '2026-11-28T02:30:00',
      '2026-11-28T10:00:00',
      '2026-11-29T10:00:00',
      '2026-11-30T08:29:00',
    ])
      await at(bot, now);
    expect(bot.said).toEqual([]);
    await at(bot, '2026-11-30T08:30:00');
    await at(bot, '2026-11-30T08:31:00');
    expect(bot.said).toHaveLength(1);
    expect(bot.said[0]).toMatch(/^李强：今天的自动备份没有做成：备份文件夹不能写入/u);
    await bot.bot.stop();
  });

  it('GIVEN what stood in the way is gone by morning THEN it is made then, without a word', async () => {
    const file = freshFile();
    const bot = await openBot(file, monday);
    writeFileSync(folderOf(file), 'in the way');
    await at(bot, '2026-11-24T02:30:00');
    rmSync(folderOf(file));
    mkdirSync(folderOf(file));
    bot.said.length = 0;
    await at(bot, '2026-11-24T08:30:00');
    expect(copies(file)).toEqual(['zhibu-daily-20261124-083000.db']);
    expect(bot.said).toEqual([]);
    await bot.bot.stop();
  });
});
