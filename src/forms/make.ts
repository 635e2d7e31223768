import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import {
  activityRecordFiles,
  logbookFiles,
  memberCardFiles,
  memberLogbookFiles,
  registerFiles,
} from './books.js';
import type { PaperInput } from './input.js';
import { cloudArchive } from './cloud/archive.js';
import { memberCardsFiles, memberFormsFiles } from './everybody.js';
import { memberFormFiles } from './member-form.js';
import { makePublicationPicture, makeScoreCard, makeYearPicture } from './pictures/orders.js';
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
