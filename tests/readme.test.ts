import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'zhibu-readme-'));

interface Example {
  readonly document: string;
  /** Of the first line inside the block. */
  readonly line: number;
  readonly text: string;
}

/** Every block that a document marks as ```chat. They are played by the compiled player: `npm test` builds before it tests. */
function examplesIn(document: string): readonly Example[] {
  const source = readFileSync(document, 'utf8');
  return [...source.matchAll(/^```chat\n(.*?)^```$/gmsu)].map((block) => ({
    document,
    line: source.slice(0, block.index).split('\n').length + 1,
    text: block[1] ?? '',
  }));
}

const guides = readdirSync('docs').filter((name) => name.endsWith('.md'));
const examples = ['README.md', ...guides.map((name) => `docs/${name}`)].flatMap(examplesIn);

describe('the transcripts that the documents show', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are there: the README shows the bot at work', () => {
    expect(examples.map((example) => example.document)).toContain('README.md');
  });

  it.each(examples.map((example) => [`${example.document}:${example.line}`, example] as const))(
    'is what the bot really says: %s',
    async (_place, { document, line, text }) => {
      const file = join(folder, `${document.replaceAll('/', '-')}-${line}.chat`);
      writeFileSync(file, text);
      const played = run(process.execPath, ['dist/src/cli/play/main.js', file, '--check']);
      // Play tells the differences on standard error, and exits with 1.
      const told = await played.then(
        ({ stderr }) => stderr,
        (error: unknown) => (error as { stderr: string }).stderr || String(error),
      );
      expect(told).toBe('');
    },
  );
});
