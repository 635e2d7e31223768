import { describe, expect, it } from 'vitest';
import { remindOfExport } from '../../src/app/papers/export.js';
import type { Context } from '../../src/app/use-case.js';
import { markExported, markNotUploaded } from '../../src/domain/attendance/exported.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import { put } from '../../src/domain/branch/rows.js';
import { exportReminders } from '../../src/jobs/pushes/papers.js';
import { messageOf, runOf } from '../../src/jobs/push.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { accepted, type Edit } from '../rulebook/variant.js';
import { activity, factsWith, FOUNDED, member } from '../support/branch/branch-facts.js';

const workingDays = chineseWorkingDays();
const closed = (id: number, at: string, closedAt = at) =>
  put('activity', activity(id, at, { state: 'closed', closedBy: 1, closedAt }));
const office = (id: number, person: number, name: 'recorder' | 'secretary') =>
  put('office', {
    id,
    person,
    office: name,
    from: FOUNDED,
    until: null,
    givenBy: null,
    endedBy: null,
    recommendedOn: null,
  });

const jobs = (facts: Facts, from: string, to: string, ...edits: readonly Edit[]) =>
  [...exportReminders.jobs(from, to, { facts, rulebook: accepted(...edits), workingDays })].map(
    (job) => messageOf(job).messageId,
  );

describe('when closed activities are called to mind', () => {
  const facts = factsWith(closed(1, '2026-09-16T15:00:00'));

  it('GIVEN a closed one THEN on the first working day of each week, for four weeks', () => {
    expect(jobs(facts, '2026-09-16T00:00:00', '2026-10-20T00:00:00')).toEqual([
      'export-reminder@2026-09-21T10:30:00',
      'export-reminder@2026-09-28T10:30:00',
      // National Day is until Wednesday the 7th.
      'export-reminder@2026-10-08T10:30:00',
      'export-reminder@2026-10-12T10:30:00',
    ]);
  });

  it('GIVEN a week of holidays THEN none in it', () => {
    // The Spring Festival is from the 15th to the 23rd.
    const february = factsWith(closed(1, '2026-02-06T15:00:00'));
    expect(jobs(february, '2026-02-06T00:00:00', '2026-03-31T00:00:00')).toEqual([
      'export-reminder@2026-02-09T10:30:00',
      'export-reminder@2026-02-24T10:30:00',
      'export-reminder@2026-03-02T10:30:00',
    ]);
  });

  it('GIVEN none closed before THEN never, and nothing falls due in the past', () => {
    const open = factsWith(put('activity', activity(1, '2026-09-16T15:00:00')));
    expect(jobs(open, '2026-09-01T00:00:00', '2026-10-20T00:00:00')).toEqual([]);
    const later = factsWith(closed(1, '2026-09-16T15:00:00', '2026-09-21T10:30:00'));
    expect(jobs(later, '2026-09-01T00:00:00', '2026-09-28T10:29:59')).toEqual([]);
    expect(jobs(later, '2026-09-01T00:00:00', '2026-09-28T10:30:00')).toHaveLength(1);
  });

  it('over the end of a year, each week once', () => {
    const december = factsWith(closed(1, '2026-12-21T15:00:00'));
    expect(jobs(december, '2026-12-22T00:00:00', '2027-01-12T00:00:00')).toEqual([
      'export-reminder@2026-12-28T10:30:00',
      'export-reminder@2027-01-04T10:30:00',
      'export-reminder@2027-01-11T10:30:00',
    ]);
    expect(runOf('export-reminder@2027-01-04T10:30:00')?.kind).toBe('export-reminder');
  });

  it('never WHERE the rulebook says so', () => {
    const never: Edit = [['reports', 'exportReminder'], 'never'];
    expect(jobs(facts, '2026-09-16T00:00:00', '2026-10-20T00:00:00', never)).toEqual([]);
  });
});

describe('what it says', () => {
  const said = (facts: Facts, today = '2026-10-12') => {
    const outcome = remindOfExport.run({ facts, today } as Context, {});
    if (outcome.kind !== 'done') throw new Error('it was expected to be done');
    return outcome.replies.map(({ to, say }) => ({ to, facts: say.facts }));
  };
  const people = factsWith(member(1, '赵敏'), member(2, '李强'), office(1, 2, 'secretary'));
  const held = people.with(
    Array.from({ length: 12 }, (_, at) => closed(at + 1, `2026-09-${at + 10}T15:00:00`)),
  );

  it('to the secretary where there is no recorder, ten of them by name', () => {
    const [only, ...others] = said(held);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ to: 2, facts: { all: 12, activities: { length: 10 } } });
    // The newest ones.
    expect(only?.facts).toMatchObject({ activities: { 9: { at: '2026-09-21T15:00:00' } } });
    expect(said(held.with([office(2, 1, 'recorder')])).map(({ to }) => to)).toEqual([1]);
  });

  it('no longer what is older than a year, or is not uploaded', () => {
    expect(said(held, '2027-09-15')[0]?.facts).toMatchObject({ all: 7 });
    expect(said(held, '2027-10-01')).toEqual([]);
    const left = held
      .all('activity')
      .map((one) => put('activity', markNotUploaded(held, one, '2026-09-30T09:00:00', 1)));
    expect(said(held.with(left))).toEqual([]);
    const [third] = held.with(left).all('activity').slice(2);
    if (third?.exported == null) throw new Error('it was left out');
    const changed = { ...third, exported: { ...third.exported, outdated: true } };
    expect(said(held.with([...left, put('activity', changed)]))).toEqual([]);
  });

  it('nothing once all are exported, and again what was changed since', () => {
    const done = held.with(
      held.all('activity').map((one) => put('activity', markExported(held, one, '2026-09-30T09:00:00', 1))),
    );
    expect(said(done)).toEqual([]);
    const [third] = done.all('activity').slice(2);
    if (third?.exported == null) throw new Error('it was exported');
    const changed = done.with([
      put('activity', { ...third, exported: { ...third.exported, outdated: true } }),
    ]);
    expect(said(changed)).toEqual([
      {
        to: 2,
        facts: { all: 1, activities: [{ kind: third.kind, at: third.at, changed: true }] },
      },
    ]);
  });
});
