import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { run as restore } from '../../src/cli/keep/restore.js';
import { run as rotateKey } from '../../src/cli/keep/rotate-key.js';
import { run as verify } from '../../src/cli/verify.js';
import { keyIdOf } from '../../src/store/sealing/seal.js';
import { ask } from '../support/branch/ledger.js';
import { root } from '../support/root.js';
import { bonus, firstKey, newOffice, scoreOf, type Office } from './scene.js';

const offices: Office[] = [];
afterAll(() => offices.forEach(({ remove }) => remove()));

const picture = { kind: 'picture' as const, name: '献血证.png', bytes: Buffer.from('a picture') };

async function office(): Promise<Office> {
  const made = newOffice();
  offices.push(made);
  const stage = await made.open('2026-11-23T09:00:00');
  await bonus(stage, 1);
  await stage.say('张三', '/申报 8 献血', { files: [picture] });
  await stage.whisper('李强', '/备份');
  await stage.close();
  return made;
}

const keyIds = (file: string) =>
  ['matter', 'outbox', 'file_content'].flatMap((table) =>
    ask(file, `SELECT DISTINCT lower(hex(substr(sealed, 1, 4))) AS id FROM "${table}"`).map(({ id }) => id),
  );
const idOf = (hex: string) => keyIdOf(Buffer.from(hex, 'hex'));

async function isInOrder(made: Office): Promise<void> {
  expect(await made.call(verify, [])).toMatchObject({ code: 0 });
  const stage = await made.open('2026-11-23T11:00:00');
  expect(await scoreOf(stage, '张三')).toBe('张三 2026年积分：103分');
  const shown = await stage.whisper('李强', '/材料 2');
  expect(shown.flatMap(({ files }) => files.map(({ bytes }) => Buffer.from(bytes).toString()))).toEqual([
    'a picture',
  ]);
  await stage.close();
}

it('THEN nothing is left under the old key, heads on paper still fit, and the old backup opens with the old key', async () => {
  const made = await office();
  const { head } = ask(made.file, 'SELECT head FROM branch')[0] ?? {};
  const preview = await made.call(rotateKey, []);
  expect([preview.code, made.key()]).toEqual([0, firstKey]);
  expect(await made.call(rotateKey, ['--yes'])).toMatchObject({ code: 0 });
  expect(made.key()).not.toBe(firstKey);
  expect([...new Set(keyIds(made.file))]).toEqual([idOf(made.key())]);
  expect(readFileSync(made.file).includes(Buffer.from(idOf(firstKey), 'hex'))).toBe(false);
  await isInOrder(made);
  expect(await made.call(verify, ['--head', String(head).slice(0, 12), '--count', '1'])).toMatchObject({
    code: 0,
  });

  const again = made.key();
  expect(await made.call(rotateKey, ['--yes'])).toMatchObject({ code: 0 });
  expect(made.key()).not.toBe(again);
  await isInOrder(made);
  expect(await made.call(restore, ['zhibu-20261123-090000.db', '--yes'])).toMatchObject({ code: 0 });
  expect(made.key()).toBe(firstKey);
  await isInOrder(made);
});

it('GIVEN kill -9 half way THEN the old key still fits; once more, and the new one does', async () => {
  const made = await office();
  const script = join(made.folder, 'killed.ts');
  const from = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
  writeFileSync(
    script,
    `import { openConnection } from ${from('src/store/connection.ts')};
     import { openKey } from ${from('src/store/sealing/key.ts')};
     import { sealWithNewKey } from ${from('src/store/sealing/new-key.ts')};
     const file = ${JSON.stringify(made.file)};
     const db = openConnection(file);
     sealWithNewKey(db, file, openKey(db, file, undefined), ${JSON.stringify(join(root, 'prisma'))}, (rows) => {
       if (rows === 20) process.kill(process.pid, 'SIGKILL');
     });`,
  );
  const killed = spawnSync(process.execPath, ['--import', 'tsx', script], { cwd: root });
  expect(killed.signal).toBe('SIGKILL');
  expect(existsSync(`${made.file}.key.next`)).toBe(true);
  expect([made.key(), ...new Set(keyIds(made.file))]).toEqual([firstKey, idOf(firstKey)]);
  await isInOrder(made);
  expect(await made.call(rotateKey, ['--yes'])).toMatchObject({ code: 0 });
  expect(existsSync(`${made.file}.key.next`)).toBe(false);
  expect([...new Set(keyIds(made.file))]).toEqual([idOf(made.key())]);
  await isInOrder(made);
});

it('GIVEN it was cut off between the commit and the key file THEN the next start ends it', async () => {
  const made = await office();
  expect(await made.call(rotateKey, ['--yes'])).toMatchObject({ code: 0 });
  renameSync(`${made.file}.key`, `${made.file}.key.next`);
  copyFileSync(`${made.file}.key.old-${idOf(firstKey)}`, `${made.file}.key`);
  await isInOrder({ ...made, open: (clock) => made.open(clock) });
  expect(made.key()).not.toBe(firstKey);
});

it('GIVEN rows were changed by another hand THEN nothing is sealed anew; GIVEN the key stands in .env THEN it is told', async () => {
  const made = await office();
  const env = { ZHIBU_KEY: firstKey };
  const done = await made.call(rotateKey, ['--yes'], env);
  expect([done.code, done.text]).toEqual([0, expect.stringContaining('请从 .env 删去 ZHIBU_KEY')]);
  const checked = await made.call(verify, [], env);
  expect([checked.code, checked.text]).toEqual([1, expect.stringContaining('密钥已经换过')]);
  ask(made.file, "UPDATE person SET category = 'retired' WHERE name = '张三'");
  const key = made.key();
  const refused = await made.call(rotateKey, ['--yes']);
  expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('没有换密钥')]);
  expect(made.key()).toBe(key);
});
