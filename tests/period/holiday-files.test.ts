import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readHolidayFiles } from '../../src/start/files/holiday-files.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function read(text: string, name = 'holidays-2027.yaml') {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-holidays-'));
  folders.push(folder);
  writeFileSync(join(folder, name), text);
  return readHolidayFiles(folder);
}

describe('a file of holidays', () => {
  it('is read as the notice says, and other files are left alone', () => {
    const year = { year: 2027, daysOff: ['2026-12-31', '2027-01-01'], workingWeekends: ['2027-01-03'] };
    expect(
      read('year: 2027\ndaysOff:\n  - 2026-12-31\n  - 2027-01-01\nworkingWeekends: [2027-01-03]\n'),
    ).toEqual([year]);
    expect(read('whatever', '2018.yaml')).toEqual([]);
  });

  it.each([
    ['year: 2026\ndaysOff: [2027-01-01]\nworkingWeekends: []', 'year：应写 2027，与文件名一致'],
    [
      'year: 2027\ndaysOff: [2027-01-01, 2027-02-30]\nworkingWeekends: []',
      'daysOff第2项：“2027-02-30”不是日期',
    ],
    ['year: 2027\ndaysOff: [2028-01-01]\nworkingWeekends: []', '“2028-01-01”不在2027年'],
    ['year: 2027\ndaysOff: []\nworkingWeekends: []', 'daysOff：至少写一天'],
    ['year: 2027\ndaysOff: [2027-01-01]\nworkingWeekends: [2027-01-04]', '“2027-01-04”不是周六或周日'],
    ['year: 2027\ndaysOff: [2027-01-03]\nworkingWeekends: [2027-01-03]', '同一天不能既放假又上班'],
    ['year: 2027\ndaysOff: [2027-01-01]', 'workingWeekends：应为调休上班日期的列表'],
    ['year: 2027\ndaysOff: [2027-01-01]\nworkingWeekends: []\n放假: 1', '不要有别的'],
    ['year: [', '不是 YAML 文件'],
    ['', '应有 year、daysOff、workingWeekends 三项'],
  ])('is refused with a sentence: %j', (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
    expect(() => read(text)).toThrow('holidays-2027.yaml 有误');
  });
});
