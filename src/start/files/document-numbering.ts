/** The numbers that Word puts before the lines of a list: they stand nowhere in the text. */
import { pieces, valueIn } from './xml-pieces.js';

export interface Numbering {
  /** `7、` for the next line of this list; empty for bullets, Chinese numerals and lower levels. */
  next(list: string, level: string): string;
}

interface List {
  readonly abstract: string;
  /** Where it starts over. */
  start: number | undefined;
}

export function readNumbering(xml: string): Numbering {
  const { lists, starts } = read(xml);
  const counted = new Map<string, number>();
  return {
    next: (id, level) => {
      const list = lists.get(id);
      const first = list === undefined ? undefined : starts.get(list.abstract);
      if (list === undefined || first === undefined || level !== '0') return '';
      const before = list.start === undefined ? counted.get(list.abstract) : list.start - 1;
      list.start = undefined;
      const number = (before ?? first - 1) + 1;
      counted.set(list.abstract, number);
      return `${number}、`;
    },
  };
}

/** Lists by their id, and where the decimal ones begin. */
function read(xml: string) {
  const lists = new Map<string, List>();
  const starts = new Map<string, number>();
  let [abstract, list, level, start, isDecimal] = ['', '', '', 1, false];
  for (const piece of pieces(xml)) {
    if (piece.kind === 'text') continue;
    const { name, attributes, isEnd } = piece;
    const value = valueIn(attributes, 'w:val') ?? '';
    if (isEnd) {
      if (name === 'w:lvl' && level === '0' && isDecimal) starts.set(abstract, start);
    } else if (name === 'w:abstractNum') abstract = valueIn(attributes, 'w:abstractNumId') ?? '';
    else if (name === 'w:lvl') {
      level = valueIn(attributes, 'w:ilvl') ?? '';
      [start, isDecimal] = [1, false];
    } else if (name === 'w:start') start = Number(value);
    else if (name === 'w:numFmt') isDecimal = value.startsWith('decimal');
    else if (name === 'w:num') list = valueIn(attributes, 'w:numId') ?? '';
    else if (name === 'w:abstractNumId') lists.set(list, { abstract: value, start: undefined });
    else if (name === 'w:lvlOverride') level = valueIn(attributes, 'w:ilvl') ?? '';
    else if (name === 'w:startOverride' && level === '0') {
      const known = lists.get(list);
      if (known !== undefined) known.start = Number(value);
    }
  }
  return { lists, starts };
}
