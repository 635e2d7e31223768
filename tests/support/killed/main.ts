/**
 * A transcript's bot as `src/cli/play/bot-main.ts`, to be kept as a startup snapshot: all code is loaded, and the
 * rulebook read, once for the hundreds of processes that are killed.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startupSnapshot } from 'node:v8';
import type { LoadedRulebook } from '../../../src/domain/rulebook/adopted.js';
import { projectFolder } from '../../../src/project-folder.js';
import { serveParent } from '../../../src/cli/play/serve.js';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';

let rulebook: LoadedRulebook | undefined;
void loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml')).then((loaded) => (rulebook = loaded));

startupSnapshot.setDeserializeMainFunction(() => {
  const [databaseFile = '', , clock = ''] = process.argv.slice(2);
  const killer = process.env['KILLER'];
  if (killer !== undefined) createRequire(import.meta.url)(killer);
  if (rulebook === undefined) throw new Error('the rulebook was not read in time');
  void serveParent(databaseFile, rulebook, clock);
});
