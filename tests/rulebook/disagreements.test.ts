/** Parts of a rulebook that are well-formed each and do not agree with one another. */
import { describe, expect, it } from 'vitest';
import { refusal, withoutLine } from './refusal.js';
import { editedYaml, type Edit } from './variant.js';

const item13 = ['items', 6] as const;
const grade = { id: 'x', label: '市里', points: 1 };

describe('GIVEN a rulebook whose parts disagree THEN the place to change and the reason are named', () => {
  const cases: [what: string, edits: Edit[], expected: string][] = [
    [
      'a version that follows itself',
      [[['supersedes'], '2018-19']],
      'supersedes：不能与本文件的 version 相同',
    ],
    ['an item number twice', [[['items', 1, 'number'], 7]], 'items[1].number：“7”与 items[0].number 重复'],
    [
      'an item with the number of a base item',
      [[['items', 0, 'number'], 6]],
      'items[0].number：“6”与 baseItems[5].number 重复',
    ],
    [
      'a title twice',
      [[['items', 1, 'title'], '合理化建议']],
      'items[1].title：“合理化建议”与 items[0].title 重复',
    ],
    [
      'points and grades',
      [[[...item13, 'points'], 5]],
      'items[6]：分值（points）和级别（grades）应当且只能写一样',
    ],
    [
      'neither points nor grades',
      [[['items', 0, 'points'], undefined]],
      'items[0]：分值（points）和级别（grades）应当且只能写一样',
    ],
    [
      'labels with one beginning',
      [[[...item13, 'grades', 4], { ...grade, label: '市级二等' }]],
      'items[6].grades[4].label：“市级二等”与“市级”前两个字相同，简称分不清',
    ],
    [
      'a grade id twice',
      [[[...item13, 'grades', 4], { ...grade, id: 'city' }]],
      'items[6].grades[4].id：“city”与 items[6].grades[1].id 重复',
    ],
    ['base items that do not add up', [[['baseItems', 0, 'points'], 25]], 'baseItems：合计应为100，现为105'],
    [
      'parts that do not add up',
      [
        [
          ['baseItems', 4, 'parts'],
          [5, 5],
        ],
      ],
      'baseItems[4].parts：合计应为15，现为10',
    ],
    [
      'a category with no quota',
      [[['categories', 2, 'quota'], 'middle']],
      'categories[2].quota：没有“middle”，可用的是 leading、ordinary、retired',
    ],
    [
      'a category twice',
      [[['categories', 1, 'label'], '机关党员']],
      'categories[2].label：“机关党员”与 categories[1].label 重复',
    ],
    [
      'an activity kind twice',
      [[['activities', 'kinds', 8, 'label'], '党课']],
      'activities.kinds[8].label：“党课”与 activities.kinds[3].label 重复',
    ],
    [
      'a default leave that is none',
      [[['leave', 'defaultKind'], 'annual']],
      'leave.defaultKind：没有“annual”，可用的是 personal、official、sick、maternity',
    ],
    [
      'absence under an item that is not there',
      [[['attendance', 'absence', 'item'], 26]],
      'attendance.absence.item：没有“26”，可用的是 15、16、17、18、19、20、21、22、23',
    ],
    [
      'absence under an item for hands',
      [[['attendance', 'absence', 'item'], 15]],
      'attendance.absence.item：第15项的 sources 里没有考勤（attendance）',
    ],
    [
      'absence under a grade that is not there',
      [[['attendance', 'absence', 'grade'], 'late']],
      'attendance.absence.grade：没有“late”，可用的是 absence、leave',
    ],
    [
      'dues with a grade where there is none',
      [[['dues', 'drafts', 'grade'], 'late']],
      'dues.drafts.grade：没有“late”，可用的是 null',
    ],
    [
      'a list of whom to ask after the draft',
      [[['dues', 'draftDay'], 1]],
      'dues.draftDay：应大于 dues.missingListDay（1）',
    ],
    [
      'awards at the lowest tier',
      [[['assessment', 'noAwardsBelow'], 70]],
      'assessment.noAwardsBelow：应大于 assessment.unqualifiedAtMost（70）',
    ],
    [
      'outstanding without awards',
      [[['assessment', 'outstandingFrom'], 90]],
      'assessment.outstandingFrom：应大于 assessment.noAwardsBelow（90）',
    ],
    [
      'outstanding out of reach',
      [[['scoring', 'bonusCap'], 7]],
      'assessment.outstandingFrom：达不到：基础分加上加分上限只有107',
    ],
    [
      'more candidates than places',
      [[['assessment', 'topShare'], '1/2']],
      'assessment.topShare：应不超过 assessment.outstandingShareMax（1/3）',
    ],
    [
      'two tiers of one name',
      [[['assessment', 'tiers', 'qualified'], '优秀']],
      'assessment.tiers.qualified：“优秀”与 assessment.tiers.outstanding 重复',
    ],
    [
      'warnings out of order',
      [
        [
          ['veto', 'absenceLadder', 'warnAtMonths'],
          [3, 5, 5],
        ],
      ],
      'veto.absenceLadder.warnAtMonths[2]：应大于 veto.absenceLadder.warnAtMonths[1]（5）',
    ],
    [
      'a veto before its last warning',
      [[['veto', 'duesLadder', 'draftAtMonths'], 5]],
      'veto.duesLadder.draftAtMonths：应大于 veto.duesLadder.warnAtMonths[2]（5）',
    ],
    [
      'a ladder to no ground',
      [[['veto', 'duesLadder', 'ground'], 9]],
      'veto.duesLadder.ground：没有“9”，可用的是 1、2、3、4、5、6',
    ],
    [
      'hours that end before they begin',
      [[['pushes', 'allowedHours', 'to'], '08:30']],
      'pushes.allowedHours.to：应大于 pushes.allowedHours.from（08:30）',
    ],
  ];

  it.each(cases)('%s', async (_what, edits, expected) => {
    expect(withoutLine(await refusal(editedYaml(...edits)))).toEqual([expected]);
  });
});
