import type { KindRules } from '../matters/kind.js';
import type { BindingMatter, ExemptionMatter } from '../rulings/rows.js';

export const binding: KindRules<BindingMatter> = {
  columns: [],
  isQuiet: () => false,
  fallsWithLeaving: true,
};

/** Nothing is ruled without the member's own consent (annex 1, first paragraph). */
export const exemption: KindRules<ExemptionMatter> = {
  columns: [],
  isQuiet: () => true,
  isReady: (_facts, _rulebook, { consentedAt }) => consentedAt !== null,
  fallsWithLeaving: true,
};
