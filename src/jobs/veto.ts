import type { Push } from './job.js';

/** The ladder of six months without organisational life. */
export const ladderPushes: readonly Push[] = [];
