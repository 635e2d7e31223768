import type { KindRules } from '../matters/kind.js';
import { readContent } from './adopted.js';
import type { ReadingMatter, RulebookMatter } from '../rulings/rows.js';

export const rulebook: KindRules<RulebookMatter> = {
  columns: [],
  isQuiet: () => false,
  hasNoSubject: true,
  /** Words were compared with the rulebook of that day: under another they would stand beside other items. */
  isReady: (_facts, { version }, { meetingOn, content }) =>
    meetingOn !== null || readContent(content)?.supersedes === version,
};
export const reading: KindRules<ReadingMatter> = { columns: [], isQuiet: () => false, hasNoSubject: true };
