/**
 * Civil times of Asia/Shanghai, `YYYY-MM-DDTHH:MM:SS`, in office words. They are read as UTC throughout, so that the
 * time zone of the browser plays no part.
 */
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

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
  return `${monthAndDay(instant)}（周${WEEKDAYS[new Date(milliseconds(instant)).getUTCDay()]}）${instant.slice(11, 16)}`;
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
const monthAndDay = (instant) => `${Number(instant.slice(5, 7))}月${Number(instant.slice(8, 10))}日`;
