import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A compiled module. A transcript's bot is a process started from dist, so tests of processes use the compiled player
 * (`npm test` builds before it tests).
 */
export async function built<M>(path: string): Promise<M> {
  return (await import(/* @vite-ignore */ new URL(`../../dist/src/${path}`, import.meta.url).href)) as M;
}
