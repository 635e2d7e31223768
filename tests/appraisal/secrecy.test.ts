import { readFileSync } from 'node:fs';
import Database from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import { createSeal } from '../../src/store/sealing/seal.js';
import { sealedPlace } from '../../src/store/tables.js';
import { ask, type SqlRow } from '../support/branch/ledger.js';
import { freshFile, openBot, removeFiles, type ClockBot } from '../support/branch/clock-bot.js';

afterEach(removeFiles);

const december = '2026-12-21T09:00:00';
/** The master key of the database, as whoever keeps the machine has it. */
const master = createSeal(Buffer.from('70'.repeat(32), 'hex'));
const tierWords = ['优秀', '合格', '基本合格', '不合格'];
const tierIds = ['outstanding', 'qualified', 'basicallyQualified', 'unqualified'];
const voters = ['张三', '王芳', '赵敏', '钱进', '周涛'];

const raw = (file: string) => Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
const tablesOf = (file: string) =>
  ask(
    file,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  ).map(({ name }) => String(name));

async function opened(file: string): Promise<ClockBot> {
  const bot = await openBot(file, december);
  await bot.say('李强', '/评议 开始');
  return bot;
}

/** Letters of the outbox, opened with the master key. */
function letters(file: string): readonly string[] {
  return ask(file, 'SELECT branch, id, sealed FROM outbox ORDER BY id').map(({ branch, id, sealed }) => {
    const place = sealedPlace('outbox', String(branch), String(id));
    const text = master.open(place, Buffer.from(sealed as ArrayBuffer)).toString('utf8');
    // Each commit draws a mark for its letters, which says nothing about anybody.
    return text.replace(/"mark":"[0-9a-f]+"/u, '');
  });
}

/** Everything that is in the file but ballots and keys; what is sealed, by its length. */
/** What differs between any two branches: the key of each appraisal, and the sums that it goes into. */
const random = ['public_key', 'id', '_metadata', 'row_sum', 'row_sketch', 'row_seal'];

function withoutKey(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/"appraisal":"[0-9a-f]+",?/u, '') : value;
}

function readable(file: string): Readonly<Record<string, readonly SqlRow[]>> {
  return Object.fromEntries(
    tablesOf(file).map((table) => [
      table,
      ask(file, `SELECT * FROM "${table}"`).map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([column]) => !random.includes(column))
            .map(([column, value]) => [
              column,
              value instanceof ArrayBuffer ? `${value.byteLength} bytes` : withoutKey(value),
            ]),
        ),
      ),
    ]),
  );
}

describe('GIVEN a ballot is under way', () => {
  it('THEN after each vote neither file nor WAL holds a tier, and no table ties a ballot to anything', async () => {
    const file = freshFile();
    const bot = await opened(file);
    for (const [index, voter] of voters.entries()) {
      await bot.say(voter, `/评议 李强 ${tierWords[index % 4] ?? ''}`);
      const copy = raw(file);
      // Names may be read: the search finds what is there.
      expect(copy.includes(voter)).toBe(true);
      for (const word of [...tierWords, ...tierIds]) expect(copy.includes(word), word).toBe(false);
      const ballots = ask(file, 'SELECT branch, id, sealed FROM ballot');
      expect(ballots).toHaveLength(index + 1);
      for (const ballot of ballots) {
        const sealed = Buffer.from(ballot['sealed'] as ArrayBuffer);
        expect(sealed).toHaveLength(64);
        // Not even who has the master key opens one.
        for (const place of [sealedPlace('ballot', 'b1', ''), 'ballot'])
          expect(() => master.open(place, sealed)).toThrow();
      }
    }
    const others = tablesOf(file).filter((table) => table !== 'ballot');
    const ids = ask(file, 'SELECT hex(id) AS id FROM ballot').map(({ id }) => String(id).toLowerCase());
    for (const table of others)
      for (const row of ask(file, `SELECT * FROM "${table}"`))
        for (const value of Object.values(row)) expect(ids).not.toContain(value);
    await bot.bot.stop();
  });

  it('THEN inbox and audit know that somebody voted, not on whom nor what', async () => {
    const file = freshFile();
    const bot = await opened(file);
    await bot.say('张三', '/评议 李强 不合格');
    expect(ask(file, "SELECT actor, ids FROM audit WHERE use_case = 'appraisal.vote'")).toEqual([
      { actor: 1, ids: '[]' },
    ]);
    const columns = ask(file, 'PRAGMA table_info(inbox)').map(({ name }) => name);
    expect(columns).toEqual(['branch', 'channel', 'message_id', 'at']);
    expect(ask(file, 'PRAGMA table_info(appraisal_voter)').map(({ name }) => name)).toEqual([
      'branch',
      'year',
      'round',
      'voter',
      'person',
    ]);
    await bot.bot.stop();
  });

  it('THEN two branches that differ in the choice alone cannot be told apart by anything but the key file', async () => {
    const seen = [];
    for (const tier of ['优秀', '不合格']) {
      const file = freshFile();
      const bot = await opened(file);
      for (const voter of voters) await bot.say(voter, `/评议 李强 ${tier}`);
      await bot.say('张三', `/评议 李强 ${tier}`);
      seen.push({ said: [...bot.said], letters: letters(file), readable: readable(file) });
      await bot.bot.stop();
    }
    // `_prisma_migrations` is left out by `tablesOf`; message ids count on over both.
    const [one, other] = seen.map((each) => ({
      ...each,
      readable: {
        ...each.readable,
        inbox: each.readable['inbox']?.length,
        audit: each.readable['audit']?.length,
      },
    }));
    expect(other).toEqual(one);
  });

  it('THEN no answer repeats a choice, whatever is wrong with the line', async () => {
    const bot = await opened(freshFile());
    const lines = [
      '/评议 李强 优秀',
      '/评议 李强 优秀',
      '/评议 张三 优秀',
      '/评议 李四 优秀',
      '/评议李强 优秀',
      '/评议李强优秀',
      '/民主评议李强优秀',
      '/投票 李强 优秀',
      '/平议 李强 优秀',
      '/评议',
    ];
    for (const line of lines) {
      bot.said.length = 0;
      await bot.say('张三', line);
      expect(bot.said).toHaveLength(1);
      // All four together say nothing; one alone would.
      const told = bot.said.join('').replace(tierWords.join('、'), '');
      for (const word of tierWords) expect(told, line).not.toContain(word);
    }
    await bot.bot.stop();
  });

  it('THEN the copy of the database holds ciphertexts only', async () => {
    const file = freshFile();
    const bot = await opened(file);
    await bot.say('张三', '/评议 李强 不合格');
    await bot.say('李强', '/备份');
    const copy = file.replace(/zhibu\.db$/u, 'backups/zhibu-20261221-090000.db');
    const db = new Database(copy, { readonly: true });
    expect(db.prepare('SELECT length(sealed) AS length FROM ballot').all()).toMatchObject([{ length: 64 }]);
    db.close();
    const bytes = readFileSync(copy);
    for (const word of [...tierWords, ...tierIds]) expect(bytes.includes(word), word).toBe(false);
    await bot.bot.stop();
  });
});

describe('GIVEN the ballot has ended', () => {
  it('THEN results are sealed, and every ballot is gone from file and WAL', async () => {
    const file = freshFile();
    const bot = await opened(file);
    for (const voter of voters) await bot.say(voter, '/评议 李强 优秀');
    const ballots = ask(file, 'SELECT sealed FROM ballot').map(({ sealed }) =>
      Buffer.from(sealed as ArrayBuffer),
    );
    await bot.say('李强', '/评议 结束 是');
    const left = raw(file);
    for (const sealed of ballots) expect(left.includes(sealed)).toBe(false);
    for (const word of [...tierWords, ...tierIds]) expect(left.includes(word), word).toBe(false);
    await bot.bot.stop();
  });
});
