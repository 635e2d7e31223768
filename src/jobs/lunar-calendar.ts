import type { LunarCalendar, LunarFestival } from '../domain/period/festivals.js';

/**
 * Month and day of the festivals, in the order of `columns`, by the astronomical calendar (GB/T 33661). The functions
 * of `chinese-days` miss by a day west of Greenwich and Intl's calendar is wrong for some years (2027, 2030), so we
 * keep a table; a test compares it with `chinese-days` at Greenwich.
 */
const days: Readonly<Record<number, string>> = {
  2024: '02-10 06-10 09-17 10-11',
  2025: '01-29 05-31 10-06 10-29',
  2026: '02-17 06-19 09-25 10-18',
  2027: '02-06 06-09 09-15 10-08',
  2028: '01-26 05-28 10-03 10-26',
  2029: '02-13 06-16 09-22 10-16',
  2030: '02-03 06-05 09-12 10-05',
  2031: '01-23 06-24 10-01 10-24',
  2032: '02-11 06-12 09-19 10-12',
  2033: '01-31 06-01 09-08 10-01',
  2034: '02-19 06-20 09-27 10-20',
  2035: '02-08 06-10 09-16 10-09',
  2036: '01-28 05-30 10-04 10-27',
  2037: '02-15 06-18 09-24 10-17',
  2038: '02-04 06-07 09-13 10-07',
  2039: '01-24 05-27 10-02 10-26',
  2040: '02-12 06-14 09-20 10-14',
  2041: '02-01 06-03 09-10 10-03',
  2042: '01-22 06-22 09-28 10-22',
  2043: '02-10 06-11 09-17 10-11',
  2044: '01-30 05-31 10-05 10-29',
  2045: '02-17 06-19 09-25 10-18',
  2046: '02-06 06-08 09-15 10-08',
  2047: '01-26 05-29 10-04 10-27',
  2048: '02-14 06-15 09-22 10-16',
  2049: '02-02 06-04 09-11 10-05',
  2050: '01-23 06-23 09-30 10-24',
  2051: '02-11 06-13 09-19 10-13',
  2052: '02-01 06-01 09-07 10-30',
  2053: '02-19 06-20 09-26 10-20',
  2054: '02-08 06-10 09-16 10-09',
  2055: '01-28 05-30 10-05 10-28',
  2056: '02-15 06-17 09-24 10-17',
  2057: '02-04 06-06 09-13 10-07',
  2058: '01-24 06-25 10-02 10-25',
  2059: '02-12 06-14 09-21 10-14',
  2060: '02-02 06-03 09-09 10-02',
};

const columns: readonly LunarFestival[] = ['springFestival', 'dragonBoat', 'midAutumn', 'doubleNinth'];

/** Knows the years of its table; other years have no lunar festival, and so no reminder. */
export const lunarCalendar: LunarCalendar = {
  dayOf(festival, year) {
    const day = days[year]?.split(' ')[columns.indexOf(festival)];
    return day === undefined ? undefined : `${year}-${day}`;
  },
};
