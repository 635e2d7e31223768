/** How a pattern eats a whole sentence: every way in which its slots can be filled. */
import type { Pattern } from './pattern.js';

/** One thing that a slot can be at some place, as it is written in a line. */
export interface Filling {
  readonly written: string;
  readonly end: number;
  /** Characters of free text in it. */
  readonly free: number;
  /** Serves as the reason where none is said: the title by which an item was named. */
  readonly reason?: string;
  /** Testimony, as it was said. */
  readonly own?: string;
  /** What it adds behind the words of the line. */
  readonly adds?: string;
}

/** A whole sentence, eaten. */
export interface Match {
  readonly slots: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly own?: string;
  readonly adds: readonly string[];
  readonly free: number;
  /** Its reason ends where a clause ends, so that another clause may go on with it. */
  readonly isPiece?: boolean;
}

/** What is at a place: how far fillers reach, and what a slot can be there. */
interface Ground {
  readonly text: string;
  /** Every place that is reached by passing over fillers, the place itself included. */
  readonly past: (at: number) => readonly number[];
  readonly fill: (slot: string, at: number) => readonly Filling[];
  /** Whether the slot can be anything anywhere in the text. */
  readonly holds: (slot: string) => boolean;
}

/** Whether the text has what the pattern cannot do without. */
function mayFit(pattern: Pattern, ground: Ground): boolean {
  return pattern.every((piece) => {
    switch (piece.kind) {
      case 'said':
        return piece.text === pause || ground.text.includes(piece.text);
      case 'either':
        return piece.ways.some((way) => mayFit(way, ground));
      case 'anyOrder':
        return piece.parts.every((part) => mayFit(part, ground));
      case 'slot':
        return ground.holds(piece.name);
      case 'adds':
        return true;
    }
  });
}

/** Every way in which the pattern eats the whole sentence. */
export function matches(pattern: Pattern, ground: Ground): readonly Match[] {
  // Words first, which cost less than slots.
  if (!mayFit(pattern, { ...ground, holds: () => true }) || !mayFit(pattern, ground)) return [];
  const found: Match[] = [];
  const walker = { ground, dead: new Map<unknown, Set<number>>() };
  walk(pattern, 0, { slots: {}, adds: [], free: 0 }, walker, (end, match) => {
    const isWhole = ground.past(end).includes(ground.text.length);
    if (isWhole) found.push(match);
    return isWhole;
  });
  return found;
}

/** Between two clauses. */
const pause = '，';
/** Where somebody who dictates makes no mark: 党课取消吧老师病了. */
const endsSpoken = /(?:吧|(?<!不)了|啦|哈|呗)$/u;

/** 通知下周一: 下 belongs to the day. */
export function splitsDay(text: string, end: number): boolean {
  return /^[下上][周星礼]/u.test(text.slice(end - 1)) && text.charAt(end - 2) !== '一';
}

/** What a second piece of a reason costs: one piece is read wherever it can be. */
const costOfPiece = 3;

const endsClause = (text: string, end: number): boolean =>
  end === text.length ||
  /[，,。；;！!\s]/u.test(text.charAt(end)) ||
  /[，,。；;！!\s]/u.test(text.charAt(end - 1));

interface Walker {
  readonly ground: Ground;
  /** Which parts in any order were left where nothing came of it: never tried again. */
  readonly dead: Map<unknown, Set<number>>;
}

/** Goes on from where a piece ends. @returns whether it came to an end of the sentence */
type Then = (end: number, match: Match) => boolean;

function walk(pattern: Pattern, at: number, match: Match, walker: Walker, then: Then): boolean {
  const [piece, ...rest] = pattern;
  if (piece === undefined) return then(at, match);
  const on: Then = (end, more) => walk(rest, end, more, walker, then);
  const { ground } = walker;
  switch (piece.kind) {
    case 'adds':
      return on(at, { ...match, adds: [...match.adds, piece.text] });
    case 'said': {
      const isUnmarked = piece.text === pause && endsSpoken.test(ground.text.slice(0, at));
      return any(
        ground.past(at),
        (start) =>
          (isUnmarked && start === at && on(at, match)) ||
          (ground.text.startsWith(piece.text, start) &&
            !splitsDay(ground.text, start + piece.text.length) &&
            on(start + piece.text.length, match)),
      );
    }
    case 'either':
      return any(piece.ways, (way) => walk(way, at, match, walker, on));
    case 'anyOrder':
      return inAnyOrder(piece.parts, (1 << piece.parts.length) - 1, at, match, walker, on);
    case 'slot':
      return any(ground.past(at), (start) =>
        any(ground.fill(piece.name, start), ({ written, end, free, adds, ...more }) => {
          // A reason begins where the words before it end: what only leads to it is taken off by itself.
          if (free > 0 && start !== at) return false;
          const before = match.slots[piece.name];
          // 腿疼，主题党日爬不动，请个假: a reason may be said in two pieces, where it cannot be one.
          if (before !== undefined && (free === 0 || more.own !== undefined)) return false;
          const isPiece = endsClause(ground.text, end);
          if (before !== undefined && !(isPiece && match.isPiece === true)) return false;
          const whole = before === undefined ? written : `${before}，${written}`;
          const slots = { ...match.slots, [piece.name]: whole };
          const added = adds === undefined ? match.adds : [...match.adds, adds];
          return on(end, {
            ...match,
            ...more,
            ...(free > 0 ? { isPiece } : {}),
            slots,
            adds: added,
            free: match.free + free + (before === undefined ? 0 : costOfPiece),
          });
        }),
      );
  }
}

/** Tries all of them, also after one that came to an end. */
function any<T>(all: readonly T[], found: (one: T) => boolean): boolean {
  let some = false;
  for (const one of all) if (found(one)) some = true;
  return some;
}

/**
 * Each part once, in whatever order they stand; what may be left out is left out where nothing of it was said.
 * @param left a bit for each part that was not yet said
 */
function inAnyOrder(
  parts: readonly Pattern[],
  left: number,
  at: number,
  match: Match,
  walker: Walker,
  then: Then,
): boolean {
  const dead = walker.dead.get(parts) ?? new Set<number>();
  walker.dead.set(parts, dead);
  const here = at * 2 ** parts.length + left;
  if (dead.has(here)) return false;
  const isLeft = (index: number): boolean => (left & (1 << index)) !== 0;
  const isDone = parts.every((part, index) => !isLeft(index) || isOptional(part)) && then(at, match);
  const goesOn = any([...parts.keys()], (index) => {
    const part = parts[index];
    if (part === undefined || !isLeft(index)) return false;
    return walk(part, at, match, walker, (end, more) => {
      const isSaid = more !== match || end !== at;
      return isSaid && inAnyOrder(parts, left & ~(1 << index), end, more, walker, then);
    });
  });
  if (!isDone && !goesOn) dead.add(here);
  return isDone || goesOn;
}

function isOptional(part: Pattern): boolean {
  return part.every((piece) => piece.kind === 'either' && piece.ways.some(isOptional));
}
