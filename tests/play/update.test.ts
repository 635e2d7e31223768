import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Said } from '../../src/cli/play/orders.js';
import type { Played } from '../../src/cli/play/player.js';
import { parseTranscript, TranscriptError } from '../../src/cli/play/transcript.js';
import { filesToUpdate, updated, updateFile } from '../../src/cli/play/update.js';

const categories = { labels: ['机关党员'], probationary: '机关党员' };
const scene = '@支部 一\n@党员 张三 机关党员\n\n';

/** The transcript as a bot played it that answers each line with what its text says, apart by `|`. */
function played(source: string): Promise<readonly Played[]> {
  const answer = (text: string): Said => ({
    key: text,
    chat: { kind: 'group', id: '一' },
    text,
    files: [],
  });
  return Promise.resolve(
    parseTranscript(source, categories).map((step) => ({
      step,
      said: step.kind === 'say' && step.text !== '' ? step.text.split('|').map(answer) : [],
    })),
  );
}

const update = async (lines: string) => updated(await played(scene + lines)).slice(scene.length);

describe('play --update writes what the bot says', () => {
  it.each([
    ['a changed sentence', '张三> 新句\n机器人> 旧句\n', '张三> 新句\n机器人> 新句\n'],
    ['`…` that still fits stays', '张三> 已登记 #1\n机器人> 已…\n', '张三> 已登记 #1\n机器人> 已…\n'],
    ['`…` that fits no more', '张三> 没有 #1\n机器人> 已…\n', '张三> 没有 #1\n机器人> 没有 #1\n'],
    [
      '`…` in one line of a message whose other line changed',
      '张三> 版本1\n  新句\n机器人> 版本…\n  旧句\n',
      '张三> 版本1\n  新句\n机器人> 版本…\n  新句\n',
    ],
    ['what is said besides', '张三> 一|二\n机器人> 二\n', '张三> 一|二\n机器人> 一\n机器人> 二\n'],
    ['what is said no more', '张三> 二\n机器人> 一\n机器人> 二\n', '张三> 二\n机器人> 二\n'],
    [
      'one changed between two that stay',
      '张三> 一|二|三\n机器人> 一\n机器人> 乙\n机器人> 三\n',
      '张三> 一|二|三\n机器人> 一\n机器人> 二\n机器人> 三\n',
    ],
    [
      'comments and blank lines keep their places',
      '张三> 一|二\n# 甲\n机器人> 乙\n# 丙\n机器人> 丁\n\n# 完\n',
      '张三> 一|二\n# 甲\n机器人> 一\n# 丙\n机器人> 二\n\n# 完\n',
    ],
    ['a first answer', '张三> 一\n\n张三>\n', '张三> 一\n机器人> 一\n\n张三>\n'],
    ['the width of the bot', '张三> 一：二\n机器人> 一:二\n', '张三> 一：二\n机器人> 一：二\n'],
  ])('%s', async (_, before, after) => {
    expect(await update(before)).toBe(after);
    expect(await update(after)).toBe(after);
  });
});

describe('play --update of files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhibu-update-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('takes the transcripts and documents of a folder, and files as they are named', () => {
    for (const name of ['b.chat', 'a.md', 'c.yaml']) written(name, '');
    const named = join(folder, 'c.yaml');
    expect(filesToUpdate([folder, named])).toEqual([join(folder, 'a.md'), join(folder, 'b.chat'), named]);
  });

  it('changes in a document what a bot says in its examples, and nothing else', async () => {
    const text = (one: string, other: string) =>
      `# 说明\n机器人> 旧\n\n\`\`\`chat\n${scene}张三> 新\n机器人> ${one}\n\`\`\`\n\n\`\`\`chat\n${scene}张三> 二\n机器人> ${other}\n\`\`\`\n`;
    const file = written('a.md', text('旧', '二'));
    expect(await updateFile(file, played)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(text('新', '二'));
    expect(await updateFile(file, played)).toBe(false);
  });

  it('names the line of the document that is no transcript', async () => {
    const file = written('a.md', '# 说明\n\n```chat\n@支部 一\n没有箭头\n```\n');
    const refused = await updateFile(file, played).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TranscriptError);
    expect(refused).toMatchObject({ line: 5 });
  });
});
