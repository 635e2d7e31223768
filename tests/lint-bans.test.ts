import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from './support/root.js';

const pure = ['commands', 'src/domain/points', 'src/app/year', 'src/chat/words', 'src/jobs', 'src/words'];
const ambient = ['new Date();', 'Date.now();', 'setTimeout(f);', 'process.env;', 'crypto.randomUUID();'];

/** A line, the folder it is written in, and the ban it meets there, if any. */
const cases: readonly (readonly [folder: string, line: string, ban: string | null])[] = [
  ...pure.flatMap((folder) => [
    ...ambient.map((line) => [folder, line, 'no-restricted-globals'] as const),
    [folder, 'Math.random();', 'no-restricted-properties'] as const,
  ]),
  ['src/store', 'Date.now();', 'no-restricted-globals'],
  ['src/store', 'process.env;', null],
  ['src/domain', "say('认定');", 'no-chinese'],
  ['src/app', 'say(`认定${no}`);', 'no-chinese'],
  ['src/jobs', "say('认定');", 'no-chinese'],
  ['src/store', "say('认定');", 'no-chinese'],
  ['src/chat/replies', "say('认定');", null],
  ['src/words', "say('认定');", null],
  ['commands', "say('认定');", null],
  ['commands', 'read(/[0-9]/u);', 'no-regular-expressions'],
  ['commands', "new RegExp('x');", 'no-regular-expressions'],
  ['src/chat/words', 'read(/[0-9]/u);', null],
];

interface Report {
  readonly diagnostics: readonly { readonly filename: string; readonly code: string }[];
}

let folder: string;
let report: Report;

/** All lines in one run, each in a file of its own, under a copy of the rules. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-lint-'));
  for (const file of ['.oxlintrc.json', 'src/cli/test/house-rules.mjs'])
    cpSync(join(root, file), join(folder, file));
  for (const [at, [place, line]] of cases.entries()) {
    const file = join(folder, place, `example-${at}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, line);
  }
  const words = [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  report = JSON.parse(stdout) as Report;
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(cases.map((one, at) => [...one, at] as const))('in %s, “%s” meets %s', (place, _, ban, at) => {
  const met = report.diagnostics.filter(({ filename }) => filename === `${place}/example-${at}.ts`);
  const bans = met
    .map(({ code }) => code.replace(/^.*\(|\)$/gu, ''))
    .filter((code) => code.startsWith('no-re') || code === 'no-chinese');
  expect(bans).toEqual(ban === null ? [] : [ban]);
});
