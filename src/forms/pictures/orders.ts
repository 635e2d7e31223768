/** The pictures that somebody may order, as files. */
import type { PaperFile } from '../../app/ports/papers.js';
import { refById } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import type { PaperInput } from '../input.js';
import { fileName } from '../paper-file.js';
import { attendanceCalendar } from './phone/attendance.js';
import { drawAttendance } from './phone/attendance-drawing.js';
import { drawPhoneTable } from './phone/table.js';
import { publicationPicture } from './phone/publication.js';
import { scoreCard } from './phone/score-card.js';
import { yearPicture } from './phone/year.js';
import { drawYear } from './phone/year-drawing.js';
import { personTitle } from '../../words/persons.js';

/** A notice as it was posted. */
export function makePublicationPicture(input: PaperInput, notice: number): readonly PaperFile[] {
  return pictures(`公示第${notice}号`, drawPhoneTable(publicationPicture(input, notice)));
}

/** Only for the member himself, and for those who may read his `/明细`. */
export function makeScoreCard(input: PaperInput, person: number, year: number): readonly PaperFile[] {
  const title = `${fileName(titleOf(input, person))} ${year}年积分`;
  return pictures(title, drawPhoneTable(scoreCard(input, person, year)));
}

/** Only for the member himself, and for those who keep the register. */
export function makeAttendancePicture(input: PaperInput, person: number, year: number): readonly PaperFile[] {
  const title = `${fileName(titleOf(input, person))} ${year}年参加活动情况`;
  return pictures(title, [drawAttendance(attendanceCalendar(input, person, year))]);
}

export function makeYearPicture(input: PaperInput, year: number): readonly PaperFile[] {
  return pictures(`${year}年度考核进度`, [drawYear(yearPicture(input, year))]);
}

/** Of two of one name each has files of his own. */
function titleOf({ facts, rulebookOf, today }: PaperInput, person: number): string {
  return personTitle(refById(facts, person), rulebookOf(yearOf(today)));
}

function pictures(title: string, pages: readonly Uint8Array[]): readonly PaperFile[] {
  return pages.map((bytes, index) => {
    const page = pages.length > 1 ? ` 第${index + 1}张` : '';
    return { kind: 'picture', name: `${title}${page}.png`, bytes };
  });
}
