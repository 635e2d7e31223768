import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { byWeight, differenceText } from '../../src/chat/replies/rulebook/differences.js';
import { parameterLabels } from '../../src/chat/replies/rulebook/labels.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { parseRulebook } from '../../src/domain/rulebook/adopted.js';
import { differences, isSameRulebook } from '../../src/domain/rulebook/differences.js';
import { accepted, type Edit } from './variant.js';

const before = accepted();
const told = (...edits: readonly Edit[]) => {
  const after = accepted(...edits);
  return byWeight(differences(before, after)).map((one) => differenceText(one, { before, after }));
};

describe('differences are described in the words of the branch', () => {
  it.each<[string, readonly Edit[], readonly string[]]>([
    ['nothing', [], []],
    ['the version alone changes nothing', [[['version'], '2027-1']], []],
    ['a cap', [[['scoring', 'bonusCap'], 20]], ['加分上限：不封顶 → 20']],
    ['points of an item', [[['items', 1, 'points'], 4]], ['第8项“公益活动”分值：3 → 4']],
    ['a grade', [[['items', 6, 'grades', 1, 'points'], 8]], ['第13项“受表彰”级别“市级”分值：10 → 8']],
    ['an item less', [[['items', 5], undefined]], ['取消第12项“平安与发展”']],
    ['a title', [[['items', 1, 'title'], '志愿服务']], ['第8项“公益活动”标题：公益活动 → 志愿服务']],
    ['a switch', [[['categories', 6, 'scored'], true]], ['类别“离退休党员”计分：否 → 是']],
    ['a share', [[['assessment', 'topShare'], '1/8']], ['靠前的比例：1/10 → 1/8']],
    ['a frequency', [[['publication', 'frequency'], 'monthly']], ['定期公示：每季度 → 每月']],
    ['a tier', [[['assessment', 'tiers', 'outstanding'], '标兵']], ['第一等次名称：优秀 → 标兵']],
    ['a quota', [[['quotas', 0, 'perYear'], 8]], ['次数档“全年12次”全年次数：12 → 8']],
    ['the default leave', [[['leave', 'defaultKind'], 'official']], ['未写类别时的请假类别：事假 → 公出']],
  ])('GIVEN %s', (_name, edits, lines) => {
    expect(told(...edits)).toEqual(lines);
  });

  it('GIVEN base and cap and an explanation THEN what moves every score comes first', () => {
    const lines = told(
      [['items', 0, 'explanation'], '另一种说明。'],
      [['scoring', 'bonusCap'], 20],
      [['assessment', 'unqualifiedAtMost'], 60],
    );
    expect(lines.map((line) => line.split('：')[0])).toEqual([
      '加分上限',
      '建议末等的最高分',
      '第7项“合理化建议”说明',
    ]);
  });

  it('GIVEN a rulebook that has everything otherwise THEN no place is called by its name in the file', async () => {
    const { rulebook: after } = await loadRulebook('tests/support/rulebooks/second.yaml');
    const lines = differences(before, after).map((one) => differenceText(one, { before, after }));
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) expect(line).not.toMatch(/undefined|\w\.\w|Object/u);
  });

  it('THEN every name given to a parameter belongs to one that exists', () => {
    for (const place of Object.keys(parameterLabels)) {
      let here: unknown = before;
      for (const key of place.split('.')) {
        const next: unknown = key === '*' && Array.isArray(here) ? here[0] : undefined;
        here = next ?? (here as Readonly<Record<string, unknown>>)[key];
      }
      expect(here, place).not.toBeUndefined();
    }
  });
});

describe('whether two files of one version are one rulebook', () => {
  it('THEN any change of content makes them two, also of a title alone', () => {
    expect(isSameRulebook(before, accepted())).toBe(true);
    expect(isSameRulebook(before, accepted([['title'], '另一个名称']))).toBe(false);
    expect(isSameRulebook(before, accepted([['dues', 'draftDay'], 6]))).toBe(false);
  });

  it('GIVEN texts recorded with half-width marks THEN it is the same rulebook, and reads alike', () => {
    const shipped = readFileSync('rulebooks/2018.yaml', 'utf8');
    const narrow = (mark: string) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
    const recorded = JSON.stringify(parse(shipped)).replace(/[，：；（）？！]/gu, narrow);
    const read = parseRulebook(JSON.parse(recorded));
    expect(recorded).toContain('(2018年版)');
    expect(read.ok && isSameRulebook(read.rulebook, before)).toBe(true);
  });
});
