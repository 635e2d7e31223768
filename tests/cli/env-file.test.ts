import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvFile } from '../../src/env-file.js';
import { freshFolder, runToEnd, startBot } from '../support/processes/bot-server.js';

const known = ['BRANCH_NAME', 'DATABASE_URL', 'PORT', 'ZHIBU_KEY', 'CHANNEL', 'WECHATY_ROOM'];
const read = (content: string | Uint8Array) => readEnvFile(Buffer.from(content), known);
const gbk = Buffer.concat([Buffer.from('PORT=3210\nBRANCH_NAME='), Buffer.from('d6a7b2bf0a', 'hex')]);

describe('GIVEN .env as people write it', () => {
  it.each([
    ['with a mark', '\ufeffBRANCH_NAME=机关第一党支部\n', '机关第一党支部'],
    ['with Windows line ends, blanks and notes', '# 说明\r\n\r\n BRANCH_NAME = 机关 \r\n', '机关'],
    ['in quotes, with a note behind', 'BRANCH_NAME="机关#1支部" # 说明', '机关#1支部'],
    ['as a shell has it', "export BRANCH_NAME='a=b'", 'a=b'],
    ['with a path of Windows', 'BRANCH_NAME="C:\\new\\名"', 'C:\\new\\名'],
  ])('WHEN it is %s THEN it is read', (_, content, value) => {
    expect(read(content)).toEqual({ ok: true, settings: { BRANCH_NAME: value } });
  });

  it('WHEN a puppet has settings of its own THEN they pass', () => {
    expect(read('WECHATY_PUPPET_PADLOCAL_TOKEN=x').ok).toBe(true);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffBRANCH_NAME=支部', 'utf16le'), /UTF-16.*另存为.*UTF-8/u],
    ['UTF-16 without a mark', Buffer.from('BRANCH_NAME=x', 'utf16le'), /UTF-16/u],
    ['GBK', gbk, /^第2行：.*GBK.*UTF-8.*例：BRANCH_NAME=/u],
    ['what an editor made of GBK', 'PORT=3210\nBRANCH_NAME=֧\ufffd\ufffd', /^第2行：有乱码/u],
    ['＝', '\nBRANCH_NAME＝机关第一党支部', /^第2行：“＝”.*BRANCH_NAME=机关第一党支部/u],
    ['：', 'BRANCH_NAME：机关', /“：”.*BRANCH_NAME=机关/u],
    ['no =', 'PORT=3210\n机关第一党支部', /^第2行：.*名称=值.*例：/u],
    ['a name alone', 'BRANCH_NAME 机关', /名称=值/u],
    ['a misspelt name', 'BRANCHNAME=机关', /没有“BRANCHNAME”这项设置。是不是要写 BRANCH_NAME=…？/u],
    ['a name in small letters', 'branch_name=机关', /BRANCH_NAME=…/u],
    ['an unknown name', 'FOO=1', /没有“FOO”这项设置。可写的设置见/u],
    ['# inside a value', 'DATABASE_URL=file:./a#b/z.db', /DATABASE_URL="file:\.\/a#b\/z\.db"/u],
    ['an open quote', 'BRANCH_NAME="机关', /引号不成对.*BRANCH_NAME="值"/u],
    ['words behind a quote', 'BRANCH_NAME="机关" 支部', /引号不成对/u],
  ])('WHEN there is %s THEN it is refused with its line and an example', (_, content, sentence) => {
    const answer = read(content);
    if (answer.ok) throw new Error('not refused');
    expect(answer.problems.join('\n')).toMatch(sentence);
  });

  it('WHEN a secret is written wrong THEN the sentence does not repeat it', () => {
    for (const line of ['ZHIBU_KEY＝abc123', 'ZHIBU_KEY=abc#123', 'ZHIBU_KEY="abc123', 'ZHIBU_KEY abc123'])
      expect(JSON.stringify(read(line))).not.toContain('abc');
  });

  it('WHEN several lines are wrong THEN all are named', () => {
    expect(read('PORT：1\nFOO=2')).toMatchObject({
      problems: [/^第1行/u, /^第2行/u].map((line) => expect.stringMatching(line) as string),
    });
  });

  it('WHEN it is .env.example THEN nothing is wrong with it', () => {
    const example = readFileSync('.env.example');
    const names = [...example.toString().matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name ?? '');
    expect(readEnvFile(example, names).ok).toBe(true);
  });
});

describe('GIVEN a start', () => {
  it('WHEN .env cannot be understood THEN nothing starts', async () => {
    const place = freshFolder();
    writeFileSync(join(place.folder, '.env'), 'BRANCH_NAME＝机关第二党支部\n');
    const { code, output } = await runToEnd(place.folder, {});
    expect(output).toContain('第1行');
    expect(output).not.toContain('已启动');
    expect(code).toBe(1);
    place.remove();
  });

  it('WHEN no branch is named THEN it says that this is the sample', async () => {
    const place = freshFolder();
    writeFileSync(join(place.folder, '.env'), '\ufeffLOG_LEVEL=warn\r\n');
    const bot = await startBot(place.folder);
    expect(bot.output()).toContain('示例支部');
    await bot.stop();
    place.remove();
  });
});
