/** Whether dist holds what the sources say, and how it is made again. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePrograms } from './bundle.mjs';
import { filesUnder, readStamp, removeStamp, stampOf, writeStamp } from './stamps.mjs';

const generated = 'src/reading/generated/';
const stampFile = 'dist/.stamp';

/**
 * @param {string} root of the clone
 * @returns {boolean} whether every file of the last build is there and no source has changed since
 */
export function isBuilt(root) {
  const [stamp, ...files] = (readStamp(join(root, stampFile)) ?? '').split('\n');
  return stamp === sourceStamp(root) && files.every((file) => existsSync(join(root, file)));
}

/** @throws {Error} after the errors were printed */
export async function build(root) {
  const stamp = sourceStamp(root);
  removeStamp(join(root, stampFile));
  const files = await bundlePrograms(root);
  for (const file of filesUnder(root, 'dist')) if (!files.includes(file)) rmSync(join(root, file));
  writeStamp(join(root, stampFile), [stamp, ...files].join('\n'));
}

/** What dist is made from. The generated client is large, so the stamp of its schema stands for it. */
export function sourceStamp(root) {
  const sources = [...filesUnder(root, 'src'), ...filesUnder(root, 'commands')].filter(
    (file) => !file.startsWith(generated),
  );
  return stampOf(
    root,
    [...sources, 'tsconfig.json', 'package-lock.json'],
    [readStamp(join(root, `${generated}.stamp`))],
  );
}
