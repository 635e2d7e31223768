/**
 * Whether a text is far beyond any rulebook or calendar. The parser recurses: near the end of the stack V8 ends the whole
 * process. It also compares the keys of a map in pairs, which takes a minute for 20 000.
 */
const mostNodes = 5_000;
const mostBrackets = 300;
/** Blanks, dashes and question marks that begin a line: each may open a level. */
const mostIndented = 200;

export function isOversized(text: string): boolean {
  const brackets = text.match(/[[{]/gu)?.length ?? 0;
  const nodes = text.match(/[,:\n\r]/gu)?.length ?? 0;
  const indents = text.match(/^[\s?-]+/gmu) ?? [];
  return brackets > mostBrackets || nodes > mostNodes || indents.some(({ length }) => length > mostIndented);
}
