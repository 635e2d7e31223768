/** Which hours of the day a written clock time may mean. */
import type { DayPart } from './tokens.js';
import type { WrittenTime } from './grammar.js';

/** Minutes after the beginning of the day; 1440 and more lie in the night that follows. */
type MinuteOfDay = number;

/** Hours `from` to `to` as written may mean themselves plus each of `plus`. */
interface Row {
  readonly from: number;
  readonly to: number;
  readonly plus: readonly number[];
}

/** 24:00 is the end of the day, but some mean its beginning. */
const midnight: Row = { from: 24, to: 24, plus: [0, -24] };

/** 15:00 is the clock of 24 hours as written. */
const colonRows: readonly Row[] = [{ from: 0, to: 23, plus: [0] }, midnight];

/** 9点 is the morning, 3点 may be at night or in the afternoon. */
const plainRows: readonly Row[] = [
  { from: 0, to: 0, plus: [0] },
  { from: 1, to: 7, plus: [0, 12] },
  { from: 8, to: 23, plus: [0] },
  midnight,
];

/** An hour without a row does not belong to that part of the day: 上午15点 is no time. */
const partRows: Readonly<Record<DayPart, readonly Row[]>> = {
  dawn: [
    { from: 0, to: 6, plus: [0] },
    { from: 12, to: 12, plus: [-12, 12] },
  ],
  morning: [{ from: 1, to: 11, plus: [0] }],
  forenoon: [
    { from: 0, to: 11, plus: [0] },
    { from: 12, to: 12, plus: [0, -12] },
  ],
  noon: [
    { from: 11, to: 14, plus: [0] },
    { from: 1, to: 2, plus: [12] },
  ],
  afternoon: [
    { from: 1, to: 11, plus: [12] },
    { from: 12, to: 23, plus: [0] },
  ],
  dusk: [
    { from: 4, to: 8, plus: [12] },
    { from: 16, to: 20, plus: [0] },
  ],
  evening: [
    // 晚上12点 and 晚上1点 are the night after that day to some, the night before it to others.
    { from: 0, to: 4, plus: [24, 0] },
    { from: 5, to: 11, plus: [12] },
    { from: 12, to: 12, plus: [12, -12] },
    { from: 17, to: 23, plus: [0] },
    midnight,
  ],
};

/** Every time that may be meant, the most literal one first; none when no day has such a time. */
export function minutesMeant(time: WrittenTime & { readonly kind: 'clock' }): readonly MinuteOfDay[] {
  const { part, colon, hour, minute } = time;
  if (minute > 59 || (hour === 24 && minute > 0)) return [];
  const rows = part === undefined ? (colon ? colonRows : plainRows) : partRows[part];
  const row = rows.find(({ from, to }) => from <= hour && hour <= to);
  return (row?.plus ?? []).map((hours) => (hour + hours) * 60 + minute);
}
