import type { KindRules } from '../matters/kind.js';
import type { LeaveMatter } from '../rulings/rows.js';

export const leave: KindRules<LeaveMatter> = {
  columns: ['activity'],
  isQuiet: () => true,
  fallsWithLeaving: true,
};
