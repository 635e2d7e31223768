/**
 * A notice as a sheet for the board or the meeting: each score with its items (annex 1, 二), made from the stored notice
 * like its picture, so that what hangs on the wall is what was recorded.
 */
import type { PaperFile } from '../app/ports/papers.js';
import { dateOf } from '../domain/period/civil.js';
import { paperDay } from '../words/dates.js';
import type { PaperDocument, Row } from './document.js';
import type { PaperInput } from './input.js';
import { docxFile, printedForm } from './paper-file.js';
import { publicationPicture } from './pictures/phone/publication.js';
import type { PhoneTable } from './pictures/phone/table.js';

export async function noticeSheetFiles(input: PaperInput, notice: number): Promise<readonly PaperFile[]> {
  return [
    ...(await printedForm(noticeSheet(input, notice, false), input.today)),
    await docxFile(noticeSheet(input, notice, true), input.today),
  ];
}

/** The column of the items takes as much as all others. */
const itemsShare = 0.9;

/** @param large legible from two metres */
function noticeSheet(input: PaperInput, number: number, large: boolean): PaperDocument {
  const { facts } = input;
  const notice = facts.get('notice', number);
  const table = publicationPicture(input, number, paperDay);
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  return {
    title: `公示第${number}号${large ? '（大字）' : ''}`,
    ...(large
      ? ({ orientation: 'landscape', textSize: 22 } as const)
      : ({ orientation: 'portrait', textSize: 12 } as const)),
    footer: `${facts.branch.name}  ${paperDay(notice === undefined ? input.today : dateOf(notice.postedAt))}`,
    blocks: [
      { kind: 'title', text: table.title },
      { kind: 'paragraph', text: `党支部名称（盖章）：${facts.branch.name}` },
      { kind: 'paragraph', text: `${table.subtitle}。` },
      {
        kind: 'table',
        columns: [
          ...table.columns.map((column) => ({ width: column.width, align: 'center' as const })),
          { width: width * itemsShare, align: 'left' as const },
        ],
        head: [[...table.columns.map(({ head }) => ({ text: head })), { text: '加分、减分项目' }]],
        rows: table.rows.map(rowOf),
      },
      ...table.closing.map((text) => ({ kind: 'paragraph' as const, text })),
    ],
  };
}

function rowOf({ cells, notes }: PhoneTable['rows'][number]): Row {
  return [...cells, notes.join('；')].map((text) => ({ text }));
}
