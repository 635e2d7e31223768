import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import { cloudArchive } from './cloud/archive.js';
import type { PaperDocument } from './document.js';
import type { PaperInput } from './input.js';
import { activityPaper, logbook } from './logbook/logbook.js';
import { memberLogbook } from './logbook/member-logbook.js';
import { memberCard } from './member-card/card.js';
import { memberForm, memberFormFiles } from './member-form.js';
import { fileName, printedForm, xlsxFile } from './paper-file.js';
import { registerDocument, registerOf, registerSheet } from './registers/register.js';
import { reportFiles } from './reports/report.js';
import { summaryFiles } from './summary.js';
import { refById } from '../domain/branch/people.js';
import { yearOf } from '../domain/period/civil.js';
import { attendanceCalendar } from './pictures/phone/attendance.js';
import { drawAttendance } from './pictures/phone/attendance-drawing.js';
import { canDraw } from './pictures/fonts.js';
import { drawPhoneTable, type PhoneTable } from './pictures/phone/table.js';
import { noticeSheetFiles } from './notice-sheet.js';
import { publicationPicture } from './pictures/phone/publication.js';
import { scoreCard } from './pictures/phone/score-card.js';
import { yearPicture } from './pictures/phone/year.js';
import { drawYear } from './pictures/phone/year-drawing.js';
import { personTitle } from '../words/persons.js';

/** The files of an order: the same order on the same facts at the same date gives the same bytes. */
export async function makePapers(order: PaperOrder, input: PaperInput): Promise<readonly PaperFile[]> {
  switch (order.paper) {
    case 'memberCard':
      return memberCardFiles(input, order);
    case 'memberCards':
      return memberCardsFiles(input, order);
    case 'activityRecord':
      return activityRecordFiles(input, order);
    case 'logbook':
      return logbookFiles(input, order);
    case 'memberLogbook':
      return memberLogbookFiles(input, order);
    case 'register':
      return registerFiles(input, order);
    case 'memberForm':
      return memberFormFiles(input, order);
    case 'memberForms':
      return memberFormsFiles(input, order);
    case 'summary':
      return summaryFiles(input, order);
    case 'cloudArchive':
      return [await cloudArchive(order, input)];
    case 'publicationPicture':
      return makePublicationPicture(input, order.notice);
    case 'noticeSheet':
      return noticeSheetFiles(input, order.notice);
    case 'scoreCard':
      return makeScoreCard(input, order.person, order.year);
    case 'yearPicture':
      return makeYearPicture(input, order.year);
    case 'evidence':
      return storedFiles(input, order.files);
    case 'report':
      return reportFiles(input, order);
  }
}

/** As they came in. @throws when one is gone */
async function storedFiles({ facts, content }: PaperInput, files: readonly number[]): Files {
  return Promise.all(
    files.map(async (id) => {
      const [file, bytes] = [facts.get('file', id), await content(id)];
      if (file === undefined || bytes === undefined) throw new Error(`file ${id} has no content`);
      return { kind: file.kind, name: file.name, bytes };
    }),
  );
}

type Order<P extends PaperOrder['paper']> = Extract<PaperOrder, { readonly paper: P }>;
type Files = Promise<readonly PaperFile[]>;

export async function memberCardFiles(input: PaperInput, order: Order<'memberCard'>): Files {
  return printedForm(memberCard(input, order), input.today);
}

export async function activityRecordFiles(input: PaperInput, order: Order<'activityRecord'>): Files {
  return printedForm(await activityPaper(input, order), input.today);
}

async function logbookFiles(input: PaperInput, order: Order<'logbook'>): Files {
  return printedForm(await logbook(input, order), input.today);
}

/** With the member's calendar of the year, if ordered. */
async function memberLogbookFiles(input: PaperInput, order: Order<'memberLogbook'>): Files {
  const { person, year, quarter } = order;
  return [
    ...(await printedForm(memberLogbook(input, order), input.today)),
    ...(quarter === null ? makeAttendancePicture(input, person, year) : []),
  ];
}

/** To print, and to go on working with. */
export async function registerFiles(input: PaperInput, order: Order<'register'>): Files {
  const ledger = registerOf(input, order);
  return [
    ...(await printedForm(registerDocument(ledger, input.facts.branch.name), input.today)),
    await xlsxFile(registerSheet(ledger), input.today),
  ];
}

interface Asked {
  readonly persons: readonly number[];
  readonly year: number;
}

export async function memberFormsFiles(input: PaperInput, asked: Asked): Files {
  return printedForm(memberForms(input, asked), input.today);
}

export function memberForms(input: PaperInput, { persons, year }: Asked): PaperDocument {
  const forms = persons.map((person) => memberForm(input, { person, year }));
  return bound(`${year}年度考核表（全部）`, forms);
}

export async function memberCardsFiles(input: PaperInput, asked: Asked): Files {
  return printedForm(memberCards(input, asked), input.today);
}

export function memberCards(input: PaperInput, { persons, year }: Asked): PaperDocument {
  const cards = persons.map((person) => memberCard(input, { person, year }));
  return bound(`党员信息卡（全部） ${year}年`, cards);
}

/** Each on its own page; paper and foot are the first one's. @throws when there is none */
function bound(title: string, documents: readonly PaperDocument[]): PaperDocument {
  const [first, ...others] = documents;
  if (first === undefined) throw new Error('no form to bind');
  const rest = others.flatMap(({ blocks }) => [{ kind: 'pageBreak' as const }, ...blocks]);
  return { ...first, title, blocks: [...first.blocks, ...rest] };
}

/** A notice as it was posted. */
export function makePublicationPicture(input: PaperInput, notice: number): readonly PaperFile[] {
  return phoneTable(`公示第${notice}号`, publicationPicture(input, notice));
}

/** Only for the member and those who may read their `/明细`. */
export function makeScoreCard(input: PaperInput, person: number, year: number): readonly PaperFile[] {
  const title = `${fileName(titleOf(input, person))} ${year}年积分`;
  return phoneTable(title, scoreCard(input, person, year));
}

/** Only for the member and those who keep the register. */
export function makeAttendancePicture(input: PaperInput, person: number, year: number): readonly PaperFile[] {
  const title = `${fileName(titleOf(input, person))} ${year}年参加活动情况`;
  return pictures(title, [drawAttendance(attendanceCalendar(input, person, year))]);
}

export function makeYearPicture(input: PaperInput, year: number): readonly PaperFile[] {
  return pictures(`${year}年度考核进度`, [drawYear(yearPicture(input, year))]);
}

/** Two people of one name get separate files. */
function titleOf({ facts, rulebookOf, today }: PaperInput, person: number): string {
  return personTitle(refById(facts, person), rulebookOf(yearOf(today)));
}

/** None where a name could not be drawn: the words say it whole. */
function phoneTable(title: string, table: PhoneTable): readonly PaperFile[] {
  const names = [table.title, ...table.rows.flatMap(({ cells }) => cells)];
  return canDraw(names) ? pictures(title, drawPhoneTable(table)) : [];
}

function pictures(title: string, pages: readonly Uint8Array[]): readonly PaperFile[] {
  return pages.map((bytes, index) => {
    const page = pages.length > 1 ? ` 第${index + 1}张` : '';
    return { kind: 'picture', name: `${title}${page}.png`, bytes };
  });
}
