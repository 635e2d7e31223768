import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/period/civil.js';
import { createElsewhere, type ElsewhereSettings } from '../../src/store/backups/elsewhere.js';
import { lastHead, writeHeads } from '../../src/store/backups/heads.js';
import { isPacked, NotUnpacked, pack, unpack } from '../../src/store/backups/packed.js';
import { outlived } from '../../src/store/backups/retention.js';
import { newFile } from './scene.js';

const { file, remove } = newFile();
afterAll(remove);
const folder = join(file, '..');
const path = (name: string) => join(folder, name);
const key = Buffer.alloc(32, 7);
const passphrase = '红旗 渠水 长城 大桥 高铁 稻田';

describe('which daily copies stay', () => {
  it('GIVEN a copy each day for years THEN 7 daily, 4 weekly, 12 monthly', () => {
    let copies: { readonly at: string }[] = [];
    for (let day = '2025-01-01'; day <= '2026-12-01'; day = addDays(day, 1)) {
      copies.push({ at: `${day}T02:30:00` });
      const gone = outlived(copies);
      copies = copies.filter((copy) => !gone.includes(copy));
    }
    expect(copies.map(({ at }) => at.slice(0, 10))).toEqual([
      ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-15', '2026-11-22'],
      ...['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'],
    ]);
  });

  it('GIVEN any days THEN the newest always stays, and at most 23 do', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1 });
    fc.assert(
      fc.property(days, (numbers) => {
        const copies = numbers.map((day) => ({ at: `${addDays('2025-01-01', day)}T02:30:00` }));
        const gone = outlived(copies);
        const newest = copies.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
        expect(gone).not.toContain(newest);
        expect(copies.length - gone.length).toBeLessThanOrEqual(23);
        expect(copies.length - gone.length).toBeGreaterThanOrEqual(Math.min(copies.length, 7));
      }),
    );
  });
});

describe('a backup with its key under a passphrase', () => {
  it('GIVEN the passphrase THEN both come back; GIVEN another one, or a changed byte, THEN nothing does', async () => {
    const content = Buffer.alloc(300_000, 'zhibu');
    writeFileSync(path('plain.db'), content);
    await pack(path('plain.db'), key, passphrase, path('packed.zhibu'));
    const packed = readFileSync(path('packed.zhibu'));
    expect([isPacked(path('packed.zhibu')), isPacked(path('plain.db'))]).toEqual([true, false]);
    expect(packed.includes('zhibuzhibu')).toBe(false);
    expect(await unpack(path('packed.zhibu'), passphrase, path('again.db'))).toEqual(key);
    expect(readFileSync(path('again.db'))).toEqual(content);
    await expect(unpack(path('packed.zhibu'), `${passphrase}。`, path('no.db'))).rejects.toThrow(NotUnpacked);
    for (const at of [20, packed.length - 1]) {
      const changed = Buffer.from(packed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path('changed.zhibu'), changed);
      await expect(unpack(path('changed.zhibu'), passphrase, path('no.db'))).rejects.toThrow(NotUnpacked);
    }
    expect(readdirSync(folder)).not.toContain('no.db');
  });
});

describe('a copy elsewhere', () => {
  const failures: unknown[] = [];
  const elsewhere = (settings: ElsewhereSettings) =>
    createElsewhere(folder, settings, key, (error) => failures.push(error));
  const name = 'zhibu-daily-20261124-023000.db';
  writeFileSync(path(name), 'a backup');

  it('GIVEN a folder THEN it is there under its name; GIVEN a passphrase THEN packed, and nothing is left here', async () => {
    const plain = elsewhere({ folder: path('usb') });
    expect(plain.state()).toEqual({ lastAt: null, failed: false });
    plain.send(path(name), '2026-11-24T02:30:00');
    const secret = elsewhere({ folder: path('usb'), passphrase });
    await plain.settled();
    expect(readdirSync(path('usb'))).toEqual([name]);
    secret.send(path(name), '2026-11-24T02:30:00');
    await secret.settled();
    // One for each day: the newer kind takes the place.
    expect(readdirSync(path('usb'))).toEqual([`${name}.zhibu`]);
    expect(await unpack(path(`usb/${name}.zhibu`), passphrase, path('back.db'))).toEqual(key);
    expect(readdirSync(folder)).not.toContain(`${name}.zhibu`);
    expect(secret.state()).toEqual({ lastAt: '2026-11-24T02:30:00', failed: false });
  });

  it('GIVEN a command THEN it gets the file; GIVEN it fails THEN that is known, and since when the last one is', async () => {
    const good = elsewhere({ command: `cp "$BACKUP_FILE" "${path('taken.db')}"` });
    good.send(path(name), '2026-11-25T02:30:00');
    await good.settled();
    expect(readFileSync(path('taken.db'), 'utf8')).toBe('a backup');
    const bad = elsewhere({ command: 'exit 3' });
    bad.send(path(name), '2026-11-26T02:30:00');
    await bad.settled();
    expect(bad.state()).toEqual({ lastAt: '2026-11-25T02:30:00', failed: true });
    expect(failures).toEqual([expect.objectContaining({ code: 3 })]);
    // Also for the next process.
    expect(elsewhere({ command: 'true' }).state()?.failed).toBe(true);
    expect(elsewhere({}).state()).toBeNull();
  });
});

it('the last head of each branch is beside the backups', () => {
  const head = (digit: string) => digit.repeat(64);
  expect(lastHead(folder, 'b1')).toBeNull();
  writeHeads(folder, '2026-11-24T02:30:00', new Map([['b1', { count: 1, head: head('1') }]]));
  writeHeads(
    folder,
    '2026-11-25T02:30:00',
    new Map([
      ['b1', { count: 3, head: head('3') }],
      ['b2', { count: 0, head: head('0') }],
    ]),
  );
  expect(lastHead(folder, 'b1')).toEqual({ count: 3, head: head('3') });
});
