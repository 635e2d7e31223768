/** What a branch settles in chat (`readings.ts`), and what each may be; first as it is unless it is settled. */
export const settings = {
  publication: ['group', 'board', 'meeting'],
  checkIn: ['on', 'off'],
  secondReminder: ['on', 'off'],
  exportReminder: ['on', 'off'],
  digest: ['on', 'off'],
  plainModel: ['off', 'on'],
} as const;

export type Setting = keyof typeof settings;
export type SettingValue = (typeof settings)[Setting][number];

export const settingNames = Object.keys(settings) as readonly Setting[];
