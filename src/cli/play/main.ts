/** `npm run --silent play -- FILE [--check] [--out DIR] [--db FILE] [--rulebook FILE]` (SPEC §5). */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, loadConfig } from '../../config.js';
import { projectFolder } from '../../project-folder.js';
import { loadRulebook, RulebookError } from '../../start/rulebook-file.js';
import { differences, saidText } from './check.js';
import { play, type Played } from './player.js';
import { BotDied } from './process.js';
import { parseTranscript, sceneCategories, TranscriptError } from './transcript.js';

const usage =
  '用法：npm run --silent play -- 文件 [--check] [--out 文件夹] [--db 数据库文件] [--rulebook 细则文件]（文件写“-”时读标准输入）';

process.exitCode = await run();

async function run(): Promise<number> {
  const options = readArguments();
  if (options === undefined) return 2;
  const folder = options.db === undefined ? mkdtempSync(join(tmpdir(), 'zhibu-play-')) : undefined;
  const played: Played[] = [];
  try {
    const rulebookFile = options.rulebook ?? resolve(projectFolder(), loadConfig().RULEBOOK);
    const { rulebook } = await loadRulebook(rulebookFile);
    const source = readFileSync(options.file === '-' ? 0 : options.file, 'utf8');
    const steps = parseTranscript(source, sceneCategories(rulebook));
    await play(steps, {
      databaseFile: options.db ?? join(folder ?? '', 'zhibu.db'),
      rulebookFile,
      rulebook,
      folder: options.file === '-' ? '.' : dirname(options.file),
      onPlayed: (line) => {
        played.push(line);
        print(line, options.out);
      },
    });
  } catch (error) {
    if (error instanceof TranscriptError) {
      process.stderr.write(`${options.file}：${error.message}\n`);
      return 2;
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      process.stderr.write(`没有文件 ${options.file}\n`);
      return 2;
    }
    if (error instanceof RulebookError || error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    // Its process has said why.
    if (error instanceof BotDied) return 1;
    throw error;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
  return options.check ? report(played) : 0;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        check: { type: 'boolean', default: false },
        out: { type: 'string' },
        db: { type: 'string' },
        rulebook: { type: 'string' },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new Error('one file');
    return {
      file,
      check: values.check,
      out: values.out,
      db: values.db === undefined ? undefined : resolve(values.db),
      rulebook: values.rulebook === undefined ? undefined : resolve(values.rulebook),
    };
  } catch {
    process.stderr.write(`${usage}\n`);
    return undefined;
  }
}

/** The expected lines are replaced by what was really said, so that the output is a transcript again. */
function print({ step, said }: Played, out: string | undefined): void {
  if (step.kind !== 'expect') process.stdout.write(`${step.raw}\n`);
  for (const message of said) {
    process.stdout.write(`${saidText(message)}\n`);
    if (out === undefined) continue;
    mkdirSync(out, { recursive: true });
    for (const file of message.files)
      writeFileSync(join(out, basename(file.name)), Buffer.from(file.base64, 'base64'));
  }
}

function report(played: readonly Played[]): number {
  const found = differences(played);
  for (const { after, expected, said } of found) {
    process.stderr.write(`${after}\n`);
    if (expected !== null) process.stderr.write(`- ${expected.replaceAll('\n', '\n-   ')}\n`);
    if (said !== null) process.stderr.write(`+ ${said.replaceAll('\n', '\n+ ')}\n`);
  }
  return found.length === 0 ? 0 : 1;
}
