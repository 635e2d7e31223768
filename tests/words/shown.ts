import type { DateReading, DateTimeReading } from '../../src/chat/words/date-reading.ts';

/** A reading in one line, so that the tables of these tests can be read as such. */
export function shown(reading: DateReading | DateTimeReading): string {
  switch (reading.kind) {
    case 'read':
      return short(reading.value);
    case 'ask':
      return `ask ${reading.candidates.map(short).join(' | ')}`;
    case 'noSuchDay':
      return ['noSuchDay', reading.year, reading.month, reading.day]
        .filter((part) => part !== undefined)
        .join(' ');
    case 'timeMissing':
      return `timeMissing ${reading.date}`;
    case 'noSuchTime':
    case 'notADate':
      return reading.kind;
  }
}

function short(value: string): string {
  return value.replace('T', ' ').replace(/(:\d\d):00$/, '$1');
}
