import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/play/command.js';
import { call } from '../support/command-line.js';

const scene = `@支部 机关第一党支部
@党员 李强 领导干部党员 书记
@党员 赵敏 机关党员 记录员
@党员 张三 机关党员
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-used-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function playOn(name: string, lines: string): Promise<string> {
  const file = join(folder, 'scene.chat');
  writeFileSync(file, scene + lines);
  const database = join(folder, name);
  const { code, out } = await call(run, { database }, file, '--db', database);
  expect(code).toBe(0);
  return out;
}

describe('a transcript on a used database', () => {
  it('hears every line, although answers that only read were lost from the inbox before', async () => {
    const reading = '张三>> /积分\n'.repeat(4);
    await playOn('a.db', `@时间 2026-11-23 09:00\n${reading}@重启\n赵敏> /加分 张三 8 公益活动\n`);
    const line = '赵敏> /加分 张三 9 服务群众\n';
    const registered = await playOn('a.db', `@时间 2026-11-23 10:00\n${line.repeat(6)}`);
    expect(registered.split('机器人> ').length - 1).toBe(6);
  });

  it('shows what was caught up at start, once', async () => {
    await playOn('b.db', '@时间 2026-11-23 09:00\n赵敏> /加分 张三 8 公益活动 [图片:献血证.jpg]\n');
    const caughtUp = await playOn('b.db', '@时间 2027-01-04 10:00\n张三>> /积分\n');
    expect(caughtUp.match(/公示第1号：/gu)).toHaveLength(1);
    expect(caughtUp.match(/公示第1号\.png/gu)).toHaveLength(1);
    expect(caughtUp.indexOf('公示第1号')).toBeGreaterThan(caughtUp.indexOf('@时间'));
    expect(caughtUp.indexOf('公示第1号')).toBeLessThan(caughtUp.indexOf('张三>>'));
    expect(await playOn('b.db', '@时间 2027-01-04 10:30\n张三>> /积分\n')).not.toContain('公示第1号');
  });
});
