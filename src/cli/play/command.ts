/**
 * `npm run --silent play -- FILE [--check] [--out DIR] [--db FILE] [--rulebook FILE]` (SPEC §5), and
 * `npm run play -- --update FILE|FOLDER…`, which writes into transcripts and documents what the bot says now.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { RulebookChanged } from '../../app/rulebook/changed.js';
import { changedRulebookText } from '../../chat/replies/rulebook/sentences.js';
import { loadConfig } from '../../config.js';
import { OperatorError } from '../../operator-error.js';
import { projectFolder } from '../../project-folder.js';
import { withDatabaseFile } from '../../start/database-file.js';
import { loadRulebook } from '../../start/rulebook-file.js';
import { differenceText, saidText } from './check.js';
import { playHere, stepsOf } from './here.js';
import type { Played, PlayOptions } from './player.js';
import { TranscriptError } from './transcript.js';
import { filesToUpdate, updateFile } from './update.js';

const usage = `用法：npm run --silent play -- 文件 [--check] [--out 文件夹] [--db 数据库文件] [--rulebook 细则文件]（文件写“-”时读标准输入）
      npm run --silent play -- --update 文件或文件夹 … [--rulebook 细则文件]（改写对话和文档里机器人说的话）`;

type Options = NonNullable<ReturnType<typeof readArguments>>;

process.exitCode = await run();

async function run(): Promise<number> {
  const options = readArguments();
  if (options === undefined) return 2;
  let [file = ''] = options.files;
  try {
    const play = await player(options);
    if (!options.update) {
      const folder = file === '-' ? '.' : dirname(file);
      const played = await play(readFileSync(file === '-' ? 0 : file, 'utf8'), folder, (line) =>
        print(line, options.out),
      );
      const found = options.check ? differenceText(played) : '';
      process.stderr.write(found);
      return found === '' ? 0 : 1;
    }
    for (file of filesToUpdate(options.files))
      if (await updateFile(file, play)) process.stdout.write(`已改写 ${file}\n`);
    return 0;
  } catch (error) {
    return refused(error, file);
  }
}

/** Plays a text on a fresh file, or on the one that was named. */
async function player({ db, rulebook: named }: Options) {
  const rulebookFile = named ?? resolve(projectFolder(), loadConfig().RULEBOOK);
  const rulebook = await loadRulebook(rulebookFile);
  const { LOG_LEVEL: level = 'warn' } = process.env;
  const stage = {
    rulebook,
    log: pino({ level }, pino.destination({ fd: 2, sync: true })),
    announce: (line: string) => void process.stderr.write(`${line}\n`),
    ...(db === undefined ? {} : { databaseFile: db }),
  };
  return (source: string, folder: string, onPlayed?: PlayOptions['onPlayed']) =>
    withDatabaseFile(db ?? '', () =>
      playHere(stepsOf(source, stage), { ...stage, folder, ...(onPlayed === undefined ? {} : { onPlayed }) }),
    ).catch((error: unknown) => {
      if (!(error instanceof RulebookChanged)) throw error;
      throw new OperatorError(changedRulebookText(rulebookFile, error.branch, error.version));
    });
}

/** Tells whoever sits at the machine. @returns the exit code */
function refused(error: unknown, file: string): number {
  const say = (sentence: string, code: number) => {
    process.stderr.write(`${sentence}\n`);
    return code;
  };
  if (error instanceof TranscriptError) return say(`${file}：${error.message}`, 2);
  if (error instanceof OperatorError) return say(error.message, 1);
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return say(`没有文件 ${file}`, 2);
  throw error;
}

function readArguments() {
  try {
    const { values, positionals: files } = parseArgs({
      allowPositionals: true,
      options: {
        check: { type: 'boolean', default: false },
        update: { type: 'boolean', default: false },
        out: { type: 'string' },
        db: { type: 'string' },
        rulebook: { type: 'string' },
      },
    });
    const { check, update, out, db, rulebook } = values;
    const single = check || out !== undefined || db !== undefined;
    if (update ? files.length === 0 || files.includes('-') || single : files.length !== 1)
      throw new Error('one file, or several to be updated');
    const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(path));
    return { files, check, update, out, db: absolute(db), rulebook: absolute(rulebook) };
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
    for (const file of message.files) writeFileSync(join(out, basename(file.name)), file.bytes);
  }
}
