/**
 * A way of saying a command in ordinary words, as a command declares it: `{活动}(请|请个)假[,]{事由}`. `{…}` stands for a
 * word of the command, `(a|b)` for one of several, `[a]` may be left out, and `{+全到}` adds fixed words to the line
 * without being said.
 */
type Piece =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'either'; readonly ways: readonly Pattern[] }
  | { readonly kind: 'adds'; readonly text: string };

export type Pattern = readonly Piece[];

/** @throws Error for brackets that do not close: the bot does not start. */
export function patternOf(written: string): Pattern {
  const characters = Array.from(written);
  let at = 0;
  const fail = (): never => {
    throw new Error(`a way of saying with a wrong bracket: ${written}`);
  };
  const until = (end: string): string => {
    const close = characters.indexOf(end, at);
    if (close === -1) fail();
    const text = characters.slice(at, close).join('');
    at = close + 1;
    return text;
  };
  const several = (end: string): readonly Pattern[] => {
    const ways: Pattern[] = [];
    for (;;) {
      ways.push(sequence());
      const sign = characters[at];
      at += 1;
      if (sign === end) return ways;
      if (sign !== '|') fail();
    }
  };
  const sequence = (): Pattern => {
    const pieces: Piece[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') pieces.push({ kind: 'said', text });
      text = '';
    };
    for (let sign = characters[at]; sign !== undefined && !'|)]'.includes(sign); sign = characters[at]) {
      at += 1;
      if (!'{(['.includes(sign)) {
        text += sign;
        continue;
      }
      flush();
      if (sign === '(') pieces.push({ kind: 'either', ways: several(')') });
      else if (sign === '[') pieces.push({ kind: 'either', ways: [...several(']'), []] });
      else pieces.push(inBraces(until('}')));
    }
    flush();
    return pieces;
  };
  const pattern = sequence();
  return at === characters.length ? pattern : fail();
}

function inBraces(text: string): Piece {
  return text.startsWith('+') ? { kind: 'adds', text: text.slice(1) } : { kind: 'slot', name: text };
}

/** The names of the slots of a pattern. */
export function slotsOf(pattern: Pattern): readonly string[] {
  return pattern.flatMap((piece) => {
    switch (piece.kind) {
      case 'slot':
        return [piece.name];
      case 'either':
        return piece.ways.flatMap(slotsOf);
      case 'said':
      case 'adds':
        return [];
    }
  });
}

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
}

/** A whole sentence, eaten. */
export interface Match {
  readonly slots: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly own?: string;
  readonly adds: readonly string[];
  readonly free: number;
}

/** What stands at a place: how far fillers reach, and what a slot can be there. */
interface Ground {
  readonly text: string;
  /** Every place that is reached by passing over fillers, the place itself included. */
  readonly past: (at: number) => readonly number[];
  readonly fill: (slot: string, at: number) => readonly Filling[];
}

/** Whether the words that the pattern cannot do without stand in the text at all. */
function mayFit(pattern: Pattern, text: string): boolean {
  return pattern.every((piece) => {
    switch (piece.kind) {
      case 'said':
        return text.includes(piece.text);
      case 'either':
        return piece.ways.some((way) => mayFit(way, text));
      case 'slot':
      case 'adds':
        return true;
    }
  });
}

/** Every way in which the pattern eats the whole sentence. */
export function matches(pattern: Pattern, ground: Ground): readonly Match[] {
  if (!mayFit(pattern, ground.text)) return [];
  const found: Match[] = [];
  walk(pattern, 0, { slots: {}, adds: [], free: 0 }, ground, (end, match) => {
    if (ground.past(end).includes(ground.text.length)) found.push(match);
  });
  return found;
}

function walk(
  pattern: Pattern,
  at: number,
  match: Match,
  ground: Ground,
  then: (end: number, match: Match) => void,
): void {
  const [piece, ...rest] = pattern;
  if (piece === undefined) {
    then(at, match);
    return;
  }
  const on = (end: number, more: Match): void => {
    walk(rest, end, more, ground, then);
  };
  switch (piece.kind) {
    case 'adds':
      on(at, { ...match, adds: [...match.adds, piece.text] });
      return;
    case 'said':
      for (const start of ground.past(at))
        if (ground.text.startsWith(piece.text, start)) on(start + piece.text.length, match);
      return;
    case 'either':
      for (const way of piece.ways) walk(way, at, match, ground, on);
      return;
    case 'slot':
      for (const start of ground.past(at))
        for (const { written, end, free, ...more } of ground.fill(piece.name, start)) {
          // A reason begins where the words before it end: what only leads to it is taken off by itself.
          if (piece.name in match.slots || (free > 0 && start !== at)) continue;
          const slots = { ...match.slots, [piece.name]: written };
          on(end, { ...match, ...more, slots, free: match.free + free });
        }
  }
}
