import type { CivilDate } from '../period/civil.js';
import type { LunarCalendar, LunarFestival } from '../period/festivals.js';

type Falls = { readonly solar: string } | { readonly lunar: LunarFestival };

/** The festivals that a rulebook may name under `care.visitsBefore`: the words are part of the file's format, like its keys. */
const festivals = {
  元旦: { solar: '01-01' },
  春节: { lunar: 'springFestival' },
  端午: { lunar: 'dragonBoat' },
  七一: { solar: '07-01' },
  八一: { solar: '08-01' },
  中秋: { lunar: 'midAutumn' },
  国庆: { solar: '10-01' },
  重阳: { lunar: 'doubleNinth' },
} as const satisfies Readonly<Record<string, Falls>>;

type FestivalName = keyof typeof festivals;
export const festivalNames = Object.keys(festivals) as [FestivalName, ...FestivalName[]];

/** The day of a festival in a year; undefined where the lunar calendar does not know the year. */
export function festivalDay(name: FestivalName, year: number, lunar: LunarCalendar): CivilDate | undefined {
  const falls: Falls = festivals[name];
  return 'solar' in falls ? `${year}-${falls.solar}` : lunar.dayOf(falls.lunar, year);
}
