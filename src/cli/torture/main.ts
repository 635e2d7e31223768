/** `npm run torture`: the bot under everything that can go wrong, beside an independent model (docs/adr/0019-torture.md). */
import { join } from 'node:path';
import { projectFolder } from '../../project-folder.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';
import { emptyReport } from './report.js';
import { torture } from './live/run.js';
import { simulate } from './sim/run.js';

const word = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};

const seed = word('--seed', 1);
const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));
const report = emptyReport();
const begun = performance.now();
if (process.argv.includes('--simulated')) {
  const size = { days: word('--days', 1000), branches: word('--branches', 10), talk: word('--talk', 0.25) };
  await simulate({ seed, ...size, from: '2023-01-03' }, rulebook, report);
} else await torture({ seed, minutes: word('--minutes', 10), steps: word('--steps', Infinity) }, report);
const { violations, said, ...figures } = report;
for (const violation of violations) process.stderr.write(`${violation}\n`);
if (said !== '') process.stderr.write(`said ${said}\n`);
const minutes = Math.round((performance.now() - begun) / 600) / 100;
process.stdout.write(`${JSON.stringify({ seed, minutes, ...figures, violations: violations.length })}\n`);
process.exitCode = violations.length === 0 ? 0 : 1;
