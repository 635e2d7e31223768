import type { Push } from './job.js';

/** Organisational life: progress, frequency of the kinds of activity, half-year check, report. */
export const lifePushes: readonly Push[] = [];
