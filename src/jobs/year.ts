import type { Push } from './job.js';

/** The year end: its start, the end of its public notice. */
export const yearPushes: readonly Push[] = [];
