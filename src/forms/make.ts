import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import type { PaperInput } from './input.js';
import { reportFiles } from './reports/report.js';

/** Makes the files of an order. Pure but for the time it takes: the same order on the same facts gives the same bytes. */
export async function makePapers(order: PaperOrder, input: PaperInput): Promise<readonly PaperFile[]> {
  switch (order.paper) {
    case 'memberForm':
    case 'summary':
    case 'publicationPicture':
    case 'yearPicture':
      await Promise.resolve(input);
      return [];
    case 'report':
      return reportFiles(input, order);
  }
}
