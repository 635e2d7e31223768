/**
 * Readings that a branch settles in chat, each by a ruling and from that moment on: they move no points. They hold
 * whatever the file says, until the branch settles otherwise; a rulebook adopted later does not silently undo them.
 */
import type { Facts } from '../branch/facts.js';
import type { AdoptedReading } from './rows.js';
import type { Rulebook } from './schema.js';
import type { Setting, SettingValue } from './settings.js';

export function settingOf(rulebook: Rulebook, setting: Setting): SettingValue {
  switch (setting) {
    case 'publication':
      return rulebook.publication.how;
    case 'checkIn':
      return rulebook.activities.checkIn.offered ? 'on' : 'off';
    case 'secondReminder':
      return rulebook.pushes.reminders.second ? 'on' : 'off';
    case 'exportReminder':
      return rulebook.reports.exportReminder === 'never' ? 'off' : 'on';
    case 'digest':
      return rulebook.pushes.digest ? 'on' : 'off';
    case 'plainModel':
      return rulebook.plainWords.model ? 'on' : 'off';
  }
}

function settle(rulebook: Rulebook, { setting, value }: AdoptedReading): Rulebook {
  const { publication, activities, pushes, reports } = rulebook;
  const on = value !== 'off';
  switch (setting) {
    case 'publication':
      return value === 'on' || value === 'off'
        ? rulebook
        : { ...rulebook, publication: { ...publication, how: value } };
    case 'checkIn':
      return { ...rulebook, activities: { ...activities, checkIn: { ...activities.checkIn, offered: on } } };
    case 'secondReminder':
      return { ...rulebook, pushes: { ...pushes, reminders: { ...pushes.reminders, second: on } } };
    case 'exportReminder':
      return { ...rulebook, reports: { ...reports, exportReminder: on ? 'weekly' : 'never' } };
    case 'digest':
      return { ...rulebook, pushes: { ...pushes, digest: on } };
    case 'plainModel':
      return { ...rulebook, plainWords: { model: on } };
  }
}

/** What was settled of this, oldest first. */
export function historyOf(facts: Facts, setting: Setting): readonly AdoptedReading[] {
  return facts.all('reading').filter((row) => row.setting === setting);
}

/** Every decision asks: one object for each rulebook and what was settled last. */
const settled = new WeakMap<Rulebook, Map<string, Rulebook>>();

/** The rulebook as this branch reads it. */
export function withReadings(facts: Facts, rulebook: Rulebook): Rulebook {
  const rows = facts.all('reading');
  if (rows.length === 0) return rulebook;
  const known = settled.get(rulebook) ?? new Map<string, Rulebook>();
  settled.set(rulebook, known);
  const last = [...new Map(rows.map((row) => [row.setting, row])).values()];
  const key = last.map(({ setting, value }) => `${setting}=${value}`).join(' ');
  const read = known.get(key) ?? last.reduce(settle, rulebook);
  known.set(key, read);
  return read;
}
