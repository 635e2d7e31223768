import type { KindRules } from '../matters/kind.js';
import type { ReadingMatter, RulebookMatter } from '../rulings/rows.js';

export const rulebook: KindRules<RulebookMatter> = { columns: [], isQuiet: () => false, hasNoSubject: true };
export const reading: KindRules<ReadingMatter> = { columns: [], isQuiet: () => false, hasNoSubject: true };
