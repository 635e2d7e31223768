/**
 * Dates as rosters have them, understood whole or refused: a month stays a month, and we ask about what Excel made of
 * “2019.10”.
 */
import { Temporal } from 'temporal-polyfill';
import { right, shown, wrong, type Cell, type Read } from './sheet.js';

const example = '请写成 2019-07-01';
/** The Party was founded in July 1921. */
const first = '1921-07';
const last = '2099-12-31';

/** `YYYY-MM-DD` or `YYYY-MM`. */
export function readDate(cell: Cell, today: string | undefined): Read<string> {
  const read = understood(cell);
  if (!read.ok) return read;
  const date = read.value;
  if (date < first) return wrong(`“${date}”早于1921年7月，${example}这样的真实日期。`);
  if (date > (today ?? last)) return wrong(`“${date}”还没有到，请核对。`);
  return read;
}

function understood(cell: Cell): Read<string> {
  if (cell.kind === 'date') return right(cell.date);
  if (cell.kind === 'number' && isSerial(cell.serial)) return right(dayOfSerial(cell.serial));
  const written = shown(cell);
  const text = written
    .normalize('NFKC')
    .replace(/\s+0?0:00(:00)?$/u, '')
    .replace(/\s/gu, '');
  const glued = /^(\d{4})(\d{2})(\d{2})?$/u.exec(text);
  const parted = /^(\d{4})[-/.年](\d{1,2})(?:月|(?:[-/.月](\d{1,2})日?))?$/u.exec(text);
  if (glued === null && /^\d{4}\.1$/u.test(text))
    return wrong(
      `“${written}”分不清是1月还是10月（Excel 会去掉末尾的0），请写成 ${text.slice(0, 4)}-01 或 ${text.slice(0, 4)}-10。`,
    );
  if (/^\d{4}年?$/u.test(text)) return wrong(`“${written}”缺月份，${example}或 2019-07。`);
  const parts = glued ?? parted;
  if (parts === null) return wrong(`“${written}”看不出是哪一天，${example}。`);
  return civil(
    written,
    Number(parts[1]),
    Number(parts[2]),
    parts[3] === undefined ? undefined : Number(parts[3]),
  );
}

function civil(written: string, year: number, month: number, day: number | undefined): Read<string> {
  if (month < 1 || month > 12) return wrong(`“${written}”里没有${month}月，${example}。`);
  const days = Temporal.PlainYearMonth.from({ year, month });
  if (day === undefined) return right(days.toString());
  if (day < 1 || day > days.daysInMonth)
    return wrong(`“${written}”不存在：${year}年${month}月没有${day}日，请核对。`);
  return right(days.toPlainDate({ day }).toString());
}

/** Between “2019” and “201907”: the days from 1927 to 2173. */
function isSerial(number: number): boolean {
  return Number.isInteger(number) && number >= 10_000 && number < 100_000;
}

/** Day 1 of Excel is 1900-01-01, and Excel has a 29 February 1900: from March on the count starts a day earlier. */
function dayOfSerial(serial: number): string {
  return Temporal.PlainDate.from('1899-12-30').add({ days: serial }).toString();
}
