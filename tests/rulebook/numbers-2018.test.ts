/** The shipped rulebook against the numbers of the source, written out here a second time from the document itself. */
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { pointsOf } from '../../src/domain/rulebook/items.js';
import { itemOf } from './variant.js';

const { rulebook } = await loadRulebook('rulebooks/2018.yaml');

describe('GIVEN the rulebook of 2018', () => {
  it('THEN base items 1-6 carry 20 10 10 30 15 15, item 5 as 5+5+5, together the base of 100', () => {
    expect(rulebook.baseItems.map(({ number, points }) => [number, points])).toEqual([
      [1, 20],
      [2, 10],
      [3, 10],
      [4, 30],
      [5, 15],
      [6, 15],
    ]);
    expect(rulebook.baseItems.find(({ number }) => number === 5)?.parts).toEqual([5, 5, 5]);
    expect(rulebook.scoring).toMatchObject({ basePoints: 100, bonusCap: null });
  });

  // number, grade label or '', signed points
  it.each([
    [7, '', 2],
    [8, '', 3],
    [9, '', 5],
    [10, '', 5],
    [11, '', 10],
    [12, '', 3],
    [13, '工委', 5],
    [13, '市级', 10],
    [13, '省级', 20],
    [13, '国家级', 30],
    [14, '', 3],
    [15, '一般', -3],
    [15, '强烈', -5],
    [16, '缺席', -3],
    [16, '请假', -2],
    [17, '', -3],
    [18, '本人', -10],
    [18, '亲属', -5],
    [19, '本人', -10],
    [19, '亲属', -5],
    [20, '', -5],
    [21, '', -10],
    [22, '警告', -10],
    [22, '严重警告', -20],
    [22, '撤销党内职务', -30],
    [22, '留党察看', -40],
    [23, '一般', -3],
    [23, '强烈', -5],
  ])('THEN item %i %s gives %i', (number, label, points) => {
    const item = itemOf(rulebook, number);
    const grade = item.grades.find((candidate) => candidate.label === label);
    expect(item.grades.length > 0).toBe(label !== '');
    expect(pointsOf(item, grade, 1)).toBe(points);
  });

  it('THEN there are items 7-23, bonuses to 14, and no grade but those above', () => {
    expect(rulebook.items.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, n) => n + 7));
    for (const { number, side } of rulebook.items) expect(side).toBe(number <= 14 ? 'bonus' : 'deduction');
    expect(rulebook.items.flatMap(({ grades }) => grades)).toHaveLength(18);
  });

  it('THEN the titles that members know the items by are these', () => {
    const titles = [8, 13, 16, 17].map((number) => itemOf(rulebook, number).title);
    expect(titles).toEqual(['公益活动', '受表彰', '组织生活', '党费']);
  });

  it('THEN only relatives of item 19 count per person, only item 16 is closed to hands, only item 10 hides its title', () => {
    const counted = rulebook.items.flatMap((item) =>
      item.grades.filter((grade) => grade.perCount).map((grade) => `${item.number} ${grade.label}`),
    );
    const numbersWhere = (test: (item: (typeof rulebook.items)[number]) => boolean) =>
      rulebook.items.filter(test).map(({ number }) => number);
    expect(counted).toEqual(['19 亲属']);
    expect(numbersWhere((item) => !item.sources.includes('manual'))).toEqual([16]);
    expect(numbersWhere((item) => item.sources.includes('dues'))).toEqual([17]);
    expect(numbersWhere((item) => item.publish === 'pointsOnly')).toEqual([10]);
    expect(numbersWhere((item) => item.sameDeed !== 'highest')).toEqual([]);
  });

  it('THEN seven categories, all in service scored, the retired cared for', () => {
    const rows = rulebook.categories.map(({ label, inService, scored, quota }) => [
      label,
      inService,
      scored,
      quota,
    ]);
    expect(rows).toEqual([
      ['领导干部党员', true, true, 'leading'],
      ['党务干部党员', true, true, 'ordinary'],
      ['机关党员', true, true, 'ordinary'],
      ['事业党员', true, true, 'ordinary'],
      ['窗口党员', true, true, 'ordinary'],
      ['新党员', true, true, 'ordinary'],
      ['离退休党员', false, false, 'retired'],
    ]);
    expect(rulebook.quotas.map(({ id, perYear }) => [id, perYear])).toEqual([
      ['leading', 12],
      ['ordinary', 10],
      ['retired', 5],
    ]);
    expect(rulebook.quotas[0]?.offices).toEqual(['secretary', 'deputySecretary', 'committeeMember']);
  });

  it('THEN activities are required but for 公益 and 其他, and owed as often as the three meetings ask', () => {
    const rows = rulebook.activities.kinds.map((kind) => [
      kind.label,
      kind.required,
      kind.audience,
      kind.frequency,
    ]);
    expect(rows).toEqual([
      ['支部大会', true, 'all', 'quarterly'],
      ['支委会', true, 'committee', 'monthly'],
      ['党小组会', true, 'groupOrAll', 'none'],
      ['党课', true, 'all', 'quarterly'],
      ['主题党日', true, 'all', 'monthly'],
      ['组织生活会', true, 'all', 'yearly'],
      ['民主评议', true, 'all', 'yearly'],
      ['公益', false, 'all', 'none'],
      ['其他', false, 'all', 'none'],
    ]);
    for (const kind of rulebook.activities.kinds) expect(kind.countsForQuota).toBe(kind.required);
    expect(rulebook.activities.checkIn).toEqual({ offered: true, minutesBefore: 30, minutesAfter: 30 });
  });

  it('THEN two personal leaves are free, no other kind counts, and nobody is asked about an illness', () => {
    expect(rulebook.leave.kinds.map(({ label, counts, askReason }) => [label, counts, askReason])).toEqual([
      ['事假', true, true],
      ['公出', false, true],
      ['病假', false, false],
      ['产假', false, false],
    ]);
    expect(rulebook.leave).toMatchObject({
      defaultKind: 'personal',
      freePersonalLeaves: 2,
      lateRequestDays: 30,
    });
    expect(rulebook.attendance.absence).toEqual({ item: 16, grade: 'absence' });
    expect(rulebook.attendance.leave).toEqual({ item: 16, grade: 'leave' });
    expect(rulebook.dues).toMatchObject({ drafts: { item: 17, grade: null }, reminderDay: 25, draftDay: 5 });
  });

  it('THEN evidence is one material or two witnesses, and hearings of 10 points ask for the meeting', () => {
    expect(rulebook.evidence).toMatchObject({ materialsNeeded: 1, witnessesNeeded: 2 });
    expect(rulebook.evidence.witnesses).toEqual({ bonus: 'anyEligible', deduction: 'namedOnly' });
    expect(rulebook.hearing.meetingDateFrom).toBe(10);
  });

  it('THEN tiers, votes, veto, notice and follow-up are those of the source and its readings', () => {
    expect(rulebook.assessment).toMatchObject({
      tiers: {
        outstanding: '优秀',
        qualified: '合格',
        basicallyQualified: '基本合格',
        unqualified: '不合格',
      },
      unqualifiedAtMost: 70,
      noAwardsBelow: 90,
      outstandingFrom: 108,
      topShare: { numerator: 1, denominator: 10 },
      outstandingShareMax: { numerator: 1, denominator: 3 },
      ballotsShownFrom: 3,
    });
    expect(rulebook.votes).toEqual({
      presentAtLeast: { numerator: 1, denominator: 2 },
      inFavourMoreThan: { numerator: 1, denominator: 2 },
    });
    expect(rulebook.veto.grounds.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rulebook.veto.absenceLadder).toMatchObject({
      ground: 2,
      warnAtMonths: [3, 4, 5],
      draftAtMonths: 6,
    });
    expect(rulebook.veto.duesLadder).toMatchObject({ ground: 3, warnAtMonths: [3, 4, 5], draftAtMonths: 6 });
    expect(rulebook.publicNotice.days).toBe(7);
    expect(rulebook.objections.reminderWorkingDays).toBe(5);
    expect(rulebook.followUp).toMatchObject({
      years: 2,
      scoreBelow: 90,
      lastShare: { numerator: 1, denominator: 10 },
    });
  });

  it('THEN the bot speaks at these times', () => {
    expect(rulebook.publication).toMatchObject({
      how: 'group',
      frequency: 'quarterly',
      time: '09:00',
      preview: { workingDaysBefore: 1, time: '15:00' },
    });
    expect(rulebook.pushes).toMatchObject({
      allowedHours: { from: '08:30', to: '20:00' },
      digestTime: '09:00',
      digest: true,
      reminders: { daysBefore: 1, hoursBefore: 2, second: true, eveningBefore: '19:00' },
    });
    expect(rulebook.reports).toMatchObject({
      exportReminder: 'weekly',
      reportDue: '09-10',
      remindDaysBefore: [10, 3],
      halfYearCheckMonth: 7,
    });
  });
});
