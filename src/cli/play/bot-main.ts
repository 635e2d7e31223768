/** A transcript's stage in a process of its own, to be killed at any moment. */
import { loadRulebook } from '../../start/files/rulebook-file.js';
import { serveParent } from './serve.js';

const [databaseFile = '', rulebookFile = '', clock = ''] = process.argv.slice(2);
await serveParent(databaseFile, await loadRulebook(rulebookFile), clock);
