import { sendDigest } from '../app/notices/digest.js';
import { addDays } from '../domain/period/civil.js';
import { nextWorkingDay } from '../domain/period/working-days.js';
import { workingDaysAt, type Push } from './job.js';

/** The digest of each working day on which some matter was open before its time. Yesterday's is nothing worth today. */
export const digests: Push = (from, to, { facts, rulebook, workingDays }) => {
  const opened = facts.open()[0]?.openedAt;
  if (opened === undefined || opened > to) return [];
  const { digestTime } = rulebook.pushes;
  return workingDaysAt(digestTime, opened > from ? opened : from, to, workingDays).map((day) => ({
    kind: 'digest' as const,
    subject: null,
    due: `${day}T${digestTime}:00`,
    worthUntil: `${nextWorkingDay(workingDays, addDays(day, 1))}T${digestTime}:00`,
    intent: sendDigest.intent({}),
  }));
};
