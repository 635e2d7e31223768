/**
 * Civil times of Asia/Shanghai, `YYYY-MM-DDTHH:MM:SS`, in office words. They are read as UTC throughout, so that the
 * time zone of the browser plays no part.
 */
/** @param {Intl.DateTimeFormatOptions} options */
const inChinese = (options) => new Intl.DateTimeFormat('zh-CN', { ...options, timeZone: 'UTC' });
const weekday = inChinese({ weekday: 'short' });
const day = inChinese({ month: 'long', day: 'numeric' });

/** @param {string} instant */
export const milliseconds = (instant) => Date.parse(`${instant}Z`);

/** @param {number} at */
export const fromMilliseconds = (at) => new Date(at).toISOString().slice(0, 19);

/** @param {string} instant */
export const year = (instant) => instant.slice(0, 4);

/**
 * `11月23日(周一)09:02`
 * @param {string} instant
 */
export function fullTime(instant) {
  return `${monthAndDay(instant)}（${weekday.format(milliseconds(instant))}）${instant.slice(11, 16)}`;
}

/**
 * With the year in front.
 * @param {string} instant
 */
export const fullTimeWithYear = (instant) => `${year(instant)}年${fullTime(instant)}`;

/**
 * As short as a conversation list wants it: the time of today, else the day, else the day with its year.
 * @param {string} instant
 * @param {string} now
 */
export function shortTime(instant, now) {
  if (instant.slice(0, 10) === now.slice(0, 10)) return instant.slice(11, 16);
  return year(instant) === year(now) ? monthAndDay(instant) : `${year(instant)}年${monthAndDay(instant)}`;
}

/** @param {string} instant */
const monthAndDay = (instant) => day.format(milliseconds(instant));
