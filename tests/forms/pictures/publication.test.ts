import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { put } from '../../../src/domain/branch/rows.js';
import type { Facts } from '../../../src/domain/branch/facts.js';
import { composePublication } from '../../../src/domain/notice/publication.js';
import { periodNamed } from '../../../src/domain/notice/period.js';
import type { Rulebook } from '../../../src/domain/rulebook/schema.js';
import type { YearNotice } from '../../../src/domain/year/public-notice.js';
import { makePublicationPicture } from '../../../src/forms/make.js';
import { publicationPicture } from '../../../src/forms/pictures/phone/publication.js';
import { entry, factsWith, member } from '../../support/branch/branch-facts.js';
import { paperInput, rulebook2018 } from '../../support/papers/paper-input.js';
import { readPng } from '../../support/papers/png.js';
import { inGroup, openBranch, type TestBranch } from '../../support/branch/test-branch.js';

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = await rulebook2018();
});

/** A notice of the third quarter, with two entries for each member. */
function published(names: readonly string[]): Facts {
  const facts = factsWith(
    ...names.map((name, at) => member(at + 1, name)),
    ...names.flatMap((_, at) => [
      entry(at * 2 + 1, { member: at + 1 }),
      entry(at * 2 + 2, { member: at + 1, item: 16, side: 'deduction', points: -2 }),
    ]),
  );
  return facts.with([notice(JSON.stringify(third(facts)))]);
}

const third = (facts: Facts) =>
  composePublication(facts, rulebook, periodNamed('quarterly', { year: 2026, period: 3 }));

function notice(text: string, kind: 'periodic' | 'yearly' = 'periodic') {
  const postedAt = '2026-10-09T09:00:00';
  const row = { number: 1, kind, year: 2026, period: 3, postedAt, postedBy: null, text };
  return put('notice', { ...row, hash: '', entryCount: 12, head: 'ab12cd34ef56789', how: 'group' });
}

const tableOf = (facts: Facts) => publicationPicture(paperInput(facts, rulebook, '2026-11-28'), 1);
const picturesOf = (facts: Facts, today = '2026-11-28') =>
  makePublicationPicture(paperInput(facts, rulebook, today), 1);

describe('the picture of a publication in a branch', () => {
  let branch: TestBranch;
  let posted: string;
  const confirmed = async (number: number, line: string) => {
    await branch.say('赵敏', line);
    await branch.say('郑国', `/证明 ${number}`);
    await branch.say('周涛', `/证明 ${number}`);
    await branch.say('李强', `/确认 ${number} 已听取`);
  };
  beforeAll(async () => {
    branch = await openBranch(undefined, '2026-07-06T09:00:00');
    await confirmed(1, '/加分 张三 8 给邻居刘婶献血 证明 郑国、周涛');
    await confirmed(2, '/加分 王芳 10 举报赌博 证明 郑国、周涛');
    branch.moveTo('2026-10-09T10:00:00');
    posted = inGroup(await branch.say('李强', '/公示 三季度'));
  });
  afterAll(() => branch.close());
  const facts = () => branch.bot.store.snapshot(branch.id).facts;

  it('says what the notice said, member by member', () => {
    const table = tableOf(facts());
    const lines = posted.split('\n');
    expect(lines[0]).toBe(table.title);
    for (const { cells, notes } of table.rows) {
      const [name, base, bonus, deductions, total] = cells;
      const at = lines.indexOf(`${name} 基础${base} 加${bonus} 减${deductions} 合计${total}分`);
      expect(at).toBeGreaterThan(0);
      if (notes.length > 0) expect(lines[at + 1]).toBe(notes.join(';'));
    }
    expect(table.rows).toHaveLength(lines.filter((line) => line.includes('合计')).length);
    expect(table.rows.map(({ notes }) => notes).flat()).toEqual([
      expect.stringMatching(/^本季：第8项“公益活动”\+\d+$/u),
      expect.stringMatching(/^本季：\+\d+$/u),
    ]);
    for (const line of table.closing) expect(lines).toContain(line);
  });

  it('holds no reason, no witness and no shielded item', () => {
    const words = JSON.stringify(tableOf(facts()));
    expect(words).not.toMatch(/献血|刘婶|赌博|举报|证明|第10项|抵制/u);
  });

  it('stays as it was posted, whatever is entered afterwards', async () => {
    const before = picturesOf(facts(), '2026-10-09');
    await confirmed(3, '/加分 张三 8 又一次 证明 郑国、周涛');
    await branch.say('李强', '/更正 1 记错了');
    await branch.say('钱进', '/确认 4 已听取');
    const later = facts();
    expect(later.all('entry')).toHaveLength(4);
    const renamed = later.with([
      put('person', { ...later.get('person', 1)!, name: '张三丰', leftOn: '2026-11-01' }),
    ]);
    expect(tableOf(renamed).rows[0]?.cells).toEqual([
      '张三',
      '100',
      expect.any(String),
      '0',
      expect.any(String),
    ]);
    expect(picturesOf(renamed, '2027-03-01')).toEqual(before);
  });
});

describe('the picture of a publication', () => {
  const name = (at: number) =>
    ['张三', '古丽娜尔·买买提明', '=HYPERLINK("http://x")', '<b>&', '䶮㛃𫖯'][at % 5]!;
  const names = (count: number) => Array.from({ length: count }, (_, at) => `${name(at)}${at < 5 ? '' : at}`);

  it.each([
    [3, 1],
    [12, 1],
    [60, 5],
  ])('of %i members takes %i, as wide as a telephone and about as high', (count, pages) => {
    const files = picturesOf(published(names(count)));
    expect(files.map((file) => [file.kind, file.name])).toEqual(
      pages === 1
        ? [['picture', '公示第1号.png']]
        : Array.from({ length: pages }, (_, at) => ['picture', `公示第1号 第${at + 1}张.png`]),
    );
    const sizes = files.map(({ bytes }) => readPng(bytes)).map(({ width, height }) => [width, height]);
    for (const [width, height] of sizes) {
      expect(width).toBe(1080);
      expect(height).toBeLessThan(2400);
    }
    const heights = sizes.map(([, height]) => height!);
    expect(Math.max(...heights) / Math.min(...heights)).toBeLessThan(1.4);
    for (const { bytes } of files) expect(bytes.length).toBeLessThan(2_000_000);
  });

  it('keeps the row of a name that is longer than its cell', () => {
    const facts = published(['字'.repeat(200), '李四']);
    expect(tableOf(facts).rows).toHaveLength(2);
    const plain = readPng(picturesOf(published(['张三', '李四']))[0]!.bytes);
    const long = readPng(picturesOf(facts)[0]!.bytes);
    expect(long.height - plain.height).toBe(3 * 50);
  });

  it('says which points lie past a limit, and a veto', () => {
    const [line] = third(published(['张三'])).lines;
    const content = {
      ...third(published(['张三'])),
      lines: [{ ...line, uncounted: 4, vetoed: true, total: 0, entries: [] }],
    };
    const facts = published(['张三']).with([notice(JSON.stringify(content))]);
    expect(tableOf(facts).rows[0]?.notes).toEqual(['一票否决', '减分中4分超出基础分，不计算']);
    const capped = { ...rulebook, scoring: { ...rulebook.scoring, bonusCap: 1 } };
    const table = publicationPicture(paperInput(published(['张三']), capped, '2026-11-28'), 1);
    expect(table.rows[0]?.notes[0]).toBe('加分中2分超出上限，不计算');
  });

  it('of a year has the tiers', () => {
    const [line] = third(published(['张三'])).lines;
    const { person, base, bonus, deductions, uncounted, vetoed, total } = line!;
    const sums = { person, base, bonus, deductions, uncounted, vetoed, total };
    const content: YearNotice = {
      year: 2026,
      until: '2027-01-18',
      changed: false,
      lines: [{ ...sums, tier: 'qualified' }],
    };
    const facts = published(['张三']).with([notice(JSON.stringify(content), 'yearly')]);
    const table = tableOf(facts);
    expect(table.columns.map(({ head }) => head)).toEqual(['姓名', '基础', '加分', '减分', '合计', '等次']);
    expect(table.rows[0]?.cells).toEqual(['张三', '100', '3', '2', '101', '合格']);
    expect(table.subtitle).toBe('公示7天，到2027年1月18日（周一）结束');
  });

  it('is not made of a notice that is not there', () => {
    expect(() => tableOf(factsWith(member(1, '张三')))).toThrow('no notice 1');
  });
});
