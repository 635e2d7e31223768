/** When an activity is moved to: by so many days, or to a day or an hour that leaves the rest as it is. */
import { addDays, dateOf } from '../../../domain/period/civil.js';
import type { CivilTime } from '../../../domain/period/civil.js';
import { readDate, readDateTime } from '../../words/dates/text.js';
import type { Filling } from '../match.js';
import { activitiesNamed } from './activities.js';
import { digits } from './numbers.js';
import type { Finder, Place } from './place.js';
import { comingInstant, writtenInstant } from './when.js';

const byDays =
  /^(推迟|推后|延后|顺延|延期|往后推|后推|提前|往前提)(?:了)?([一两二三四五六七]|\d)(天|周|个?星期)/u;
const sameHour = /^(?:的)?[，,\s]*(?:同一时间|同样时间|同一个时间|原时间|时间不变|钟点不变|时间照旧)/u;
const hourOnly = /^(?:上午|下午|晚上|早上|中午)?[\d一二两三四五六七八九十]{1,3}(?:[:：]\d\d|点半|点钟|点)/u;
const longestDay = 10;

/** 推迟一天, 提前两天: the same hour. */
export const shifted: Finder = (place) => {
  const found = byDays.exec(place.text.slice(place.at));
  const at = timeOf(place);
  if (found === null || at === undefined) return [];
  const [whole, way = '', count = '', unit] = found;
  const many = Number(count === '两' ? '2' : digits(count)) * (unit === '天' ? 1 : 7);
  const day = addDays(dateOf(at), /前/u.test(way) ? -many : many);
  return ahead(place, `${day}${at.slice(10)}`, place.at + whole.length);
};

/** 周五四点, 下午两点半, 27号时间不变: what is not said of it stays. An hour that may be two is offered as both. */
export const newInstant: Finder = (place) => {
  const plainly = comingInstant(place);
  if (plainly.length > 0) return plainly;
  const at = timeOf(place);
  return at === undefined ? [] : [...dayAndSameHour(place, at), ...hours(place, at)];
};

function dayAndSameHour(place: Place, at: CivilTime): readonly Filling[] {
  const { text, context } = place;
  for (let end = Math.min(text.length, place.at + longestDay); end > place.at + 1; end -= 1) {
    const reading = readDate(text.slice(place.at, end), context.today, 'coming');
    if (reading.kind !== 'read') continue;
    const same = sameHour.exec(text.slice(end))?.[0].length ?? 0;
    return same === 0 ? [] : ahead(place, `${reading.value}${at.slice(10)}`, end + same);
  }
  return [];
}

function hours(place: Place, at: CivilTime): readonly Filling[] {
  const { text, context } = place;
  const alone = hourOnly.exec(text.slice(place.at))?.[0];
  const day = `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日`;
  if (alone !== undefined) return instants(place, `${day}${alone}`, place.at + alone.length);
  for (let end = Math.min(text.length, place.at + longestDay); end > place.at + 1; end -= 1) {
    const found = instants(place, text.slice(place.at, end), end);
    if (found.length > 0 && readDate(text.slice(place.at, end), context.today, 'coming').kind !== 'read')
      return found;
  }
  return [];
}

function instants(place: Place, written: string, end: number): readonly Filling[] {
  const reading = readDateTime(written, place.context.now, 'coming');
  if (reading.kind === 'read') return ahead(place, reading.value, end);
  return reading.kind === 'ask' ? reading.candidates.flatMap((instant) => ahead(place, instant, end)) : [];
}

function ahead({ context }: Place, instant: CivilTime, end: number): readonly Filling[] {
  return instant > context.now ? [{ written: writtenInstant(instant, context.today), end, free: 0 }] : [];
}

/** Of the one activity that the sentence names. */
function timeOf(place: Place): CivilTime | undefined {
  const { facts, now } = place.context;
  for (let at = 0; at < place.text.length; at += 1) {
    const [first] = activitiesNamed({ ...place, at }).toSorted((one, other) => other.end - one.end);
    const open = (first?.activities ?? [])
      .flatMap((id) => facts.get('activity', id) ?? [])
      .filter((one) => one.state === 'announced' && one.at > now);
    const [only, ...others] = open;
    if (only !== undefined) return others.length === 0 ? only.at : undefined;
  }
  return undefined;
}
