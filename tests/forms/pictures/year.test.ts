import { beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/branch/facts.js';
import { put } from '../../../src/domain/branch/rows.js';
import type { Rulebook } from '../../../src/domain/rulebook/schema.js';
import type { YearStepData } from '../../../src/domain/year/rows.js';
import { makeYearPicture } from '../../../src/forms/make.js';
import { yearPicture } from '../../../src/forms/pictures/phone/year.js';
import { factsWith, member } from '../../support/branch/branch-facts.js';
import { paperInput, rulebook2018 } from '../../support/papers/paper-input.js';
import { readPng } from '../../support/papers/png.js';

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = await rulebook2018();
});

const people = factsWith(
  member(1, '李强'),
  member(2, '王芳'),
  member(3, '吴处', { kind: 'superior', category: null }),
  put('selfAssessment', { person: 1, year: 2026, points: [20], recordedAt: '2027-01-03T09:00:00' }),
);

const lines = [1, 2].map((person) => ({
  ...{ person, base: 100, bonus: 7, deductions: 0, uncounted: 0, vetoed: false, total: 107 },
  proposed: 'qualified' as const,
}));
const summary: YearStepData = { step: 'summary', lines };
const vote = { entitled: 2, present: 2, inFavour: 2, against: 0, abstained: 0 };
const decision: YearStepData = { step: 'decision', body: 'generalMeeting', vote };
const returned: YearStepData = { step: 'audit', passed: false, remarks: '材料不全' };
const passed: YearStepData = { step: 'audit', passed: true, remarks: null };
const notice: YearStepData = { step: 'notice', notice: 5, until: '2027-01-25' };

/** Steps on the days of January 2027 from the 11th, the first of them a Monday. */
function after(...steps: readonly YearStepData[]): Facts {
  return people.with(
    steps.map((data, at) => {
      const by = data.step === 'audit' ? 3 : 1;
      return put('yearStep', { id: at + 1, year: 2026, at: `2027-01-${11 + at}T10:00:00`, by, data });
    }),
  );
}

const pictureOf = (facts: Facts, today: string) => yearPicture(paperInput(facts, rulebook, today), 2026);
const words = (facts: Facts, today: string) =>
  pictureOf(facts, today).steps.map(({ name, word }) => `${name} ${word}`);

describe('the picture of a year end', () => {
  it.each([
    ['nothing', '2027-01-04', after(), ['进行中', '进行中', '未开始', '未开始', '未开始', '未开始']],
    [
      'the summary',
      '2027-01-12',
      after(summary),
      ['进行中', '已完成', '进行中', '未开始', '未开始', '未开始'],
    ],
    [
      'the meeting',
      '2027-01-13',
      after(summary, decision),
      ['已截止', '已完成', '已完成', '进行中', '未开始', '未开始'],
    ],
    [
      'a return',
      '2027-01-14',
      after(summary, decision, returned),
      ['进行中', '已完成', '进行中', '未开始', '未开始', '未开始'],
    ],
    [
      'a pass',
      '2027-01-14',
      after(summary, decision, passed),
      ['已截止', '已完成', '已完成', '已完成', '进行中', '未开始'],
    ],
    [
      'a notice that runs',
      '2027-01-25',
      after(summary, decision, passed, notice),
      ['已截止', '已完成', '已完成', '已完成', '进行中', '未开始'],
    ],
    [
      'a notice that has ended',
      '2027-01-26',
      after(summary, decision, passed, notice),
      ['已截止', '已完成', '已完成', '已完成', '已完成', '进行中'],
    ],
    [
      'the archive',
      '2027-02-01',
      after(summary, decision, passed, notice, { step: 'archive' }),
      ['已截止', '已完成', '已完成', '已完成', '已完成', '已完成'],
    ],
  ])('after %s on %s', (_, today, facts, expected) => {
    const names = ['自评', '汇总', '评定', '审核', '公示', '归档'];
    expect(words(facts, today)).toEqual(names.map((name, at) => `${name} ${expected[at]}`));
  });

  it('says when, who, and what comes next', () => {
    const { steps, next } = pictureOf(after(summary, decision, passed, notice), '2027-01-18');
    expect(steps.flatMap((step) => step.lines)).toEqual([
      '应自评2人，已自评1人',
      '2027年1月11日（周一） 李强汇总',
      '2027年1月12日（周二） 支部大会评定，李强登记',
      '2027年1月13日（周三） 上级吴处审核通过',
      '2027年1月14日（周四） 李强发布公示第5号',
      '公示到2027年1月25日（周一）结束',
    ]);
    expect(next).toBe('下一步：公示期满以后，书记归档。');
    expect(pictureOf(after(), '2026-11-28').next).toBe('下一步：2026年12月31日（周四）以后汇总。');
  });

  it('holds no score, no tier, no vote, and not what 上级 wrote', () => {
    const facts = after(summary, decision, returned);
    const said = JSON.stringify(pictureOf(facts, '2027-01-15'));
    expect(said).toContain('2027年1月13日（周三） 上级吴处退回，须重新评定');
    expect(said).not.toMatch(/107|合格|同意|应到|材料不全|王芳/u);
    const again = after(summary, decision, returned, decision);
    expect(JSON.stringify(pictureOf(again, '2027-01-15'))).not.toContain('退回');
  });

  it('is one picture, the same twice', () => {
    const draw = () => makeYearPicture(paperInput(after(summary), rulebook, '2027-01-12'), 2026);
    const [file] = draw();
    expect([file?.kind, file?.name]).toEqual(['picture', '2026年度考核进度.png']);
    expect(readPng(file!.bytes).width).toBe(1080);
    expect(draw()).toEqual([file]);
  });
});
