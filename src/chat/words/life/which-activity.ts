import { meant, type Purpose } from '../../../domain/attendance/references.js';
import { addDays, dateOf } from '../../../domain/period/civil.js';
import { announcedIn, isDueAt } from '../../../domain/attendance/standing.js';
import type { Activity } from '../../../domain/attendance/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import { dayReference } from '../../replies/attendance/activities.js';
import { spacedDate } from '../../../words/dates.js';
import { cutToken, rewrite, type Token } from '../line.js';
import { activityLines, referenceTo } from './activity-lines.js';
import type { Context } from '../../../app/use-case.js';
import { dayIn, isNearKind, isOn, isPlanning, isTime, mayBeName, namedIn } from './activity-named.js';
import { activityLabels, kindCalled, kindInFront } from './kinds.js';

/**
 * An announced or recent activity: by its kind, its day, or both. Where several fit, the lines to copy name the day.
 * Left out it is the only one that can be meant.
 *
 * For leave a kind or a reason follows: lines that repeat it are answered in private.
 */
export function activityWord(purpose: Purpose): Word<number> {
  return { ...readActivity(purpose), begins: isActivity };
}

/** 支部大会, 支部大会@11-28, 支部大会#12; not #12, which may be a matter. */
function isActivity(text: string, rulebook: Rulebook): boolean {
  const [called = ''] = text.split(/[@#]/u);
  return called !== '' && kindCalled(rulebook, called) !== undefined;
}

function readActivity(purpose: Purpose): Word<number> {
  return word(
    '活动',
    (input) => {
      const { context, tokens, at } = input;
      const token = at < input.end ? tokens[at] : undefined;
      const named = token === undefined ? undefined : namedIn(input, purpose);
      if (token === undefined || named === undefined) {
        const omitted = input.leniency === 'omitting' ? leftOut(input, purpose) : undefined;
        if (omitted !== undefined) return omitted;
        return token === undefined ? { kind: 'absent' } : noActivity(input, token, purpose);
      }
      const found = meant(askingIn(context), purpose, named.fits);
      const [only, ...others] = found;
      const end = tokens[named.next - 1]?.end ?? token.end;
      const gone = cancelledLately(input, named.fits);
      if (gone !== undefined && (only === undefined || (isAhead(purpose) && found.every(isClosed))))
        return cancelled(gone, purpose, context);
      if (only === undefined) return noActivity(input, token, purpose, end);
      if (others.length === 0) return { kind: 'taken', value: only.id, next: named.next };
      return whichOf(input, { ...token, end }, found, purpose === 'leave');
    },
    activityLabels,
    ({ context, tokens, at }) => {
      const text = tokens[at]?.text ?? '';
      const front = kindInFront(context.rulebook, text);
      if (front === undefined) return undefined;
      const rest = text.slice(front.name.length);
      const which = /^(?:@[\d:：-]+|#\d+)/u.exec(rest)?.[0] ?? '';
      // 支部大会@周五: what says which one is never cut off and taken for a reason.
      if (which === '' && /^[@#]/u.test(rest)) return undefined;
      const drop = /^[，,、：:。；;]*/u.exec(rest.slice(which.length))?.[0].length ?? 0;
      return cutToken(tokens, at, front.name.length + which.length, { drop });
    },
  );
}

/** @param end where what was understood as its name ends; what follows is repeated in the lines to copy */
function noActivity(input: WordInput, token: Token, purpose: Purpose, end?: number): WordResult<number> {
  const isLeave = purpose === 'leave';
  const { context, line, tokens, at } = input;
  // /改期 9月19日15:00, /改期 9月19日 15:00: nothing of it is the activity.
  const isAllTime = isPlanning(purpose) && isTime(input, at);
  // 学习了党章 is no name at all: only what may be one is replaced.
  const isName = !isYes(token, purpose) && !isAllTime && mayBeName(input, token);
  const from = isName ? tokens[at + 1] : token;
  const behind = from === undefined ? '' : ` ${line.text.slice(from.start)}`;
  const rest = end === undefined || isAllTime ? behind : line.text.slice(end);
  const head = line.text.slice(0, token.start).trimEnd();
  // 明天的活动取消: where there is none on that day, no other one is meant.
  const isOtherDay = isPlanning(purpose) && isName && dayIn(input, token.text) !== undefined;
  const lines = isOtherDay ? [] : activityLines(context, head, purpose).map((each) => `${each}${rest}`);
  const text = isLeave || !isName ? '' : line.text.slice(token.start, end ?? token.end);
  return { kind: 'problem', problem: { code: 'noActivity', text, reason: isLeave && rest !== '', lines } };
}

const isClosed = ({ state }: Activity) => state === 'closed';
/** Rather the one that was to come than one long closed. */
const isAhead = (purpose: Purpose) => isPlanning(purpose) || purpose === 'checkIn' || purpose === 'register';

/** How long ago one was to be held that is still meant. */
const lately = 7;

function cancelledLately(
  { context: { facts, today } }: WordInput,
  fits: (activity: Activity) => boolean,
): Activity | undefined {
  return facts
    .all('activity')
    .filter((one) => one.state === 'cancelled' && fits(one) && dateOf(one.at) >= addDays(today, -lately))
    .at(-1);
}

/** No other one is offered in its place; who plans is told how to announce it again. */
function cancelled(activity: Activity, purpose: Purpose, { now }: Context): WordResult<number> {
  const isToCome = isPlanning(purpose) && activity.at > now;
  return { kind: 'problem', problem: { code: 'activityCancelled', activity, isToCome } };
}

/** `/结束 是` answers what was asked: it names no activity. */
const isYes = ({ text }: Token, purpose: Purpose) => purpose === 'register' && text === '是';

function askingIn({ facts, rulebook, now, actor }: WordInput['context']) {
  return { facts, rulebook, now, person: actor?.id ?? null };
}

/** The only activity that the speaker can mean without naming it; several are asked about. */
function leftOut(input: WordInput, purpose: Purpose): WordResult<number> | undefined {
  const { context, line, tokens, at } = input;
  const { facts, rulebook, now, today } = context;
  const open = announcedIn(facts);
  const token = at < input.end ? tokens[at] : undefined;
  // A misspelt name is not a reason.
  const misspelt = (one: Token) =>
    purpose !== 'leave' || one.glued === true || isNearKind(rulebook, one.text);
  if (token !== undefined && !isYes(token, purpose) && misspelt(token)) return undefined;
  const own = (one: Activity) => context.actor !== null && isDueAt(facts, one, context.actor.id);
  const possible =
    purpose === 'leave'
      ? open.filter((one) => one.at > now && own(one))
      : purpose === 'register'
        ? open.filter((one) => isOn(one, today))
        : [];
  const [only, ...others] = possible.sort((one, other) => (one.at < other.at ? -1 : 1));
  if (only === undefined) return undefined;
  if (others.length === 0) return { kind: 'taken', value: only.id, next: at };
  const head = `/${line.name}`;
  const rest = line.text.slice(head.length);
  const dayOf = ({ at: instant }: Activity) =>
    rest.trim() === '' ? `（${spacedDate(instant.slice(0, 10), today)}）` : '';
  const lines = possible.map((one) => `${head} ${referenceTo(facts, one, rulebook)}${dayOf(one)}${rest}`);
  return {
    kind: 'problem',
    problem: {
      code: 'whichActivity',
      label: '',
      twins: [],
      reason: purpose === 'leave' && token !== undefined,
      lines,
    },
  };
}

function whichOf(
  { context, line, tokens, at, end }: WordInput,
  token: Token,
  found: readonly Activity[],
  discreet: boolean,
): WordResult<number> {
  const kinds = context.rulebook.activities.kinds;
  const labelOf = (activity: Activity) => kinds.find(({ id }) => id === activity.kind)?.label ?? '';
  const labels = [...new Set(found.map(labelOf))];
  const alike = labels.length === 1;
  const days = found.map((activity) => activity.at.slice(0, 10));
  const shared = alike && new Set(days).size < days.length;
  const twins = alike && new Set(found.map(({ at: instant }) => instant)).size < found.length;
  const reason = discreet && at + 1 < Math.max(end, tokens.length);
  const lines = found.map((one) =>
    rewrite(line, token, twins ? `${labelOf(one)}#${one.id}` : dayReference(labelOf(one), one.at, shared)),
  );
  const label = alike ? (labels[0] ?? '') : '';
  const twinsTold = twins ? found : [];
  return {
    kind: 'problem',
    problem: { code: 'whichActivity', label, twins: twinsTold, reason, lines },
  };
}
