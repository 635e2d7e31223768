import type { Who } from '../who.js';

/** Who may come to the door of a ruling; whether he may rule this matter, four eyes decide. */
export const rulers = ['secretary', 'deputySecretary', 'superior'] as const satisfies Who;
