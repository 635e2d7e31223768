import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Papers } from '../app/ports/papers.js';
import type { Reading } from '../app/ports/reading.js';
import { projectFolder } from '../project-folder.js';
import { createReading } from '../reading/reading.js';
import type { ThreadSettings } from './reading-thread.js';

/** The reading thread. Always the built script: Node 20 starts no worker from TypeScript. */
export function openReading(settings: ThreadSettings): Reading & Papers {
  return createReading(pathToFileURL(join(projectFolder(), 'dist/src/start/reading-thread.js')), settings);
}
