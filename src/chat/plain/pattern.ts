/**
 * A way of saying a command in ordinary words, as a command declares it: `{活动}(请|请个)假[,]{事由}`. `{…}` stands for a
 * word of the command, `(a|b)` for one of several, `[a]` may be left out, `<a&[b]>` stand in any order, and `{+全到}`
 * adds fixed words to the line without being said.
 */
type Piece =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'either'; readonly ways: readonly Pattern[] }
  | { readonly kind: 'anyOrder'; readonly parts: readonly Pattern[] }
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
  const several = (end: string, between = '|'): readonly Pattern[] => {
    const ways: Pattern[] = [];
    for (;;) {
      ways.push(sequence());
      const sign = characters[at];
      at += 1;
      if (sign === end) return ways;
      if (sign !== between) fail();
    }
  };
  const sequence = (): Pattern => {
    const pieces: Piece[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') pieces.push({ kind: 'said', text });
      text = '';
    };
    for (let sign = characters[at]; sign !== undefined && !'|)]&>'.includes(sign); sign = characters[at]) {
      at += 1;
      if (!'{([<'.includes(sign)) {
        text += sign;
        continue;
      }
      flush();
      if (sign === '(') pieces.push({ kind: 'either', ways: several(')') });
      else if (sign === '<') pieces.push({ kind: 'anyOrder', parts: several('>', '&') });
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
      case 'anyOrder':
        return piece.parts.flatMap(slotsOf);
      case 'said':
      case 'adds':
        return [];
    }
  });
}
