import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saidText } from '../../src/cli/play/check.js';
import { playHere, stepsOf } from '../../src/cli/play/here.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { root } from '../support/root.js';
import { withFile } from '../support/transcripts.js';

const scene = `@支部 机关第一党支部
@党员 李强 领导干部党员 书记
@党员 赵敏 机关党员 记录员
@党员 张三 机关党员
`;
const rulebook = await loadRulebook(join(root, 'rulebooks/2018.yaml'));

async function playOn(databaseFile: string, lines: string): Promise<string> {
  const played = await playHere(stepsOf(scene + lines, { rulebook }), { rulebook, databaseFile });
  return played.flatMap(({ step, said }) => [step.raw, ...said.map(saidText)]).join('\n');
}

describe('a transcript on a used database', () => {
  it('hears every line, although answers that only read were lost from the inbox before', () =>
    withFile(async (file) => {
      const reading = '张三>> /积分\n'.repeat(4);
      await playOn(file, `@时间 2026-11-23 09:00\n${reading}@重启\n赵敏> /加分 张三 8 公益活动\n`);
      const line = '赵敏> /加分 张三 9 服务群众\n';
      const registered = await playOn(file, `@时间 2026-11-23 10:00\n${line.repeat(6)}`);
      expect(registered.split('机器人> ').length - 1).toBe(6);
    }));

  it('shows what was caught up at start, once', () =>
    withFile(async (file) => {
      await playOn(file, '@时间 2026-11-23 09:00\n赵敏> /加分 张三 8 公益活动 [图片:献血证.jpg]\n');
      const caughtUp = await playOn(file, '@时间 2027-01-04 10:00\n张三>> /积分\n');
      expect(caughtUp.match(/积分公示预览：/gu)).toHaveLength(1);
      expect(caughtUp.indexOf('积分公示预览')).toBeGreaterThan(caughtUp.indexOf('@时间'));
      expect(caughtUp.indexOf('积分公示预览')).toBeLessThan(caughtUp.indexOf('张三>>'));
      const next = await playOn(file, '@时间 2027-01-05 10:00\n张三>> /积分\n');
      expect(next.match(/公示第1号：/gu)).toHaveLength(1);
      expect(next.match(/公示第1号\.png/gu)).toHaveLength(1);
      expect(await playOn(file, '@时间 2027-01-05 10:30\n张三>> /积分\n')).not.toContain('公示第1号');
    }));
});
