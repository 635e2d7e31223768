import { fileURLToPath } from 'node:url';

/** The folder that holds prisma/ and rulebooks/: two levels up from dist/src, one from src. */
export function projectFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return here.includes('/dist/') || here.includes('\\dist\\')
    ? fileURLToPath(new URL('../../', import.meta.url))
    : fileURLToPath(new URL('../', import.meta.url));
}
