import type { Button } from '../../app/ports/channel.js';
import type { View, Voice } from '../../app/ports/voice.js';
import type { AnySay, SayCode } from '../../app/says.js';
import { matterWords } from './rulings/matters.js';

/** What is for everybody in the group: channels that can call all do so. */
export const callsAll: ReadonlySet<SayCode> = new Set<SayCode>([
  'attendance.announced',
  'attendance.rescheduled',
  'attendance.cancelled',
  'notices.activityReminder',
  'notices.publication',
]);

/**
 * Buttons below what a ruler is asked. Each types the line that the text names as well, so whoever presses is judged
 * like everybody who types; 驳回 still wants its reason, and is told how to give it.
 */
export const cardOf: Voice['card'] = (words: AnySay, view: View) => {
  if (words.code !== 'rulings.pending') return undefined;
  const { number } = words.facts.card.kept;
  const written = matterWords([number], view);
  const buttons: readonly Button[] = [
    { label: '确认', line: `/确认 ${written}` },
    { label: '驳回', line: `/驳回 ${written}` },
    { label: '查看', line: '/待办' },
  ];
  return { matter: number, buttons };
};
