import type { Push } from './job.js';

/** Objections that wait for an answer. */
export const objectionPushes: readonly Push[] = [];
