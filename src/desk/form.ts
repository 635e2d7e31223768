import { readUpload } from '../web/files.js';
import { civilDate } from '../domain/period/civil.js';
import type { ChannelFile } from '../app/ports/channel.js';

/** What was sent with a form. */
export interface Form {
  /** One line, trimmed; empty where the field is missing. */
  text(name: string): string;
  /** With its line ends. */
  lines(name: string): string;
  /** `YYYY-MM-DD`; empty where it is missing or no day. */
  day(name: string): string;
  /** `YYYY-MM-DDTHH:MM:SS`, the same way. */
  instant(name: string): string;
  /** Of every field of this name, as they were sent. */
  texts(name: string): readonly string[];
  numbers(name: string): readonly number[];
  /** Whatever somebody wrote, without what the page itself sends. */
  typed(): readonly string[];
  files(name: string): Promise<readonly ChannelFile[]>;
}

export function formOf(data: FormData): Form {
  const texts = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  const whole = (name: string) => (texts(name)[0] ?? '').replace(/\r\n?/gu, '\n').replaceAll('\0', '').trim();
  const text = (name: string) => whole(name).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return {
    texts,
    text,
    lines: whole,
    day: (name) => (isDay(text(name)) ? text(name) : ''),
    instant: (name) => {
      const [day = '', time = ''] = text(name).split('T');
      return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/u.test(time) ? `${day}T${time}:00` : '';
    },
    numbers: (name) => texts(name).flatMap((text) => (/^\d{1,9}$/u.test(text) ? [Number(text)] : [])),
    typed: () =>
      [...new Set(data.keys())]
        .filter((name) => !sentByPage.includes(name))
        .map(whole)
        .filter(Boolean),
    files: (name) =>
      Promise.all(
        data
          .getAll(name)
          .filter((value) => value instanceof File)
          .filter(({ size }) => size > 0)
          .map(readUpload),
      ),
  };
}

const sentByPage: readonly string[] = ['csrf', 'key', 'do', 'activity', 'due', 'rows'];

/** Of this century: what a browser's field of a day sends. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(20\d\d)-(\d\d)-(\d\d)$/u.exec(text) ?? [];
  return year !== undefined && civilDate(Number(year), Number(month), Number(day)) === text;
}
