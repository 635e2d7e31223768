import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRulebook, RulebookError } from '../../src/start/files/rulebook-file.js';

/** What start-up says about a rulebook file with this content, one problem a line, without the line that names the file. */
export async function refusal(content: string | Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rulebook-'));
  const path = join(folder, 'bad.yaml');
  try {
    await writeFile(path, content);
    await loadRulebook(path);
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    const [first, ...lines] = error.message.split('\n');
    if (first !== `细则文件 ${path} 有误：`) throw error;
    return lines.map((line) => line.trim());
  } finally {
    await rm(folder, { recursive: true });
  }
  throw new Error('the file was accepted');
}

/** The problems without their line numbers, each of which must have one. */
export function withoutLine(problems: readonly string[]): string[] {
  return problems.map((problem) => /^第\d+行 (.+)$/.exec(problem)?.[1] ?? `without line: ${problem}`);
}
