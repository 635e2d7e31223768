import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { archiveParts } from '../../src/app/papers/export.js';
import { daysOf } from '../../src/domain/notice/period.js';
import type { PaperOrder } from '../../src/app/ports/papers.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { heldIn } from '../../src/domain/attendance/standing.js';
import type { Activity } from '../../src/domain/attendance/rows.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { cloudArchive } from '../../src/forms/cloud/archive.js';
import { archiveSchema } from '../../src/forms/cloud/schema.js';
import type { PaperInput } from '../../src/forms/input.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { activity, asked, factsWith, member } from '../support/branch/branch-facts.js';

const { rulebook } = await loadRulebook('rulebooks/2018.yaml');
const today = '2026-11-28';
const bytesOf = (file: number) => Buffer.from(`picture ${file}`);

function file(id: number, name: string, size = bytesOf(id).length): Change {
  const sha256 = createHash('sha256').update(bytesOf(id)).digest('hex');
  return put('file', { id, kind: name.endsWith('pdf') ? 'file' : 'picture', sha256, size, name });
}

function closed(id: number, at: string, changed: Partial<Activity> = {}): Activity {
  return activity(id, at, {
    state: 'closed',
    closedBy: 1,
    closedAt: `${at.slice(0, 10)}T18:00:00`,
    ...changed,
  });
}

/** `person` at activity `id`, as the roll was called. */
function seen(id: number, person: number, presence: 'present' | 'absent', due = true): Change {
  const row = asked(id, person);
  if (row.table !== 'attendance') throw new Error('attendance was expected');
  return put('attendance', { ...row.row, due, presence, source: 'rollCall', recordedBy: 1 });
}

const leave = (number: number, id: number, subject: number): Change =>
  put('matter', {
    number,
    state: 'confirmed',
    subject,
    proposer: subject,
    openedAt: '2026-11-20T09:00:00',
    appointments: 0,
    drafted: false,
    kind: 'leave',
    activity: id,
    leaveKind: 'sick',
    reason: '住院手术',
  });

const hostile = '=HYPERLINK("http://x")';
const facts: Facts = factsWith(
  member(1, '赵敏'),
  member(2, hostile),
  member(3, '<b>&'),
  member(4, '古丽娜尔·买买提明'),
  member(5, '张三'),
  file(1, '../../x.jpg'),
  file(2, `${hostile}.pdf`),
  file(3, '没有扩展名'),
  put(
    'activity',
    closed(3, '2026-11-27T15:00:00', {
      host: 2,
      place: '@SUM(A1)',
      topic: '<b>&"\u0007',
      minutes: `${hostile}\n第二段`,
      decisions: '-1+1',
      pictures: [1, 2, 3],
    }),
  ),
  put('activity', closed(4, '2026-08-01T09:00:00')),
  put('activity', activity(5, '2026-11-29T09:00:00')),
  seen(3, 1, 'present'),
  seen(3, 2, 'present'),
  seen(3, 3, 'present', false),
  seen(3, 4, 'absent'),
  seen(3, 5, 'absent'),
  leave(1, 3, 5),
);

const input: PaperInput = {
  facts,
  rulebookOf: () => rulebook,
  workingDays: chineseWorkingDays(),
  today,
  content: (id) => Promise.resolve(bytesOf(id)),
};

type ArchiveOrder = Extract<PaperOrder, { paper: 'cloudArchive' }>;
const order = (changed: Partial<ArchiveOrder> = {}): ArchiveOrder => ({
  paper: 'cloudArchive',
  period: { year: 2026, quarter: null },
  contents: archiveParts(facts, heldIn(facts, daysOf({ year: 2026, quarter: null }))).flat(),
  part: 1,
  parts: 1,
  ...changed,
});

async function unpacked(changed: Partial<ArchiveOrder> = {}) {
  const { name, bytes } = await cloudArchive(order(changed), input);
  const files = unzipSync(bytes);
  const archive = archiveSchema.parse(JSON.parse(strFromU8(files['activities.json'] ?? new Uint8Array())));
  const sheet = (await readXlsx(files['activities.xlsx'] ?? new Uint8Array())).sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  const [headings = [], ...rows] = sheet.rows;
  const row = (at: number) =>
    Object.fromEntries(headings.map((heading, column) => [String(heading), rows[at]?.[column] ?? null]));
  return { name, bytes, files, archive, sheet, rows, row };
}

describe('an archive of a year', () => {
  it('says what is on record, naming only those present', async () => {
    const { archive, files, row, name } = await unpacked();
    expect(name).toBe('活动资料 2026年.zip');
    expect(archive).toMatchObject({
      branch: '机关第一党支部',
      exportedOn: today,
      part: { number: 1, of: 1 },
    });
    expect(archive.activities.map(({ number }) => number)).toEqual([4, 3]);
    const [, meeting] = archive.activities;
    expect(meeting).toMatchObject({
      kind: 'generalMeeting',
      kindTitle: '支部大会',
      date: '2026-11-27',
      time: '15:00',
      host: hostile,
      recorder: '赵敏',
      minutes: `${hostile}\n第二段`,
      attendance: { due: 4, present: 2, onLeave: 1, absent: 1, unrecorded: 0, guests: 1 },
      present: ['赵敏', hostile],
      guests: ['<b>&'],
    });
    expect(row(1)).toMatchObject({
      编号: 3,
      类型: '支部大会',
      日期: '2026-11-27',
      主持人: hostile,
      应到: 4,
      实到: 2,
      请假: 1,
      缺席: 1,
      列席: 1,
      到会人员: `赵敏、${hostile}`,
      图片文件数: 3,
      图片文件夹: 'files/2026-11-27-3',
    });
    for (const [path, content] of Object.entries(files))
      if (path.endsWith('.json'))
        for (const secret of ['住院', 'sick', '张三', '古丽娜尔'])
          expect(strFromU8(content).includes(secret), secret).toBe(false);
  });

  it('carries every file unchanged, under a path that nobody typed', async () => {
    const { archive, files } = await unpacked();
    const listed = archive.activities.flatMap((one) => one.files);
    expect(listed.map(({ path, name, kind }) => [path, name, kind])).toEqual([
      ['files/2026-11-27-3/1.jpg', '../../x.jpg', 'picture'],
      ['files/2026-11-27-3/2.pdf', `${hostile}.pdf`, 'file'],
      ['files/2026-11-27-3/3.bin', '没有扩展名', 'picture'],
    ]);
    expect(Object.keys(files).sort()).toEqual(
      ['activities.json', 'activities.xlsx', ...listed.map(({ path }) => path)].sort(),
    );
    for (const { path, sha256, bytes } of listed) {
      const content = files[path] ?? new Uint8Array();
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content.length).toBe(bytes);
    }
  });

  it('has no formula in it, whatever somebody wrote', async () => {
    const { sheet, row } = await unpacked();
    expect(row(1)).toMatchObject({ 地点: '@SUM(A1)', 决议: '-1+1', 活动内容: `${hostile}\n第二段` });
    expect([...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  it('is the same bytes for the same order on the same day, and only then', async () => {
    const one = await cloudArchive(order(), input);
    const other = await cloudArchive(order(), input);
    expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
    const later = await cloudArchive(order(), { ...input, today: '2026-11-29' });
    expect(Buffer.from(one.bytes).equals(later.bytes)).toBe(false);
  });

  it('carries what was ordered, each under a path of its own, also when pictures were replaced meanwhile', async () => {
    const before = facts.get('activity', 3);
    if (before === undefined) throw new Error('no activity 3');
    const replaced = facts.with([file(9, '新图.png'), put('activity', { ...before, pictures: [9, 2] })]);
    const { bytes } = await cloudArchive(order(), { ...input, facts: replaced });
    const paths = Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('files/'));
    expect(paths.sort()).toEqual([
      'files/2026-11-27-3/1001.jpg',
      'files/2026-11-27-3/1003.bin',
      'files/2026-11-27-3/2.pdf',
    ]);
  });

  it('is not made without a picture that ought to be in it', async () => {
    const gone = { ...input, content: () => Promise.resolve(undefined) };
    await expect(cloudArchive(order(), gone)).rejects.toThrow('file 1 has no content');
  });
});

it('a part says which of how many it is, and describes a divided activity in full', async () => {
  const { name, archive } = await unpacked({
    period: null,
    contents: [{ activity: 3, files: [2] }],
    part: 2,
    parts: 3,
  });
  expect(name).toBe('活动资料 支部大会 2026-11-27 第2份共3份.zip');
  expect(archive).toMatchObject({ period: null, part: { number: 2, of: 3 } });
  expect(archive.activities).toMatchObject([
    { number: 3, decisions: '-1+1', filesInAll: 3, files: [{ path: 'files/2026-11-27-3/2.pdf' }] },
  ]);
});
