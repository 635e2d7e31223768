import { ESLint, Linter } from 'eslint';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/root.js';

const eslint = new ESLint({ cwd: root });
const bans = ['no-restricted-globals', 'no-restricted-properties', 'no-restricted-syntax'] as const;

/** How often each ban of eslint.config.js fires for this line, were it written in `folder`. */
async function fires(folder: string, line: string): Promise<readonly string[]> {
  const config = (await eslint.calculateConfigForFile(join(root, folder, 'example.ts'))) as Linter.Config;
  const rules = Object.fromEntries(bans.map((ban) => [ban, config.rules?.[ban] ?? 'off']));
  return new Linter().verify(line, [{ rules }]).map(({ ruleId, message }) => ruleId ?? message);
}

const pure = ['commands', 'src/domain/points', 'src/app/year', 'src/chat/words', 'src/jobs', 'src/words'];

it.each(pure)('%s sees no clock, no chance and no process', async (folder) => {
  for (const line of ['new Date();', 'Date.now();', 'setTimeout(f);', 'process.env;', 'crypto.randomUUID();'])
    expect(await fires(folder, line), line).toEqual(['no-restricted-globals']);
  expect(await fires(folder, 'Math.random();')).toEqual(['no-restricted-properties']);
});

it.each([
  ['src/domain', "say('认定');", true],
  ['src/app', 'say(`认定${no}`);', true],
  ['src/jobs', "say('认定');", true],
  ['src/store', "say('认定');", true],
  ['src/chat/replies', "say('认定');", false],
  ['src/words', "say('认定');", false],
  ['commands', "say('认定');", false],
  ['commands', 'read(/[0-9]/u);', true],
  ['commands', "new RegExp('x');", true],
  ['src/chat/words', 'read(/[0-9]/u);', false],
])('in %s, %s is banned: %s', async (folder, line, isBanned) => {
  expect(await fires(folder, line)).toEqual(isBanned ? ['no-restricted-syntax'] : []);
});
