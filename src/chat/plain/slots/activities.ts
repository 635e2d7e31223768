import { isDueAt } from '../../../domain/attendance/standing.js';
import { dateOf } from '../../../domain/period/civil.js';
import { dayReference } from '../../replies/attendance/activities.js';
import { readDate } from '../../words/dates/text.js';
import { readLine } from '../../words/line.js';
import { spacedDate } from '../../../words/dates.js';
import type { Filling } from '../match.js';
import type { Context } from '../../../app/use-case.js';
import { said, type Finder, type Place } from './place.js';

/** 周五下午的支部大会, 26号的党日活动, 周五的会, 支部大会: how an activity is named in a sentence. */
interface Named {
  readonly end: number;
  readonly day: string | null;
  /** Null: any kind, which only a day makes one. */
  readonly kind: string | null;
  /** 周五的会: some activity is spoken of, be it there or not. */
  readonly isSpoken?: boolean;
  /** 上午, 下午, 晚上: which hours it may begin at. */
  readonly half?: string;
}

const longestDay = 12;
const whichOne = /^(?:这次|本次|下次|下一次|即将召开的|最近的|[这那](?:个|场|堂|节|次|回))?(?:的)?/u;
const afterDay =
  /^(?:那天|当天)?(?:上午|下午|晚上|早上|中午)?(?:[\d一二两三四五六七八九十]{1,3}(?:[:：]\d\d|点半|点整|点钟|点))?(?:[这那](?:个|场|次|堂|节)|要开|召开|开|[去来]?(?:听|上|参加))?(?:的)?/u;
const anyKind = /^(?:那个|这个|那场|那|这)?(?:会议|活动|大会|开会|会)/u;
/** 下午的会: today's. */
const partOfToday = /^(?:早上|上午|中午|下午|晚上|今晚)(?!好)/u;
const partOfDay = /早上|上午|下午|晚上|今晚/u;
const hours: Readonly<Record<string, readonly [from: string, to: string]>> = {
  ...{
    早上: ['00', '12'],
    上午: ['00', '12'],
    下午: ['12', '18'],
    晚上: ['17', '24'],
    今晚: ['17', '24'],
  },
};

/** Every activity that the text names here, as a line names it: by its kind where that is enough, else with its day. */
export function activitiesAt(place: Place): readonly Filling[] {
  return namesAt(place).flatMap((named) =>
    referencesTo(place, named).map((written) => ({
      written,
      end: named.end,
      free: 0,
    })),
  );
}

/**
 * Every activity that can be meant where none is said: those ahead that want the speaker; where there is none, that of
 * today that has begun.
 */
export function activitiesAhead(place: Place): readonly Filling[] {
  const { facts, now, today, actor, rulebook } = place.context;
  const own = facts
    .all('activity')
    .filter((one) => one.state === 'announced' && actor !== null && isDueAt(facts, one, actor.id));
  const coming = own.filter((one) => one.at > now);
  const ahead = coming.length > 0 ? coming : own.filter((one) => dateOf(one.at) === today);
  const labels = ahead.map(
    ({ kind }) => rulebook.activities.kinds.find(({ id }) => id === kind)?.label ?? '',
  );
  return [...new Set(labels)]
    .flatMap((label) => byKind(place, label))
    .map((written) => ({ written, end: place.at, free: 0 }));
}

/** An activity that is only talked about. */
export function mentionsOf(place: Place): readonly Filling[] {
  return namesAt(place)
    .filter(({ end }) => end > place.at)
    .map(({ end }) => ({ written: '', end, free: 0 }));
}

/** A day alone. */
export const dayAt: Finder = ({ text, at, context: { today } }) =>
  daysAt(text, at, today).flatMap(({ day, end }) => {
    // 周五下午有事: there it is why.
    const part = /^(?:早上|上午|中午|下午|晚上)(?=[我要得，,\s]|$)/u.exec(text.slice(end))?.[0].length ?? 0;
    return [...said(day, end), ...(part === 0 ? [] : said(day, end + part))];
  });

/** Whether an activity that a line writes so may be on that day. */
export function isOnDay(written: string, day: string, { facts, rulebook }: Context): boolean {
  return facts
    .all('activity')
    .filter((one) => dateOf(one.at) === day)
    .map(({ kind }) => rulebook.activities.kinds.find(({ id }) => id === kind)?.label ?? '')
    .some((label) => written === label || written.startsWith(`${label}@${day.slice(5)}`));
}

/** The numbers of the activities that the text can mean here. */
export function activitiesNamed(
  place: Place,
): readonly { readonly end: number; readonly activities: readonly number[] }[] {
  return namesAt(place).map(({ end, day, kind }) => ({
    end,
    activities: place.context.facts
      .all('activity')
      .filter((one) => (kind === null || one.kind === kind) && (day === null || dateOf(one.at) === day))
      .map(({ id }) => id),
  }));
}

function namesAt({ text, at, context }: Place): readonly Named[] {
  const start = at + (whichOne.exec(text.slice(at))?.[0].length ?? 0);
  const kinds = context.rulebook.activities.kinds.flatMap(({ id, label, aliases }) =>
    // 其他人都到了: a word like any other.
    [label, ...aliases].filter((name) => name !== '其他').map((name) => ({ id, name })),
  );
  const kindsAt = (from: number): readonly Omit<Named, 'day'>[] =>
    kinds
      .filter(({ name }) => text.startsWith(name, from))
      .map(({ id, name }) => ({ kind: id, end: from + name.length }))
      // 主题党日那天: the activity as well.
      .flatMap((named) =>
        text.startsWith('那天', named.end) ? [named, { ...named, end: named.end + 2 }] : [named],
      );
  const alone = kindsAt(start).map((named) => ({ ...named, day: null }));
  const dated = daysAt(text, start, context.today).flatMap(({ day, end }): readonly Named[] => {
    const rest = end + (afterDay.exec(text.slice(end))?.[0].length ?? 0);
    const general = anyKind.exec(text.slice(rest))?.[0];
    const named = kindsAt(rest).map((found) => ({ ...found, day }));
    return [
      ...named,
      ...(named.length > 0 || general === undefined
        ? []
        : [{ day, kind: null, isSpoken: true, end: rest + general.length }]),
      { day, kind: null, end },
      { day, kind: null, end: rest },
    ];
  });
  return [...dated, ...alone].map((named) => {
    const half = partOfDay.exec(text.slice(at, named.end))?.[0];
    return half === undefined ? named : { ...named, half };
  });
}

/** How a day begins; everything else is none, which is cheaper than to read it. */
const dayBegins = /^(?:[\d一二三四五六七八九十]|[今明后昨前大本这下上]|周|星期|礼拜)/u;

function daysAt(text: string, at: number, today: string): readonly { day: string; end: number }[] {
  if (!partOfToday.test(text.slice(at, at + 2)) && !dayBegins.test(text.slice(at, at + 2))) return [];
  const part = partOfToday.exec(text.slice(at))?.[0];
  if (part !== undefined) return [{ day: today, end: at + part.length }];
  for (let end = Math.min(text.length, at + longestDay); end > at + 1; end -= 1) {
    const reading = readDate(text.slice(at, end).trim(), today, 'coming');
    if (reading.kind === 'read') return [{ day: reading.value, end }];
  }
  return [];
}

/** What a line writes for it. An activity that is not there stays as it was said, so that the answer can name it. */
function referencesTo(place: Place, { day, kind, isSpoken = false, half }: Named): readonly string[] {
  const { facts, rulebook, today } = place.context;
  const labelOf = (id: string) => rulebook.activities.kinds.find((known) => known.id === id)?.label ?? '';
  if (day === null) return kind === null ? [] : byKind(place, labelOf(kind));
  const [from, to] = hours[half ?? ''] ?? ['00', '24'];
  const there = facts
    .all('activity')
    .filter((one) => one.state !== 'cancelled' && dateOf(one.at) === day && (kind ?? one.kind) === one.kind)
    .filter(({ at }) => from <= at.slice(11, 13) && at.slice(11, 13) < to);
  const written = there.flatMap(({ id, kind: own, at }) => {
    const label = labelOf(own);
    const ways = [label, dayReference(label, at, false), dayReference(label, at, true)];
    return ways.filter((way) => meantBy(place, way).id === id).slice(0, 1);
  });
  // A day on which there is nothing is no activity, it only says when.
  if (written.length > 0 || (kind === null && (!isSpoken || day < today))) return written;
  return [kind === null ? spacedDate(day, today) : `${labelOf(kind)}@${day.slice(5)}`];
}

/** The kind alone, or with its day where there are several. */
function byKind(place: Place, label: string): readonly string[] {
  const { lines } = meantBy(place, label);
  return lines.length === 0 ? [label] : lines.map((line) => line.split(' ')[1] ?? label);
}

/** The activity that the command's own word understands, or the lines that it asks with. */
function meantBy(
  { context, word }: Place,
  written: string,
): { readonly id?: number; readonly lines: readonly string[] } {
  const line = readLine(`/x ${written}`, '');
  if (line === undefined) return { lines: [] };
  const { tokens } = line;
  const commands = { commands: [], find: () => undefined };
  const read = word.read({
    context,
    commands,
    line,
    tokens,
    at: 0,
    end: tokens.length,
    taken: {},
    leniency: 'exact',
  });
  if (read.kind === 'taken' && typeof read.value === 'number') return { id: read.value, lines: [] };
  return {
    lines: read.kind === 'problem' && read.problem.code === 'whichActivity' ? read.problem.lines : [],
  };
}
