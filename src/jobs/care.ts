import type { Push } from './job.js';

/** Visits before the festivals. */
export const carePushes: readonly Push[] = [];
