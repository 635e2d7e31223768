import type { Sheet, SheetColumn, SheetValue } from '../sheet.js';
import type { Archive, ArchivedActivity } from './schema.js';
import { yearOrQuarter } from '../../words/periods.js';

interface Column extends SheetColumn {
  readonly value: (activity: ArchivedActivity) => SheetValue;
}

const text = (heading: string, width: number, value: (activity: ArchivedActivity) => string): Column => ({
  heading,
  width,
  kind: 'text',
  value,
});
const number = (heading: string, value: (activity: ArchivedActivity) => number): Column => ({
  heading,
  width: 4,
  kind: 'number',
  align: 'center',
  value,
});

/** Headings and their order are fixed, since people copy them to the platform by column (docs/EXPORT.md). */
const columns: readonly Column[] = [
  number('编号', (one) => one.number),
  text('类型', 7, (one) => one.kindTitle),
  text('日期', 6, (one) => one.date),
  text('时间', 4, (one) => one.time),
  text('地点', 10, (one) => one.place),
  text('要求', 5, (one) => (one.required ? '应参加' : '自愿')),
  text('主持人', 6, (one) => one.host ?? ''),
  text('记录人', 6, (one) => one.recorder ?? ''),
  text('议题', 16, (one) => one.topic ?? ''),
  text('活动内容', 36, (one) => one.minutes ?? ''),
  text('决议', 20, (one) => one.decisions ?? ''),
  number('应到', (one) => one.attendance.due),
  number('实到', (one) => one.attendance.present),
  number('请假', (one) => one.attendance.onLeave),
  number('缺席', (one) => one.attendance.absent),
  number('未登记', (one) => one.attendance.unrecorded),
  number('列席', (one) => one.attendance.guests),
  text('到会人员', 30, (one) => one.present.join('、')),
  text('列席人员', 14, (one) => one.guests.join('、')),
  number('图片文件数', (one) => one.files.length),
  text('图片文件夹', 14, (one) => one.files[0]?.path.split('/').slice(0, 2).join('/') ?? ''),
];

/** `activities.xlsx`: one row for each activity. The first line holds the headings, so that programs read it as well. */
export function archiveSheet({ period, activities }: Archive): Sheet {
  return {
    name:
      period === null
        ? '活动信息'
        : `${yearOrQuarter({ year: period.year, quarter: period.quarter })}活动信息`,
    title: [],
    columns: columns.map(({ heading, width, kind, align }) => ({
      heading,
      width,
      kind,
      ...(align === undefined ? {} : { align }),
    })),
    rows: activities.map((activity) => columns.map(({ value }) => value(activity))),
    orientation: 'landscape',
    frozenColumns: 3,
  };
}
