import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import type { PaperDocument } from '../../src/forms/document.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import { activityPaper, logbook } from '../../src/forms/logbook/logbook.js';
import { memberLogbook } from '../../src/forms/logbook/member-logbook.js';
import { activityRecordFiles } from '../../src/forms/make.js';
import { pictureSize } from '../../src/forms/logbook/pictures.js';
import { branchOf, names, secret } from './scenes/branch-of.js';
import { documentsOf } from '../support/papers/office.js';
import { docxRows, docxText, everythingIn, pictureCount } from './scenes/read-back.js';

const jpeg = createCanvas(800, 500).toBuffer('image/jpeg');
const png = createCanvas(300, 900).toBuffer('image/png');

/** Without the pictures of its pages, which cost most; the first test looks whether they come. */
const made = async (document: PaperDocument | Promise<PaperDocument>) =>
  renderDocx(await document, '2026-11-28');

/** The cell right of a label, in the first row that has it. */
function after(rows: readonly (readonly string[])[], label: string): string {
  const row = rows.find((cells) => cells.includes(label));
  return row?.[row.indexOf(label) + 1] ?? '';
}

describe('the book of activities', () => {
  it('has who came, who was on leave, who was absent and of whom nothing is recorded', async () => {
    const input = await branchOf(12, 12);
    const order = { paper: 'activityRecord', activity: 6 } as const;
    const [file, ...others] = documentsOf(await activityRecordFiles(input, order));
    const rows = docxRows(file!.bytes);
    const register = input.facts.of('attendance', 6);
    const onLeave = register.filter(({ person }) => (6 + person) % 7 === 0);
    const came = register.filter(({ presence }) => presence === 'present');
    const absent = register.filter(({ presence }) => presence === 'absent');
    expect(after(rows, '应到')).toBe('12');
    expect(after(rows, '实到')).toBe(String(came.length));
    expect(after(rows, '请假')).toBe(String(onLeave.length));
    expect(after(rows, '缺席')).toBe(String(absent.length));
    expect(after(rows, '未登记')).toBe(String(12 - came.length - onLeave.length - absent.length));
    const listed = came.map(({ person }) => names(12)[person - 1]).join('、');
    expect(after(rows, '到会')).toBe(listed);
    expect(after(rows, '议题')).toBe('学习贯彻第6次会议精神');
    expect(after(rows, '决议')).toBe('同意下一步工作安排。');
    expect(file!.name).toBe('党员活动记录 主题党日 2026.06.19.docx');
    expect(others).toEqual([]);
  });

  it('has the steps of 组织生活会 and 民主评议 to be ticked off by hand, and none for other kinds', async () => {
    const input = await branchOf(12, 12);
    const activity = input.facts.get('activity', 6)!;
    const stepsOf = async (kind: string) => {
      const facts = input.facts.with([put('activity', { ...activity, kind })]);
      return after(docxRows(await made(activityPaper({ ...input, facts }, { activity: 6 }))), '程序');
    };
    const steps = '□学习  □谈心  □自评  □互评  □测评  □组织评定';
    expect(await stepsOf('organizationalLifeMeeting')).toBe(steps);
    expect(await stepsOf('democraticAppraisal')).toBe(steps);
    expect(await stepsOf('lecture')).toBe('');
  });

  it('says neither why nor of which kind a leave was', async () => {
    const input = await branchOf(12, 12);
    const book = await made(logbook(input, { year: 2026, quarter: null }));
    expect(everythingIn(book)).not.toContain(secret);
    expect(everythingIn(book)).not.toContain('病假');
  });

  it('holds the activities of the period, each with a page of its own', async () => {
    const input = await branchOf(3, 12);
    const quarter = await made(logbook(input, { year: 2026, quarter: 3 }));
    const text = docxText(quarter);
    expect(text).toContain('共3次活动，截至2026年11月28日。');
    expect(text.match(/主持人_*/g)?.length).toBeGreaterThanOrEqual(3);
    const whole = await made(logbook(input, { year: 2026, quarter: null }));
    expect(docxRows(whole).filter(([label]) => label === '议题')).toHaveLength(12);
    // A property of the headings: a page break of its own would leave an empty page after a full one.
    expect(everythingIn(whole).match(/<w:pageBreakBefore\/>/g)).toHaveLength(12);
    expect(everythingIn(whole)).not.toContain('w:type="page"');
  });

  it('shows stored pictures, and says which it could not', async () => {
    const both = new Map<number, Uint8Array>([
      [1, jpeg],
      [2, png],
    ]);
    const order = { activity: 1 } as const;
    const shown = await made(activityPaper(await branchOf(3, 3, both), order));
    expect(pictureCount(shown)).toBe(2);
    const text = new Map<number, Uint8Array>([[1, new TextEncoder().encode('GIF89a, perhaps')]]);
    const said = await made(activityPaper(await branchOf(3, 3, text), order));
    expect(pictureCount(said)).toBe(0);
    expect(docxText(said)).toContain('图1：不是PNG或JPEG格式，请另附。');
    expect(docxText(said)).toContain('图2：文件已不在库中。');
  });

  it('takes no more pictures than the strictest channel carries, and says where the others are', async () => {
    // Drawing ignores bytes after the end of a picture.
    const large = new Uint8Array(12_000_000);
    large.set(jpeg);
    const both = new Map<number, Uint8Array>([
      [1, large],
      [2, large],
    ]);
    const order = { activity: 1 } as const;
    const file = await made(activityPaper(await branchOf(3, 3, both), order));
    expect(pictureCount(file)).toBe(1);
    expect(docxText(file)).toContain('图2：本册图片较多，这一张请用“/导出 活动”取。');
  });

  it('lists the activities of one member, with their attendance', async () => {
    const input = await branchOf(12, 12);
    const file = await made(memberLogbook(input, { person: 2, year: 2026, quarter: null }));
    const rows = docxRows(file).slice(1);
    const own = input.facts.all('attendance').filter(({ person }) => person === 2);
    expect(rows).toHaveLength(own.length);
    expect(rows.filter((cells) => cells[5] === '到会')).toHaveLength(
      own.filter(({ presence }) => presence === 'present').length,
    );
    expect(docxText(file)).toContain('2026年应到12次，实到8次，请假2次，缺席1次，未登记1次。');
  });

  it('makes a year of 40 activities and 60 members, the same each time', async () => {
    const order = { year: 2026, quarter: null } as const;
    const book = await made(logbook(await branchOf(60, 40), order));
    expect(await made(logbook(await branchOf(60, 40), order))).toEqual(book);
    expect(docxRows(book).filter(([label]) => label === '议题')).toHaveLength(40);
  });
});

describe('what a picture is', () => {
  it('is read off its bytes', () => {
    expect(pictureSize(jpeg)).toEqual({ type: 'jpg', width: 800, height: 500 });
    expect(pictureSize(png)).toEqual({ type: 'png', width: 300, height: 900 });
  });

  it('is not known of anything cut off or of another kind', () => {
    for (const length of [0, 1, 3, 10, 20]) {
      expect(pictureSize(jpeg.subarray(0, length))).toBeUndefined();
      expect(pictureSize(png.subarray(0, length))).toBeUndefined();
    }
    expect(pictureSize(new Uint8Array(64).fill(0xff))).toBeUndefined();
  });
});
