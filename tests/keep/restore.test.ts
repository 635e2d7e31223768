import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Outbound } from '../../src/app/ports/channel.js';
import { run as restore } from '../../src/cli/keep/restore.js';
import { run as verify } from '../../src/cli/verify.js';
import { pack } from '../../src/store/backups/packed.js';
import { takeRunning } from '../../src/store/running.js';
import { ask } from '../support/branch/ledger.js';
import { bonus, firstKey, newOffice, scoreOf, type Office } from './scene.js';

const monday = '2026-11-23T09:00:00';
const copyName = 'zhibu-20261123-090000.db';

const offices: Office[] = [];
afterAll(() => offices.forEach(({ remove }) => remove()));

/** A backup after the first bonus; a second one since. */
async function officeWithBackup(): Promise<Office> {
  const office = newOffice();
  offices.push(office);
  const stage = await office.open(monday);
  await bonus(stage, 1);
  await stage.whisper('李强', '/备份');
  await bonus(stage, 2);
  await stage.close();
  return office;
}

it('THEN a backup is shown, with what restoring it loses, and nothing is touched; restored, the bot goes on from there', async () => {
  const office = await officeWithBackup();
  expect((await office.call(restore, [])).text).toContain(`${copyName}  2026年11月23日（周一）09:00（手动）`);
  const shown = await office.call(restore, [copyName, '--dry-run']);
  expect(shown.text).toContain(
    '机关第一党支部：到2026年11月23日（周一）09:00为止，名册6人，事项1件，分录1笔',
  );
  expect(shown.text).toContain('机关第一党支部：完好。1 条分录，合计 3 分');
  expect(shown.text).toContain('办理4次，新事项1件（#2起），分录1笔');
  // Without a terminal it is a preview as well.
  expect((await office.call(restore, [copyName])).text).toContain('没有写入');
  expect(ask(office.file, 'SELECT COUNT(*) AS count FROM ledger_entry')).toEqual([{ count: 2 }]);

  const done = await office.call(restore, [copyName, '--yes']);
  expect(done).toMatchObject({ code: 0 });
  expect(done.text).toContain('已恢复');
  const stage = await office.open('2026-11-23T10:00:00');
  expect(await scoreOf(stage, '张三')).toBe('张三 2026年积分：103分');
  await bonus(stage, 2);
  expect(await scoreOf(stage, '张三')).toBe('张三 2026年积分：106分');
  await stage.close();
  const aside = readdirSync(office.folder).find((name) => name.startsWith('zhibu.db.before-restore-')) ?? '';
  expect(ask(join(office.folder, aside), 'SELECT COUNT(*) AS count FROM ledger_entry')).toEqual([
    { count: 2 },
  ]);
  expect(readdirSync(office.folder).filter((name) => name.includes('restoring'))).toEqual([]);
});

it('GIVEN letters waited when the backup was made THEN they are not sent again, and new ones are not taken for old', async () => {
  const office = await officeWithBackup();
  const copy = join(office.backups, copyName);
  const keys = async (at: string) => {
    const stage = await office.open(at);
    const before = stage.said.length;
    await bonus(stage, 2);
    await stage.close();
    return { started: stage.said.slice(0, before), keys: stage.said.slice(before).map(({ key }) => key) };
  };
  ask(copy, "UPDATE outbox SET state = 'queued' WHERE id <= 3");
  expect((await office.call(restore, [copyName, '--yes'])).text).toContain('还没有送出的消息3条');
  const first = await keys('2026-11-23T10:00:00');
  expect(first.started).toEqual([]);
  await office.call(restore, [copyName, '--yes']);
  const second = await keys('2026-11-23T11:00:00');
  expect(first.keys.length).toBeGreaterThan(0);
  expect(second.keys).toHaveLength(first.keys.length);
  expect(second.keys.filter((key) => first.keys.includes(key))).toEqual([]);
});

it.each([
  ['on the day itself', '2026-10-08T11:00:00'],
  ['days later', '2026-10-12T11:00:00'],
])(
  'GIVEN the quarter was published after the backup THEN a restoring %s does not publish it again by itself',
  async (_, restored) => {
    const office = newOffice();
    offices.push(office);
    const stage = await office.open('2026-09-20T08:00:00');
    await bonus(stage, 1);
    await stage.advance('2026-10-08T08:00:00');
    await stage.whisper('李强', '/备份');
    const published = await stage.advance('2026-10-08T10:00:00');
    const toGroup = (letters: readonly Outbound[]) =>
      letters.filter(({ chat }) => chat.kind === 'group').map(({ text }) => text.split('\n')[0] ?? '');
    expect(toGroup(published).join('\n')).toContain('2026年三季度积分');
    await stage.close();
    await office.call(restore, ['zhibu-20261008-080000.db', '--yes']);
    const again = await office.open(restored);
    await again.advance(`${restored.slice(0, 10)}T18:00:00`);
    await again.advance('2026-10-14T18:00:00');
    expect(toGroup(again.said)).toEqual([]);
    // To members as little as to the group; the secretary decides.
    expect(again.said.filter(({ chat }) => chat.kind === 'private' && chat.account !== '李强')).toEqual([]);
    const listed = (await again.whisper('李强', '/补发')).map(({ text }) => text).join('\n');
    expect(listed).toContain('不能确定是否送达');
    const number = /#?(\d+)[^\n]*群/u.exec(listed)?.[1] ?? '';
    expect(toGroup(await again.whisper('李强', `/补发 ${number}`)).join('\n')).toContain('2026年三季度积分');
    await again.advance('2027-01-05T18:00:00');
    expect(toGroup(again.said).filter((text) => text.includes('2026年四季度')).length).toBe(1);
    await again.close();
  },
);

it('GIVEN a bot runs, no such file, no database, a damaged copy, or another key THEN one sentence, and all stays', async () => {
  const office = await officeWithBackup();
  const refused = async (words: readonly string[], sentence: string) => {
    const before = readFileSync(office.file);
    const { code, text } = await office.call(restore, words);
    expect([code, text]).toEqual([1, expect.stringContaining(sentence)]);
    expect(readFileSync(office.file).equals(before)).toBe(true);
  };
  const running = takeRunning(office.file, '进程号 7');
  await refused([copyName, '--yes'], '机器人正在这个文件夹里运行（进程号 7），什么也没有动。');
  if (running.isOurs) running.release();
  await refused(['没有.db'], '没有备份文件 没有.db');
  writeFileSync(join(office.folder, 'note.db'), 'not a database at all, only a note to somebody');
  await refused([join(office.folder, 'note.db'), '--yes'], '不是数据库');
  const copy = join(office.backups, copyName);
  const good = readFileSync(copy);
  ask(copy, 'DROP TRIGGER ledger_entry_no_update');
  ask(copy, 'UPDATE ledger_entry SET points = 30');
  await refused([copyName, '--yes'], '这份备份有问题，没有恢复');
  writeFileSync(copy, good);
  renameSync(`${office.file}.key`, join(office.folder, '另存的密钥'));
  writeFileSync(`${office.file}.key`, `${'12'.repeat(32)}\n`, { mode: 0o600 });
  await refused([copyName, '--yes'], '密钥打不开这份备份');
  await refused([copyName, '--yes', '--key', copy], '应为一行64位十六进制数');
  const keyed = await office.call(restore, [copyName, '--yes', '--key', join(office.folder, '另存的密钥')]);
  expect(keyed.code).toBe(0);
  expect(office.key()).toBe(firstKey);
});

it('GIVEN the folder is lost, and a packed backup is left THEN the passphrase brings back database and key', async () => {
  const office = await officeWithBackup();
  const packed = join(office.backups, 'away.zhibu');
  await pack(
    join(office.backups, copyName),
    Buffer.from(firstKey, 'hex'),
    '红旗渠水长城大桥高铁稻田',
    packed,
  );
  const fresh = newOffice();
  offices.push(fresh);
  writeFileSync(`${fresh.file}.key`, `${'34'.repeat(32)}\n`);
  expect((await fresh.call(restore, [packed, '--yes'])).text).toContain('这份备份有口令');
  const other = { BACKUP_PASSPHRASE: '别的口令别的口令别的口令' };
  expect((await fresh.call(restore, [packed, '--yes'], other)).text).toContain('口令不对，或者文件已损坏');
  const right = { ...other, BACKUP_PASSPHRASE: '红旗渠水长城大桥高铁稻田' };
  expect(await fresh.call(restore, [packed, '--yes'], right)).toMatchObject({ code: 0 });
  expect(fresh.key()).toBe(firstKey);
  const stage = await fresh.open('2026-11-24T09:00:00');
  expect(await scoreOf(stage, '张三')).toBe('张三 2026年积分：103分');
  await stage.close();
});

it('GIVEN an older file was put in place by hand THEN verify finds it by the heads beside the backups', async () => {
  const office = await officeWithBackup();
  const stage = await office.open('2026-11-23T10:00:00');
  await stage.whisper('李强', '/备份');
  await stage.close();
  expect((await office.call(verify, [])).code).toBe(0);
  const older = newOffice();
  offices.push(older);
  cpSync(office.backups, older.backups, { recursive: true });
  copyFileSync(join(office.backups, copyName), older.file);
  const found = await older.call(verify, []);
  expect([found.code, found.text]).toEqual([
    1,
    expect.stringContaining('备份时记下的第 2 条末位校验码与账上不符（数据库被换成旧的，或末尾被截去）'),
  ]);
  // Restored on purpose, it is in order.
  await older.call(restore, [copyName, '--yes']);
  expect((await older.call(verify, [])).code).toBe(0);
});
