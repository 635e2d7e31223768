import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../app/ports/clock.js';
import type { HistoryFile } from './history.js';

/** The clock of the sample branch: real time plus an offset that somebody set from the page. */
export interface SampleClock extends Clock {
  /**
   * Moves forward to `instant` (`YYYY-MM-DDTHH:MM:SS`); from there it runs on with real time.
   * Throws RangeError when the instant is no date or lies before now: ledgers and claims never see time go back.
   */
  moveTo(instant: string): void;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/**
 * The offset and the latest instant that was used are kept in the history file, so the clock also holds still,
 * instead of going back, when the machine's own clock is set back between two starts.
 */
export function openSampleClock(
  history: HistoryFile,
  realNow: () => string,
  onMove: (now: string) => void,
): SampleClock {
  let offset = Number(history.setting('clock_offset_seconds') ?? '0');
  let floor = [history.setting('clock_floor') ?? '', history.latestAt() ?? ''].sort().at(-1) ?? '';
  const now = (): string => {
    const moved = civil(realNow()).add({ seconds: offset }).toString({ smallestUnit: 'second' });
    if (moved > floor) floor = moved;
    return floor;
  };
  return {
    now,
    moveTo(instant) {
      const target = readInstant(instant);
      if (instant < now()) throw new RangeError('the sample clock only moves forward');
      offset = civil(realNow()).until(target).total('seconds');
      floor = instant;
      history.keep('clock_offset_seconds', String(offset));
      history.keep('clock_floor', floor);
      onMove(instant);
    },
  };
}

const civil = (instant: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(instant);

/** Reads one exact shape only; `2026-02-30T…` is a RangeError, not the second of March. */
function readInstant(instant: string): Temporal.PlainDateTime {
  if (!INSTANT.test(instant)) throw new RangeError('an instant is YYYY-MM-DDTHH:MM:SS');
  return Temporal.PlainDateTime.from(instant, { overflow: 'reject' });
}
