/** A bad rulebook stops start-up with file, line, place and reason. */
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { refusal, withoutLine } from './refusal.js';
import { editedYaml } from './variant.js';

describe('GIVEN a mistake THEN its own line is named', () => {
  it('of a value', async () => {
    const yaml = editedYaml([['assessment', 'noAwardsBelow'], -1]);
    expect(await refusal(yaml)).toEqual([
      `第${lineOf(yaml, 'noAwardsBelow: -1')}行 assessment.noAwardsBelow：应不小于0`,
    ]);
  });

  it('of a key that is too many', async () => {
    const yaml = editedYaml([['leave', 'freeLeaves'], 3]);
    expect((await refusal(yaml))[0]).toContain(`第${lineOf(yaml, 'freeLeaves: 3')}行 leave.freeLeaves`);
  });

  it('of what lacks something, where something is missing', async () => {
    const yaml = editedYaml([['items', 4, 'title'], undefined]);
    expect(await refusal(yaml)).toEqual([`第${lineOf(yaml, 'number: 11')}行 items[4].title：缺少这一项`]);
  });

  it('and several mistakes are listed together, at most twenty', async () => {
    const two = await refusal(editedYaml([['scoring', 'basePoints'], 0], [['dues', 'draftDay'], 0]));
    expect(withoutLine(two)).toEqual(['scoring.basePoints：应为正数', 'dues.draftDay：应为正数']);
    const many = await refusal('{}\n');
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toBe('还有8处');
  });
});

/** 1-based line of the first line that contains `text`. */
function lineOf(yaml: string, text: string): number {
  return yaml.split('\n').findIndex((line) => line.includes(text)) + 1;
}

describe('GIVEN a file that is no rulebook at all THEN that is said', () => {
  it.each([
    ['nothing', '', ['整个文件：应为一组“名称：值”']],
    ['a list', '- 1\n', ['第1行 整个文件：应为一组“名称：值”']],
    ['a key twice', 'version: a\nversion: b\n', ['第2行 同一个名称写了两次']],
    ['a tab', 'scoring:\n\tbasePoints: 100\n', ['第2行 缩进只能用空格，不能用制表符']],
    ['two documents', 'a: 1\n---\nb: 2\n', ['第2行 一个文件里只能有一份细则']],
    ['a quote left open', 'version: "2018\n', ['第2行 缺少引号、冒号或括号']],
    ['a tag of its own', 'version: !run ls\n', ['第1行 不合YAML格式（TAG_RESOLVE_FAILED）']],
  ])('%s', async (_what, content, expected) => {
    expect(await refusal(content)).toEqual(expected);
  });

  it('bytes that are no UTF-8', async () => {
    expect(await refusal(Uint8Array.of(0xb0, 0xb4, 0xcf, 0xee))).toEqual([
      '不是UTF-8编码的文本，请另存为UTF-8',
    ]);
  });

  it('references that grow without end', async () => {
    const level = (name: string, of: string) =>
      `${name}: &${name} [${Array<string>(10).fill(of).join(', ')}]\n`;
    const bomb = level('a', 'x') + level('b', '*a') + level('c', '*b') + level('d', '*c') + 'e: *d\n';
    expect(await refusal(bomb)).toEqual(['引用（*）无法展开，请直接写出内容']);
  });

  it.each([
    ['brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['so deep that the parser would end the process', '['.repeat(99_000) + ']'.repeat(99_000)],
    ['JSON', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['dashes', `${'- '.repeat(10_000)}a`],
    ['blanks', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['20 000 keys', Array.from({ length: 20_000 }, (_, key) => `k${key}: 1`).join('\n')],
    ['10 000 references', `a: &a [x]\n${'b: *a\n'.repeat(10_000)}`],
  ])('what is nested or long beyond reason: %s', async (_, content) => {
    expect(await refusal(content)).toEqual([
      '太长或层次太深，不像是细则，请对照 rulebooks 文件夹里的细则改正',
    ]);
  });

  it('no file, and a folder', async () => {
    await expect(loadRulebook('rulebooks/none.yaml')).rejects.toThrow('没有这个文件');
    await expect(loadRulebook('rulebooks')).rejects.toThrow('这是文件夹，不是文件');
  });
});
