/** `npm test -- --changed`: what it chooses in a small clone of this house. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { freshFolder } from '../support/processes/bot-server.js';

interface Touched {
  readonly tests: readonly string[];
  readonly transcripts: readonly string[];
  readonly left: number;
}
const program = new URL('../../src/cli/test/touched.mjs', import.meta.url);
const { touchedSince } = (await import(program.href)) as {
  touchedSince: (root: string, since: string) => Touched;
};

const files: Readonly<Record<string, string>> = {
  'src/domain/sum.ts': 'export const sum = 1;\n',
  'src/domain/other.ts': 'export const other = 1;\n',
  'src/app/points/count.ts': "import { sum } from '../../domain/sum.js';\nexport const count = sum;\n",
  'src/chat/replies/points.ts': 'export const said = `支部现有党员若干名。`;\n',
  'commands/count.ts':
    "import { count } from '../src/app/points/count.js';\nexport const command = {\n  name: '人数',\n  count,\n};\n",
  'tests/sums/sum.test.ts': "import { sum } from '../../src/domain/sum.js';\nvoid sum;\n",
  'tests/others/other.test.ts': "import { other } from '../../src/domain/other.js';\nvoid other;\n",
  'tests/says/said.test.ts': "const said = '支部现有党员若干名。';\nvoid said;\n",
  'tests/transcripts/count.chat': '张三> /人数\n机器人> 支部现有党员若干名。\n',
  'tests/transcripts/help.chat': '张三> /帮助\n机器人> 可以问的有……\n',
};

const place = freshFolder();
afterAll(() => place.remove());
const clone = join(place.folder, 'clone');
const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: clone, stdio: 'pipe' });

beforeEach(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    writeFileSync(join(clone, path), text);
  }
  git('init', '--quiet');
  git('add', '--all');
  const by = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  git(...by, 'commit', '--quiet', '--allow-empty', '--message', 'all');
});

const change = (path: string, text: string) => appendFileSync(join(clone, path), text);
const chosen = () => touchedSince(clone, 'HEAD');

it('GIVEN nothing changed THEN nothing is run', () => {
  expect(chosen()).toEqual({ tests: [], transcripts: [], left: 0 });
});

it('GIVEN code changed THEN the tests that import it and the transcripts that type its command are run', () => {
  change('src/domain/sum.ts', 'export const more = 2;\n');
  expect(chosen()).toEqual({ tests: ['tests/sums/sum.test.ts'], transcripts: ['count.chat'], left: 0 });
});

it('GIVEN a sentence changed THEN whoever says it is run', () => {
  writeFileSync(join(clone, 'src/chat/replies/points.ts'), 'export const said = `党员共若干名。`;\n');
  const { tests, transcripts } = chosen();
  expect(tests).toEqual(['tests/says/said.test.ts']);
  expect(transcripts).toEqual(['count.chat']);
});

it('GIVEN a new test and a changed transcript THEN both are run', () => {
  writeFileSync(join(clone, 'tests/others/new.test.ts'), 'export {};\n');
  change('tests/transcripts/help.chat', '张三> /帮助\n');
  expect(chosen()).toEqual({ tests: ['tests/others/new.test.ts'], transcripts: ['help.chat'], left: 0 });
});
