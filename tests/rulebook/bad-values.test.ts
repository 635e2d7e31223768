/** One value, key or type that a rulebook cannot have; each sentence as the reader of the start-up message sees it. */
import { describe, expect, it } from 'vitest';
import { refusal, withoutLine } from './refusal.js';
import { editedYaml, type Edit } from './variant.js';

const item13 = ['items', 6] as const;

describe('GIVEN a rulebook with one bad value THEN place and reason are named', () => {
  const cases: [what: string, edits: Edit[], expected: string][] = [
    ['no version', [[['version'], undefined]], 'version：缺少这一项'],
    ['a version that is a number', [[['version'], 2018]], 'version：应为文字（数字、日期请加引号）'],
    [
      'a version with a blank',
      [[['version'], '2018 新']],
      'version：应为版本号：字母、数字、点、短横，不超过40个',
    ],
    [
      'a misspelt key',
      [[['items', 3, 'explanatoin'], '劝阻']],
      'items[3].explanatoin：不认识这个名称，请检查拼写或删去',
    ],
    [
      'points below nothing',
      [[[...item13, 'grades', 1, 'points'], -10]],
      'items[6].grades[1].points：应为正数',
    ],
    ['points of nothing', [[['items', 0, 'points'], 0]], 'items[0].points：应为正数'],
    ['half points', [[['items', 0, 'points'], 2.5]], 'items[0].points：应为整数'],
    ['points in words', [[['items', 0, 'points'], '两分']], 'items[0].points：应为数字'],
    ['points beyond sense', [[['items', 0, 'points'], 2000]], 'items[0].points：应不超过1000'],
    ['a side that is none', [[['items', 0, 'side'], 'plus']], 'items[0].side：只能是 bonus、deduction 之一'],
    ['an empty title', [[['items', 0, 'title'], '']], 'items[0].title：不能为空'],
    ['a title too long', [[['items', 0, 'title'], '建'.repeat(21)]], 'items[0].title：长度应不超过20'],
    [
      'a title of two lines',
      [[['items', 0, 'title'], '建议\n=1+1']],
      'items[0].title：应为一行文字，首尾没有空格，也没有控制字符',
    ],
    [
      'a label of one character',
      [[[...item13, 'grades', 1, 'label'], '市']],
      'items[6].grades[1].label：长度应不小于2',
    ],
    [
      'a label with a blank',
      [[[...item13, 'grades', 1, 'label'], '市 级']],
      'items[6].grades[1].label：只能用文字，不能有空格、数字和标点',
    ],
    [
      'an unknown frequency',
      [[['activities', 'kinds', 0, 'frequency'], 'weekly']],
      'activities.kinds[0].frequency：只能是 monthly、quarterly、yearly、none 之一',
    ],
    ['a day that not every month has', [[['dues', 'reminderDay'], 31]], 'dues.reminderDay：应不超过28'],
    [
      'a share in decimals',
      [[['assessment', 'topShare'], 0.1]],
      'assessment.topShare：应为大于0、不超过1的分数，如“1/3”',
    ],
    [
      'a share above the whole',
      [[['votes', 'presentAtLeast'], '3/2']],
      'votes.presentAtLeast：应为大于0、不超过1的分数，如“1/3”',
    ],
    [
      'a time that is none',
      [[['publication', 'time'], '24:00']],
      'publication.time：应为24小时制的时间，如“09:00”',
    ],
    [
      'a time without its nought',
      [[['publication', 'time'], '9:00']],
      'publication.time：应为24小时制的时间，如“09:00”',
    ],
    [
      'a day that no year has',
      [[['reports', 'reportDue'], '02-30']],
      'reports.reportDue：应为每年都有的月和日，如“09-10”',
    ],
    [
      'a day of leap years',
      [[['reports', 'reportDue'], '02-29']],
      'reports.reportDue：应为每年都有的月和日，如“09-10”',
    ],
    [
      'publication every year',
      [[['publication', 'frequency'], 'yearly']],
      'publication.frequency：只能是 quarterly、monthly 之一',
    ],
    [
      'a reading that the bot does not know',
      [[['commands', 'numberMeans'], 'points']],
      'commands.numberMeans：只能写 item',
    ],
    ['a switch in words', [[['categories', 6, 'scored'], '否']], 'categories[6].scored：应为 true 或 false'],
    ['a list that is none', [[['items'], '第七项']], 'items：应为列表'],
    ['a part that is no part', [[['evidence'], 2]], 'evidence：应为一组“名称：值”'],
    ['a missing part', [[['publicNotice'], undefined]], 'publicNotice：缺少这一项'],
    ['no witness kind', [[['evidence', 'witnessKinds'], []]], 'evidence.witnessKinds：不能为空'],
  ];

  it.each(cases)('%s', async (_what, edits, expected) => {
    expect(withoutLine(await refusal(editedYaml(...edits)))).toEqual([expected]);
  });
});
