import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import { groupsOf } from '../../../domain/attendance/audience.js';
import { meant, type Purpose } from '../../../domain/attendance/references.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import type { Activity, Audience } from '../../../domain/attendance/rows.js';
import { dayReference } from '../../replies/attendance/activities.js';
import { rewrite, type Token } from '../line.js';
import { findPerson, memberNames } from '../people/names.js';
import { matterWord } from '../plain.js';

/** 支部大会#12, #12: the short number of an activity. */
const numberSuffix = /^#(\d{1,9})$/u;
/** 支部大会@11-28, 支部大会@2026-11-28, 支部大会@11-28-15:00 */
const daySuffix = /^@(?:(20\d\d)-)?(\d{1,2})-(\d{1,2})(?:-(\d{1,2})[:\uff1a](\d\d))?$/u;

const wholeAudiences: Readonly<Record<string, Audience>> = {
  全体: { kind: 'all' },
  全体党员: { kind: 'all' },
  在职: { kind: 'inService' },
  在职党员: { kind: 'inService' },
  支委: { kind: 'committee' },
};
/** Full-width comma and semicolon by their code points, as in names.ts. */
const nameJoiners = /[、,\uff0c;\uff1b]/u;

export const activityLabels = ({ activities }: Rulebook) => activities.kinds.map(({ label }) => label);

/** The kind of a new activity: 支部大会, 主题党日 … */
export const activityKind: Word<string> = word(
  '类型',
  ({ context, tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const { kinds } = context.rulebook.activities;
    const known = kinds.find(({ label }) => label === token.text);
    if (known !== undefined) return { kind: 'taken', value: known.id, next: at + 1 };
    const choices = kinds.map(({ label }) => label);
    return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '活动类型', choices } };
  },
  activityLabels,
);

/** One word. Anything after it that looks like an audience is asked about, never taken as part of the place. */
export const placeWord: Word<string> = word('地点', (input) => {
  const { line, tokens, at, end } = input;
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const next = tokens[at + 1];
  if (next !== undefined && at + 1 < end && looksLikeAudience(input, next)) {
    const lines = [rewrite(line, next, `对象 ${next.text}`)];
    return { kind: 'problem', problem: { code: 'audienceKeyword', text: next.text, lines } };
  }
  return { kind: 'taken', value: token.text, next: at + 1 };
});

function looksLikeAudience({ context }: WordInput, { text, named }: Token): boolean {
  if (named || Object.hasOwn(wholeAudiences, text) || groupsOf(context.facts).includes(text)) return true;
  return text.split(nameJoiners).every((name) => findPerson(context, name, 'member').kind !== 'none');
}

/** 全体, 在职, 支委, a group, or names. */
export const audienceWord: Word<Audience> = word('全体|在职|支委|第一小组|姓名', (input) => {
  const { context, tokens, at, end } = input;
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  if (!token.named && end === at + 1) {
    const whole = Object.hasOwn(wholeAudiences, token.text) ? wholeAudiences[token.text] : undefined;
    if (whole !== undefined) return { kind: 'taken', value: whole, next: end };
    if (groupsOf(context.facts).includes(token.text))
      return { kind: 'taken', value: { kind: 'group', group: token.text }, next: end };
    const choices = ['全体', '在职', '支委', ...groupsOf(context.facts), '姓名'];
    if (token.text.endsWith('组') && findPerson(context, token.text, 'member').kind === 'none')
      return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '参加对象', choices } };
  }
  const read = memberNames.read(input);
  if (read.kind !== 'taken') return read;
  return { ...read, value: { kind: 'persons', persons: read.value } };
});

/** A keyword without a value (自愿, 全到). */
export const flagWord: Word<boolean> = word('', ({ at }) => ({ kind: 'taken', value: true, next: at }));

/** A fixed word at this place: 是 */
export function fixedWord(text: string): Word<boolean> {
  return word(text, ({ tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    return token?.text === text && !token.named
      ? { kind: 'taken', value: true, next: at + 1 }
      : { kind: 'absent' };
  });
}

/**
 * An announced or recent activity. Where several fit, the lines to copy name the day.
 *
 * For leave nothing of the line is repeated: what follows the activity is a kind or a reason,
 * and the answer may go to the group.
 */
export function activityWord(purpose: Purpose): Word<number> {
  return { ...readActivity(purpose), begins: isActivity };
}

/** 支部大会, 支部大会@11-28, 支部大会#12; not #12, which may be a matter. */
function isActivity(text: string, rulebook: Rulebook): boolean {
  return activityLabels(rulebook).some((label) => isNamedAs(text, label));
}

function isNamedAs(text: string, label: string): boolean {
  return text === label || text.startsWith(`${label}@`) || text.startsWith(`${label}#`);
}

function readActivity(purpose: Purpose): Word<number> {
  return word(
    '活动',
    (input) => {
      const { context, tokens, at, end } = input;
      const token = at < end ? tokens[at] : undefined;
      if (token === undefined) return { kind: 'absent' };
      const fits = fitOf(input, token);
      const quoted = purpose === 'leave' ? '' : token.text;
      if (fits === undefined) return { kind: 'problem', problem: { code: 'noActivity', text: quoted } };
      const { facts, rulebook, now, actor } = context;
      const found = meant({ facts, rulebook, now, person: actor?.id ?? null }, purpose, fits);
      const [only, ...others] = found;
      if (only === undefined) return { kind: 'problem', problem: { code: 'noActivity', text: quoted } };
      if (others.length === 0) return { kind: 'taken', value: only.id, next: at + 1 };
      return whichOf(input, token, found, purpose === 'leave');
    },
    activityLabels,
  );
}

function fitOf({ context }: WordInput, { text }: Token): ((activity: Activity) => boolean) | undefined {
  const bare = numberSuffix.exec(text);
  if (bare !== null) return ({ id }) => id === Number(bare[1]);
  const kind = context.rulebook.activities.kinds.find(({ label }) => isNamedAs(text, label));
  if (kind === undefined) return undefined;
  const rest = text.slice(kind.label.length);
  const number = numberSuffix.exec(rest);
  if (number !== null) return (activity) => activity.kind === kind.id && activity.id === Number(number[1]);
  if (rest === '') return (activity) => activity.kind === kind.id;
  const day = daySuffix.exec(rest);
  if (day === null) return undefined;
  const [, year, month = '', date = '', hour, minute = ''] = day;
  const time = hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
  const monthDay = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return (activity) =>
    activity.kind === kind.id &&
    activity.at.slice(5, 10) === monthDay &&
    (year === undefined || activity.at.startsWith(year)) &&
    (time === undefined || activity.at.slice(11, 16) === time);
}

function whichOf(
  { context, line, tokens, at, end }: WordInput,
  token: Token,
  found: readonly Activity[],
  discreet: boolean,
): WordResult<number> {
  const label = context.rulebook.activities.kinds.find(({ id }) => id === found[0]?.kind)?.label ?? '';
  const days = found.map((activity) => activity.at.slice(0, 10));
  const shared = new Set(days).size < days.length;
  const twins = new Set(found.map(({ at: instant }) => instant)).size < found.length;
  const more = discreet && at + 1 < Math.max(end, tokens.length);
  const shown = more ? { ...line, text: line.text.slice(0, token.end) } : line;
  const lines = found.map((activity) =>
    rewrite(shown, token, twins ? `${label}#${activity.id}` : dayReference(label, activity.at, shared)),
  );
  const twinsTold = twins ? found : [];
  return { kind: 'problem', problem: { code: 'whichActivity', label, more, twins: twinsTold, lines } };
}

/** 事假, 公出, 病假, 产假. Written together with other words it is asked about, without repeating it. */
export const leaveKindWord: Word<string> = word(
  '公出|病假|产假',
  ({ context, tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined || token.named) return { kind: 'absent' };
    const { kinds } = context.rulebook.leave;
    const known = kinds.find(({ label }) => label === token.text);
    if (known !== undefined) return { kind: 'taken', value: known.id, next: at + 1 };
    const glued = kinds.some(({ label }) => token.text.startsWith(label));
    return glued ? { kind: 'problem', problem: { code: 'leaveKindGlued' } } : { kind: 'absent' };
  },
  ({ leave }) => leave.kinds.flatMap(({ id, label }) => (id === leave.defaultKind ? [] : [label])),
);

/**
 * The number of a leave. Anything else written there is not repeated, as it may be a
 * reason.
 */
export const leaveNumber: Word<number> = word('编号', (input) => {
  const read = matterWord.read(input);
  return read.kind === 'problem' ? { kind: 'absent' } : read;
});

/** 主持 李强, before the minutes. */
export const hostWord: Word<number> = word('主持 姓名', ({ context, tokens, at, end }) => {
  const lead = at < end ? tokens[at] : undefined;
  const token = at + 1 < end ? tokens[at + 1] : undefined;
  if (lead?.text !== '主持' || lead.named || token === undefined) return { kind: 'absent' };
  const found = findPerson(context, token.text, 'person');
  if (found.kind === 'found') return { kind: 'taken', value: found.person.id, next: at + 2 };
  return { kind: 'problem', problem: { code: 'unknownName', name: token.text, kind: 'person' } };
});
