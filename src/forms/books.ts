/** The files of the member's card, the book of activities and the registers. */
import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import type { PaperInput } from './input.js';
import { activityPaper, logbook } from './logbook/logbook.js';
import { memberLogbook } from './logbook/member-logbook.js';
import { memberCard } from './member-card/card.js';
import { docxFile, xlsxFile } from './paper-file.js';
import { registerDocument, registerOf } from './registers/register.js';
import { registerSheet } from './registers/sheet.js';

type Order<P extends PaperOrder['paper']> = Extract<PaperOrder, { readonly paper: P }>;
type Files = Promise<readonly PaperFile[]>;

export async function memberCardFiles(input: PaperInput, order: Order<'memberCard'>): Files {
  return [await docxFile(memberCard(input, order), input.today)];
}

export async function activityRecordFiles(input: PaperInput, order: Order<'activityRecord'>): Files {
  return [await docxFile(await activityPaper(input, order), input.today)];
}

export async function logbookFiles(input: PaperInput, order: Order<'logbook'>): Files {
  return [await docxFile(await logbook(input, order), input.today)];
}

export async function memberLogbookFiles(input: PaperInput, order: Order<'memberLogbook'>): Files {
  return [await docxFile(memberLogbook(input, order), input.today)];
}

/** To print, and to go on working with. */
export async function registerFiles(input: PaperInput, order: Order<'register'>): Files {
  const ledger = registerOf(input, order);
  return [
    await docxFile(registerDocument(ledger, input.facts.branch.name), input.today),
    await xlsxFile(registerSheet(ledger), input.today),
  ];
}
