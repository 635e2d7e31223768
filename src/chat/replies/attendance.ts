import type { AttendanceSays } from '../../app/attendance/says.js';
import type { Sentences } from './sentences.js';

export const attendanceSentences: Sentences<AttendanceSays> = {
  noActivity: ({ word }) => `没有“${word}”这个活动,发送“/活动”可查看。`,
};
