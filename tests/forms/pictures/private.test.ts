import { beforeAll, describe, expect, it } from 'vitest';
import type { Presence } from '../../../src/domain/attendance/rows.js';
import type { Facts } from '../../../src/domain/branch/facts.js';
import { put, type Change } from '../../../src/domain/branch/rows.js';
import type { Rulebook } from '../../../src/domain/rulebook/schema.js';
import type { LeaveMatter } from '../../../src/domain/rulings/rows.js';
import { makeAttendancePicture, makeScoreCard } from '../../../src/forms/make.js';
import { attendanceCalendar } from '../../../src/forms/pictures/phone/attendance.js';
import { scoreCard } from '../../../src/forms/pictures/phone/score-card.js';
import { activity, bonusMatter, entry, factsWith, member } from '../../support/branch/branch-facts.js';
import { paperInput, rulebook2018 } from '../../support/papers/paper-input.js';
import { readPng } from '../../support/papers/png.js';

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = await rulebook2018();
});

const today = '2026-10-20';
const inputOf = (facts: Facts, changed: Partial<Rulebook> = {}) =>
  paperInput(facts, { ...rulebook, ...changed }, today);

describe('a score card', () => {
  const facts = factsWith(
    member(1, '古丽娜尔·买买提明'),
    member(2, '李强'),
    entry(1, { member: 1, ruler: 2 }),
    entry(2, {
      member: 1,
      ruler: 2,
      item: 13,
      grade: 'municipal',
      times: 2,
      points: 8,
      deedOn: '2026-09-01',
    }),
    entry(3, { member: 1, ruler: 2, item: 16, side: 'deduction', points: -5 }),
    entry(4, { member: 1, ruler: 2, points: -3, reverses: 1 }),
    entry(5, { member: 1, ruler: 2, year: 2025, points: 20 }),
    entry(6, { member: 2, ruler: 2, points: 15 }),
  );

  it('has the score of the year and a line for each entry of it', () => {
    const { title, lead, rows } = scoreCard(inputOf(facts), 1, 2026);
    expect(title).toBe('古丽娜尔·买买提明 2026年积分');
    expect(lead?.figure).toBe('103分');
    expect(lead?.lines).toEqual(['基础 100，加分 8，减分 5']);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['+3', '+8', '−5', '−3']);
    expect(rows[0]).toEqual({ cells: ['+3', '第8项“公益活动”'], notes: ['8月1日（周六） #1 李强认定'] });
    expect(rows[3]?.cells[1]).toBe('更正 第8项“公益活动”');
  });

  it('says what is not counted, what waits, and what was archived', () => {
    const more = facts.with([
      entry(7, { member: 1, item: 16, side: 'deduction', points: -120 }),
      put('matter', { ...bonusMatter(9, '2026-09-01T10:00:00'), reason: '不公开' }),
      put('matter', { ...bonusMatter(10, '2026-09-01T10:00:00'), kind: 'deduction', item: 16, points: -5 }),
      put('yearRecord', {
        ...{
          year: 2026,
          person: 1,
          base: 100,
          bonus: 8,
          deductions: 5,
          uncounted: 0,
          vetoed: false,
          total: 103,
        },
        ...{
          tier: 'qualified',
          archivedAt: '2027-02-01T09:00:00',
          rulebook: '2018-19',
          rank: 1,
          scoredMembers: 2,
        },
      }),
    ]);
    const capped = { scoring: { ...rulebook.scoring, bonusCap: 5 } };
    const card = scoreCard(inputOf(more, capped), 1, 2026);
    expect(card.lead).toEqual({
      figure: '5分',
      lines: [
        '归档时 103分，补正后 5分',
        '基础 100，加分 8，减分 125',
        '加分超出上限3分，只记录、不计算',
        '减分超出基础分25分，只记录、不计算',
        // The deduction lacks its proof, so its subject has not heard of it.
        '另有1条待认定',
      ],
    });
    expect(JSON.stringify(card)).not.toMatch(/不公开|第1名/u);
  });

  it('is a picture with a name that is no path', () => {
    const sly = factsWith(member(1, '../<b>&"x"'));
    const [file] = makeScoreCard(inputOf(sly), 1, 2026);
    expect(file?.name).toBe('b & x 2026年积分.png');
    expect(readPng(file!.bytes).width).toBe(1080);
    // A right-to-left override, a joiner of no width: what they hide is not the end of a name.
    const hidden = factsWith(member(1, '张\u202E三\u200D\uFEFF'));
    expect(makeScoreCard(inputOf(hidden), 1, 2026)[0]?.name).toBe('张三 2026年积分.png');
    const { rows, closing } = scoreCard(inputOf(sly), 1, 2026);
    expect([rows, closing]).toEqual([[], ['2026年没有加分、减分。']]);
  });
});

describe('the calendar of a member', () => {
  const row = (id: number, presence: Presence, due = true): Change =>
    put('attendance', {
      ...{ activity: id, person: 1, due, presence },
      ...{ source: null, recordedBy: null, recordedAt: null },
    });
  const leave = (number: number, id: number, state: LeaveMatter['state']): Change =>
    put('matter', {
      ...{ number, state, subject: 1, proposer: 1, openedAt: '2026-03-01T09:00:00', appointments: 0 },
      ...{ drafted: false, kind: 'leave', activity: id, leaveKind: 'sick', reason: '住院手术' },
    });
  const at = (id: number, day: string, changed = {}) =>
    put('activity', activity(id, `${day}T15:00:00`, { state: 'closed', ...changed }));
  const facts = factsWith(
    member(1, '张三'),
    ...[at(1, '2026-01-05'), row(1, 'present'), at(2, '2026-01-05'), row(2, 'absent')],
    ...[at(3, '2026-02-28'), row(3, 'absent'), leave(1, 3, 'confirmed')],
    ...[at(4, '2026-03-01'), row(4, 'unrecorded'), leave(2, 4, 'open')],
    ...[at(5, '2026-12-31', { state: 'announced' }), row(5, 'unrecorded')],
    ...[at(6, '2026-10-20'), row(6, 'unrecorded'), at(7, '2026-05-06'), row(7, 'present', false)],
    ...[at(8, '2026-05-07', { state: 'cancelled' }), row(8, 'unrecorded'), at(9, '2026-05-08')],
    ...[at(10, '2025-12-31'), row(10, 'absent')],
  );

  it('has a square for each activity, on its day', () => {
    const { months } = attendanceCalendar(inputOf(facts), 1, 2026);
    const marked = months.flatMap(({ month, days }) =>
      days.flatMap((marks, day) => (marks.length === 0 ? [] : [`${month}-${day + 1} ${marks.join('+')}`])),
    );
    expect(marked).toEqual([
      '1-5 present+absent',
      '2-28 onLeave',
      '3-1 leavePending',
      '5-6 guest',
      '10-20 unrecorded',
      '12-31 coming',
    ]);
    expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    // 1 January 2026 is a Thursday.
    expect(months[0]?.offset).toBe(3);
  });

  it('counts what was held, and shows no kind of leave', () => {
    const calendar = attendanceCalendar(inputOf(facts), 1, 2026);
    expect(calendar.sums).toEqual([
      '应到5次，到会1次',
      '请假1次，请假待批1次，缺席1次，未登记1次，另参加1次，将举行1次',
    ]);
    expect(JSON.stringify(calendar)).not.toMatch(/病假|住院|sick/u);
  });

  it('does not owe what comes after leaving, nor count what the member is not due at', () => {
    const left = facts.with([member(1, '张三', { leftOn: '2026-02-01' })]);
    expect(attendanceCalendar(inputOf(left), 1, 2026).sums).toEqual([
      '应到2次，到会1次',
      '缺席1次，另参加1次',
    ]);
  });

  it.each([
    ['before he came', {}, 2024, '2024年不在本支部'],
    ['after he left', { leftOn: '2026-02-01' }, 2027, '2027年不在本支部'],
    ['without an activity', {}, 2027, '2027年没有登记须本人参加的活动'],
    ['of one who is exempt', { exempt: true }, 2027, '2027年没有登记须本人参加的活动（不列入积分考核）'],
  ])('GIVEN a year %s THEN a line says why it is empty', (_, changed, year, line) => {
    const calendar = attendanceCalendar(inputOf(facts.with([member(1, '张三', changed)])), 1, year);
    expect(calendar.sums).toEqual([line]);
    expect(calendar.months.flatMap(({ days }) => days.flat())).toEqual([]);
  });

  it('is one picture that a square without colour is read in as well', () => {
    const [file] = makeAttendancePicture(inputOf(facts), 1, 2026);
    expect(file?.name).toBe('张三 2026年参加活动情况.png');
    const picture = readPng(file!.bytes);
    expect(picture.width).toBe(1080);
    expect(picture.height).toBeLessThan(2200);
    const blank = readPng(makeAttendancePicture(inputOf(facts), 1, 2024)[0]!.bytes);
    expect(picture.mean(40, 300, 1000, 1400)).toBeLessThan(blank.mean(40, 300, 1000, 1400));
  });
});
