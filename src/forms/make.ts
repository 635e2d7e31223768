import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import { cloudArchive } from './cloud/archive.js';
import type { PaperDocument } from './document.js';
import type { PaperInput } from './input.js';
import { activityPaper, logbook } from './logbook/logbook.js';
import { memberLogbook } from './logbook/member-logbook.js';
import { memberCard } from './member-card/card.js';
import { memberForm, memberFormFiles } from './member-form.js';
import { printedForm, xlsxFile } from './paper-file.js';
import {
  makeAttendancePicture,
  makePublicationPicture,
  makeScoreCard,
  makeYearPicture,
} from './pictures/orders.js';
import { registerDocument, registerOf } from './registers/register.js';
import { registerSheet } from './registers/sheet.js';
import { reportFiles } from './reports/report.js';
import { summaryFiles } from './summary.js';

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
    case 'scoreCard':
      return makeScoreCard(input, order.person, order.year);
    case 'yearPicture':
      return makeYearPicture(input, order.year);
    case 'report':
      return reportFiles(input, order);
  }
}

type Order<P extends PaperOrder['paper']> = Extract<PaperOrder, { readonly paper: P }>;
type Files = Promise<readonly PaperFile[]>;

export async function memberCardFiles(input: PaperInput, order: Order<'memberCard'>): Files {
  return printedForm(memberCard(input, order), input.today);
}

export async function activityRecordFiles(input: PaperInput, order: Order<'activityRecord'>): Files {
  return printedForm(await activityPaper(input, order), input.today);
}

export async function logbookFiles(input: PaperInput, order: Order<'logbook'>): Files {
  return printedForm(await logbook(input, order), input.today);
}

/** With the calendar of his year, where it is asked for. */
export async function memberLogbookFiles(input: PaperInput, order: Order<'memberLogbook'>): Files {
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

/** Each on a page of its own; paper and foot are those of the first. @throws when there is none */
function bound(title: string, documents: readonly PaperDocument[]): PaperDocument {
  const [first, ...others] = documents;
  if (first === undefined) throw new Error('no form to bind');
  const rest = others.flatMap(({ blocks }) => [{ kind: 'pageBreak' as const }, ...blocks]);
  return { ...first, title, blocks: [...first.blocks, ...rest] };
}
