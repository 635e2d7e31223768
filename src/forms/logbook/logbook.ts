import { daysOf } from '../../domain/notice/period.js';
import { countsOf } from '../../app/attendance/cards.js';
import { activityOf } from '../../domain/attendance/references.js';
import { dateOf, yearOf, byTime, type Days, isIn } from '../../domain/period/civil.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { charactersPerLine, type Block, type PaperDocument, type Row } from '../document.js';
import type { PaperInput } from '../input.js';
import { sideBySide } from '../text.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { activityRecord } from './activity-record.js';
import { roomForPictures } from './pictures.js';
import { dottedDay, monthAndDay, paperDay } from '../../words/dates.js';
import { kindTitle } from '../../words/activities.js';
import { yearOrQuarter } from '../../words/periods.js';

const paper = { orientation: 'portrait', textSize: 11 } as const;

/** 活动记录 of one activity. */
export async function activityPaper(input: PaperInput, order: { activity: number }): Promise<PaperDocument> {
  const activity = activityOf(input.facts, order.activity);
  const kind = kindTitle(activity.kind, input.rulebookOf(yearOf(activity.at)));
  return {
    ...sheet(input, `党员活动记录 ${kind} ${dottedDay(activity.at)}`),
    blocks: [
      { kind: 'title', text: '党员活动记录' },
      ...(await activityRecord(input, activity, roomForPictures())),
    ],
  };
}

/** 党员活动记录本: a list of what was held in a period, then a sheet for each. */
export async function logbook(
  input: PaperInput,
  { year, quarter }: { year: number; quarter: number | null },
): Promise<PaperDocument> {
  const { facts, today } = input;
  const held = heldIn(facts, daysOf({ year, quarter }));
  const room = roomForPictures();
  const records: Block[] = [];
  for (const activity of held)
    records.push({ kind: 'pageBreak' }, ...(await activityRecord(input, activity, room)));
  const unclosed = unclosedIn(input, daysOf({ year, quarter }));
  return {
    ...sheet(input, `党员活动记录本 ${yearOrQuarter({ year, quarter })}`),
    blocks: [
      { kind: 'title', text: '党员活动记录本' },
      {
        kind: 'paragraph',
        text: sideBySide([facts.branch.name, yearOrQuarter({ year, quarter })], charactersPerLine(paper)),
        align: 'center',
      },
      { kind: 'paragraph', text: `共${held.length}次活动，截至${paperDay(today)}。`, align: 'center' },
      ...(held.length === 0 ? [] : [contents(input, held)]),
      ...(unclosed.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `到会情况还没有登记完毕、没有列入的：${unclosed.join('、')}。`,
            },
          ]),
      ...records,
    ],
  };
}

function sheet({ facts }: PaperInput, title: string): Omit<PaperDocument, 'blocks'> {
  return { title, ...paper, footer: facts.branch.name };
}

function contents(input: PaperInput, held: readonly Activity[]): Block {
  const head = ['序号', '日期', '名称', '地点', '应到', '实到', '请假', '缺席'];
  const widths = [0.7, 2, 1.8, 2.6, 0.7, 0.7, 0.7, 0.7];
  return {
    kind: 'table',
    columns: widths.map((width, at) => ({
      width,
      align: at === 3 ? ('left' as const) : ('center' as const),
    })),
    head: [head.map((text) => ({ text }))],
    rows: held.map((activity, at): Row => {
      const { due, present, onLeave, absent } = countsOf(input.facts, activity);
      const kind = kindTitle(activity.kind, input.rulebookOf(yearOf(activity.at)));
      const counted = activity.required ? [due, present, onLeave, absent] : ['自愿', present, '', ''];
      const cells = [at + 1, monthAndDay(activity.at), kind, activity.place, ...counted];
      return cells.map((cell) => ({ text: String(cell) }));
    }),
  };
}

/** Begun, but nobody has closed its register yet. */
function unclosedIn({ facts, today, rulebookOf }: PaperInput, days: Days): readonly string[] {
  return facts
    .all('activity')
    .filter(({ state, at }) => state === 'announced' && isIn(days, dateOf(at)))
    .filter(({ at }) => dateOf(at) <= today)
    .sort(byTime)
    .map(({ kind, at }) => `${kindTitle(kind, rulebookOf(yearOf(at)))}（${monthAndDay(at)}）`);
}
