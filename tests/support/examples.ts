/**
 * The transcripts that the documents show. `npm run build && npx tsx tests/support/examples.ts` writes anew what the
 * bot says in them, after its wording has changed: read the difference before you commit it.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const guides = readdirSync('docs').filter((name) => name.endsWith('.md'));
const documents = ['README.md', ...guides.map((name) => `docs/${name}`)];
const block = /(?<=^```chat\n).*?(?=^```$)/gmsu;

export interface Example {
  readonly document: string;
  /** Of the first line inside the block. */
  readonly line: number;
  readonly text: string;
}

/** Every block that a document marks as ```chat. */
export function examples(): readonly Example[] {
  return documents.flatMap((document) => {
    const source = readFileSync(document, 'utf8');
    return [...source.matchAll(block)].map(({ index, 0: text }) => ({
      document,
      line: source.slice(0, index).split('\n').length,
      text,
    }));
  });
}

/** Plays a transcript with the compiled player; rejects, as `execFile` does, when the player is not content. */
export async function playText(text: string, ...flags: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-example-'));
  const file = join(folder, 'example.chat');
  try {
    writeFileSync(file, text);
    return (await run(process.execPath, ['dist/src/cli/play/main.js', file, ...flags])).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeAnew(): Promise<void> {
  const shown = examples();
  const said = await Promise.all(shown.map(({ text }) => playText(text)));
  for (const document of documents) {
    const answers = said.filter((_, at) => shown[at]?.document === document);
    writeFileSync(
      document,
      readFileSync(document, 'utf8').replace(block, () => answers.shift() ?? ''),
    );
  }
}

if (process.argv[1] === import.meta.filename) await writeAnew();
