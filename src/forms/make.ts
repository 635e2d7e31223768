import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import {
  activityRecordFiles,
  logbookFiles,
  memberCardFiles,
  memberLogbookFiles,
  registerFiles,
} from './books.js';
import type { PaperInput } from './input.js';

/** Makes the files of an order. Pure but for the time it takes: the same order on the same facts gives the same bytes. */
export async function makePapers(order: PaperOrder, input: PaperInput): Promise<readonly PaperFile[]> {
  switch (order.paper) {
    case 'memberCard':
      return memberCardFiles(input, order);
    case 'activityRecord':
      return activityRecordFiles(input, order);
    case 'logbook':
      return logbookFiles(input, order);
    case 'memberLogbook':
      return memberLogbookFiles(input, order);
    case 'register':
      return registerFiles(input, order);
    case 'memberForm':
    case 'summary':
    case 'publicationPicture':
    case 'yearPicture':
      await Promise.resolve(input);
      return [];
  }
}
