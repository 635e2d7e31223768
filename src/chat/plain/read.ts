import type { Context } from '../../app/use-case.js';
import { word, type Command, type CommandList, type Form, type Word } from '../define.js';
import { passing } from './fillers.js';
import { matches, type Match } from './match.js';
import { isPlanned } from './stops.js';
import { isOnDay } from './slots/activities.js';
import { fillingsOf, specialSlots, type Known } from './slots/slots.js';

/** A command line that a sentence can mean. */
export interface Said {
  readonly command: Command;
  readonly form: Form;
  readonly line: string;
  /** It holds words of the speaker's own. */
  readonly hasReason: boolean;
  /** The sentence without testimony: what says whether it is a wish at all. */
  readonly wish: string;
}

/** Longer messages are letters, not wishes. */
export const longestSentence = 120;

/**
 * Every line that the whole sentence can mean: of several ways to read it those that leave the fewest words to a free
 * reason. Key words alone never do.
 * @param asked in any words: only what answers, with what people say around a question passed over; aside: what a typed
 * line says beside what it enters
 */
export function linesSaid(
  talk: string,
  context: Context,
  commands: CommandList,
  asked: 'exactly' | 'inAnyWords' | 'aside' = 'exactly',
): readonly Said[] {
  const text = tidy(talk);
  if (text === '' || text.length > longestSentence) return [];
  const past = passing(text, context.actor?.name, asked === 'inAnyWords');
  const known: Known = new Map();
  const places = Array.from({ length: text.length + 1 }, (_, at) => at);
  const found = commands.commands.flatMap((command) =>
    command.forms.flatMap((form) =>
      (asked === 'aside' ? form.aside : form.says).flatMap((pattern) => {
        if (asked === 'inAnyWords' && form.reads === false) return [];
        if (earnsPoints(form) && isPlanned(text)) return [];
        const fill = (name: string, at: number) => {
          const { word } = wordOf(form, name);
          const isOwnWords = command.discreet && word.label !== reasonLabel;
          return fillingsOf(name, { text, at, context, commands, word, isOwnWords }, known);
        };
        const holds = (name: string) => places.some((at) => fill(name, at).length > 0);
        return matches(pattern, { text, past, fill, holds })
          .filter(({ slots }) => isOnItsDay(slots, context) && isWorth(slots, context))
          .map((match) => ({ command, form, match }));
      }),
    ),
  );
  const least = Math.min(...found.map(({ match }) => leftOver(match)));
  const lines = new Map<string, Said>();
  for (const { command, form, match } of found) {
    const line = lineOf(command, form, withGrade(match, form, text, context));
    if (leftOver(match) === least && !lines.has(line))
      lines.set(line, {
        ...{ command, form, line, hasReason: match.free > 0 },
        wish: wishOf(text, match),
      });
  }
  return [...lines.values()];
}

/** 3号要是没照片就驳回: 要是 is no wish, even where testimony could begin in the middle of it. */
function wishOf(text: string, { own }: Match): string {
  if (own === undefined) return text;
  const at = text.indexOf(own);
  return supposes.test(text.slice(at - 1, at + 1)) ? text : text.replace(own, '');
}

const supposes = /^(?:要是|若是|如果|假如|万一|除非|倘若)$/u;

/** Nothing but politeness and fillers. */
export function isOnlyTalk(text: string, { actor }: Context): boolean {
  return passing(text, actor?.name)(0).includes(text.length);
}

const worthOfSlot = 2;

/** What a reading leaves to a free reason; 市级 found as a grade speaks for it. */
function leftOver({ free, slots }: Match): number {
  return free - worthOfSlot * Object.values(slots).filter((written) => written !== '').length;
}

/** A day that was named apart from the activity is that of the activity. */
function isOnItsDay({ 当天: day, 活动: activity }: Match['slots'], context: Context): boolean {
  return day === undefined || (activity !== undefined && isOnDay(activity, day, context));
}

/** Points that were named are those of the item, or the sentence means something else. */
function isWorth({ 分: points, 项号: item, 事项: deed }: Match['slots'], { rulebook }: Context): boolean {
  const named = rulebook.items.find(({ number }) => String(number) === (item ?? deed));
  const given = [named?.points, ...(named?.grades ?? []).map((grade) => grade.points)];
  return points === undefined || given.includes(Number(points));
}

/** 被评为市级先进个人: the one grade of a bonus that was said, wherever it stands. */
function withGrade(match: Match, form: Form, text: string, { rulebook }: Context): Match {
  const { 项号: item, 事项: deed, 级别: grade } = match.slots;
  const meant = rulebook.items.find(({ number }) => String(number) === (item ?? deed));
  const hasGrade = Object.values(form.words).some(({ label }) => label === gradeLabel);
  if (!hasGrade || (grade ?? '') !== '' || meant?.side !== 'bonus') return match;
  const [only, ...others] = meant.grades.map(({ label }) => label).filter((label) => text.includes(label));
  return only === undefined || others.length > 0
    ? match
    : { ...match, slots: { ...match.slots, [gradeLabel]: only } };
}

const gradeLabel = '级别';

function earnsPoints({ words, reads }: Form): boolean {
  return reads === false && Object.values(words).some(({ label }) => label === '项号');
}

interface Slot {
  readonly key: string;
  readonly word: Word<unknown>;
}

/**
 * The word that a slot fills: by its label, the beginning of it, or the key it has in the command.
 * @throws Error for a slot that is no word of the form
 */
export function wordOf(form: Form, name: string): Slot {
  const special = specialSlots[name];
  if (special === null) return { key: '', word: nothing };
  const label = special ?? name;
  const all = [...Object.entries(form.words), ...Object.entries(form.keywords)];
  const found =
    all.find(([key]) => key === name) ??
    all.find(([, word]) => word.label === label) ??
    all.find(([, word]) => word.label.startsWith(label));
  if (found === undefined) throw new Error(`a way of saying names ${name}, which its command does not have`);
  const [key, word] = found;
  return { key, word };
}

const nothing = word<string>('', () => ({ kind: 'absent' }));

/** The words in the order of the command, fixed ones behind them, keywords last. */
function lineOf({ name }: Command, form: Form, { slots, adds, reason }: Match): string {
  const written = new Map(Object.entries(slots).map(([slot, text]) => [wordOf(form, slot).key, text]));
  const parts = Object.entries(form.words).flatMap(([key, { label }]) => {
    const text = written.get(key) ?? (label === reasonLabel ? reason : undefined);
    return text === undefined ? [] : [text];
  });
  const named = Object.keys(form.keywords).flatMap((key) => {
    const text = written.get(key);
    return text === undefined ? [] : [`${key} ${text}`];
  });
  return [`/${name}`, ...form.lead.slice(0, 1), ...parts, ...adds, ...named]
    .filter((part) => part !== '')
    .join(' ');
}

export const reasonLabel = '事由';
const wideDigits = /[\uff10-\uff19]/gu;
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu;

function tidy(talk: string): string {
  return talk
    .replace(unseen, '')
    .replace(wideDigits, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[,﹐]/gu, '，')
    .trim();
}
