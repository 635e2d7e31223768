/** Files made to hurt: one sentence, little memory, nothing written. All readers open files by `openFile`. */
import { describe, expect, test } from 'vitest';
import { counts, importFile, open, workbook, written } from '../import/scene.js';
import { problemsOf } from '../roster/files.js';
import { readRosterFile } from '../../src/cli/roster/table.js';
import { readWording } from '../../src/domain/rulebook/wording.js';
import { readDocument } from '../../src/start/files/document-file.js';
import { accepted } from '../rulebook/variant.js';
import { hostileAnnexes, hostileFiles } from './hostile-files.js';

const megabyte = 2 ** 20;
/** What a whole bot takes beside the file: 512 MB in all. */
const most = 300 * megabyte;

/** The process's highest mark never falls, so a peak between two looks is seen. */
const peak = () => process.resourceUsage().maxRSS * 1024;

type Reader = (path: string) => Promise<readonly string[]>;
const imported = async (): Promise<Reader> => {
  const branch = await open();
  const before = counts(branch);
  return async (path) => {
    const { problems } = await importFile(branch, path, { yes: true, year: 2025 });
    expect(counts(branch)).toEqual(before);
    return problems;
  };
};

const readers: readonly (readonly [string, readonly string[], readonly string[], () => Promise<Reader>])[] = [
  [
    'a roster',
    ['姓名', '类别'],
    ['张三', '群众'],
    () => Promise.resolve(async (path) => problemsOf(await readRosterFile(path))),
  ],
  ['points', ['姓名', '日期', '项号', '事由'], ['张三', '2025-03-05', '8', '植树'], imported],
  [
    'a year',
    ['党员姓名', '基础积分', '加分情况', '减分情况', '综合得分'],
    ['张三', '100', '0', '0', '100'],
    imported,
  ],
];

describe.each(readers)('%s', (kind, headings, line, openReader) => {
  test('is refused in one sentence', async () => {
    const read = await openReader();
    const files = hostileFiles(headings, line);
    // What none of them sees, since the file is not opened, is tried with one.
    for (const { make } of kind === 'a roster' ? files : files.filter(({ isOpened }) => isOpened)) {
      const { name, bytes, says } = make();
      const path = written(name, bytes);
      const before = Math.max(peak(), process.memoryUsage.rss());
      const problems = await read(path);
      expect({ name, said: problems.join('\n') }).toEqual({
        name,
        said: expect.stringMatching(says) as string,
      });
      expect(problems.every((problem) => problem.length < 300)).toBe(true);
      expect({ name, isSmall: peak() - before < most }).toEqual({ name, isSmall: true });
    }
  });
});

test('the largest table that a branch could have is read', async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => [
    `张${at}`,
    '群众',
    ...Array<string>(10).fill('备注'),
  ]);
  const roster = await readRosterFile(await workbook([['姓名', '类别'], ...lines]));
  expect(roster.rows).toHaveLength(5_000);
  expect(roster.problems).toEqual([]);
});

test.each(hostileAnnexes)('an annex that is %s is refused', (_, why, make) => {
  const bytes = make();
  const before = Math.max(peak(), process.memoryUsage.rss());
  const file = readDocument(bytes);
  const wording = file.ok ? readWording(file.document, accepted()) : file;
  expect(JSON.stringify(wording)).toMatch(why);
  expect(JSON.stringify(wording).length).toBeLessThan(3_000);
  expect(peak() - before).toBeLessThan(most);
});
