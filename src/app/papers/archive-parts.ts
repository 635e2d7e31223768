import type { ArchiveContent } from '../ports/papers.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Activity } from '../../domain/attendance/rows.js';

/** Bytes of a part. The strictest channel carries 20 MB a file; the rest is for what packing adds. */
export const largestPart = 19 * 1024 * 1024;
/** What text, table and folder of an activity take at most. */
const bytesOfText = 20_000;

/**
 * Activities in order, as many to a part as one message carries. Only what does not fit into a part by itself is
 * divided: then each of its parts tells the whole activity and carries some of its files.
 */
export function archiveParts(
  facts: Facts,
  activities: readonly Activity[],
): readonly (readonly ArchiveContent[])[] {
  const parts: ArchiveContent[][] = [];
  let room = 0;
  const begin = (): ArchiveContent[] => {
    const part: ArchiveContent[] = [];
    parts.push(part);
    room = largestPart;
    return part;
  };
  let part = begin();
  for (const { id, pictures } of activities) {
    const whole = bytesOfText + pictures.reduce((sum, file) => sum + sizeOf(facts, file), 0);
    if (whole > room && part.length > 0) part = begin();
    room -= bytesOfText;
    let files: number[] = [];
    for (const file of pictures) {
      const size = sizeOf(facts, file);
      if (size > room && files.length > 0) {
        part.push({ activity: id, files });
        part = begin();
        room -= bytesOfText;
        files = [];
      }
      files.push(file);
      room -= size;
    }
    part.push({ activity: id, files });
  }
  return parts;
}

function sizeOf(facts: Facts, file: number): number {
  return facts.get('file', file)?.size ?? 0;
}
