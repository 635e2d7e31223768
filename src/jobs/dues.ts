import type { Push } from './job.js';

/** Dues: reminder, who is missing, drafts, ladder. */
export const duesPushes: readonly Push[] = [];
