import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds prisma/ and rulebooks/, for source and build alike, wherever it lies. */
export function projectFolder(from: string = fileURLToPath(import.meta.url)): string {
  let folder = dirname(from);
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`);
    folder = dirname(folder);
  }
  return join(folder, '/');
}
