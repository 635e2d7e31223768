import type { KindRules } from '../matters/kind.js';
import type { RulebookMatter } from '../rulings/rows.js';

export const rulebook: KindRules<RulebookMatter> = { columns: [], isQuiet: () => false };
