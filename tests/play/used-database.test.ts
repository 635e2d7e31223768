import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../dist/src/cli/play/main.js', import.meta.url));
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

function playOn(database: string, lines: string): string {
  const file = join(folder, 'scene.chat');
  writeFileSync(file, scene + lines);
  return execFileSync(process.execPath, [program, file, '--db', join(folder, database)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

describe('a transcript on a used database', () => {
  it('hears every line, although answers that only read were lost from the inbox before', () => {
    const reading = '张三>> /积分\n'.repeat(4);
    playOn('a.db', `@时间 2026-11-23 09:00\n${reading}@重启\n赵敏> /加分 张三 8 公益活动\n`);
    const line = '赵敏> /加分 张三 9 服务群众\n';
    const registered = playOn('a.db', `@时间 2026-11-23 10:00\n${line.repeat(6)}`);
    expect(registered.split('机器人> ').length - 1).toBe(6);
  });

  it('shows what was caught up at start, once', () => {
    playOn('b.db', '@时间 2026-11-23 09:00\n赵敏> /加分 张三 8 公益活动 [图片:献血证.jpg]\n');
    const caughtUp = playOn('b.db', '@时间 2027-01-04 10:00\n张三>> /积分\n');
    expect(caughtUp.match(/公示第1号：/gu)).toHaveLength(1);
    expect(caughtUp.match(/公示第1号\.png/gu)).toHaveLength(1);
    expect(caughtUp.indexOf('公示第1号')).toBeGreaterThan(caughtUp.indexOf('@时间'));
    expect(caughtUp.indexOf('公示第1号')).toBeLessThan(caughtUp.indexOf('张三>>'));
    expect(playOn('b.db', '@时间 2027-01-04 10:30\n张三>> /积分\n')).not.toContain('公示第1号');
  });
});
