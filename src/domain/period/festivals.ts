import type { CivilDate } from './civil.js';

/** Festivals of the lunar calendar: first day of the year, fifth of the fifth, fifteenth of the eighth, ninth of the ninth month. */
export type LunarFestival = 'springFestival' | 'dragonBoat' | 'midAutumn' | 'doubleNinth';

/** The lunar calendar, handed to the domain as a value: it is observed, and no short rule computes it. */
export interface LunarCalendar {
  /** Undefined for a year that it does not know. */
  dayOf(festival: LunarFestival, year: number): CivilDate | undefined;
}
