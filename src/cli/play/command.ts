/**
 * `npm run --silent play -- FILE [--check] [--out DIR] [--db FILE] [--rulebook FILE]` (SPEC §5), and
 * `npm run play -- --update FILE|FOLDER…`, which writes into transcripts and documents what the bot says now.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import pino from 'pino';
import { projectFolder } from '../../project-folder.js';
import { withDatabaseFile } from '../../start/database-file.js';
import { loadRulebook, withSameRulebook } from '../../start/files/rulebook-file.js';
import { commandLine, type Io } from '../command-line.js';
import { differenceText, saidText } from './check.js';
import { playHere, stepsOf } from './here.js';
import type { Played, PlayOptions } from './player.js';
import { TranscriptError } from './transcript.js';
import { filesToUpdate, updateFile } from './update.js';

const usage = `用法：npm run --silent play -- 文件 [--check] [--out 文件夹] [--db 数据库文件] [--rulebook 细则文件]（文件写“-”时读标准输入）
      npm run --silent play -- --update 文件或文件夹 … [--rulebook 细则文件]（改写对话和文档里机器人说的话）`;

interface Asked {
  readonly files: readonly string[];
  readonly check: boolean;
  readonly update: boolean;
  readonly out: string | undefined;
  readonly db: string | undefined;
  readonly rulebook: string | undefined;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

export const run = commandLine({
  usage,
  options: { check: flag, update: flag, out: text, db: text, rulebook: text },
  read: ({ check, update, out, db, rulebook }, files): Asked | undefined => {
    const single = check || out !== undefined || db !== undefined;
    if (update ? files.length === 0 || files.includes('-') || single : files.length !== 1) return undefined;
    const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(path));
    return { files, check, update, out, db: absolute(db), rulebook: absolute(rulebook) };
  },
  run: async (asked, io) => {
    let [file = ''] = asked.files;
    try {
      const play = await player(asked, io);
      if (!asked.update) {
        const folder = file === '-' ? '.' : dirname(file);
        const played = await play(readFileSync(file === '-' ? 0 : file, 'utf8'), folder, (line) =>
          show(line, asked.out, io),
        );
        const found = asked.check ? differenceText(played) : '';
        if (found === '') return 0;
        io.complain(found.trimEnd());
        return 1;
      }
      for (file of filesToUpdate(asked.files)) if (await updateFile(file, play)) io.say(`已改写 ${file}`);
      return 0;
    } catch (error) {
      const said = unplayable(error, file);
      if (said === undefined) throw error;
      io.complain(said);
      return 2;
    }
  },
});

/** Plays a text on a fresh file, or on the named one. */
async function player({ db, rulebook: named }: Asked, io: Io) {
  const rulebookFile = named ?? resolve(projectFolder(), io.config().RULEBOOK);
  const rulebook = await loadRulebook(rulebookFile);
  const { LOG_LEVEL: level = 'warn' } = process.env;
  const stage = {
    rulebook,
    log: pino({ level }, pino.destination({ fd: 2, sync: true })),
    announce: io.complain,
    ...(db === undefined ? {} : { databaseFile: db }),
  };
  return (source: string, folder: string, onPlayed?: PlayOptions['onPlayed']) =>
    withDatabaseFile(db ?? '', () =>
      withSameRulebook(rulebookFile, () =>
        playHere(stepsOf(source, stage), {
          ...stage,
          folder,
          ...(onPlayed === undefined ? {} : { onPlayed }),
        }),
      ),
    );
}

/** Why a file is no transcript. */
function unplayable(error: unknown, file: string): string | undefined {
  if (error instanceof TranscriptError) return `${file}：${error.message}`;
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? `没有文件 ${file}`
    : undefined;
}

/** Puts the bot's real lines in place of the expected ones, so that the output is a transcript again. */
function show({ step, said }: Played, out: string | undefined, io: Io): void {
  if (step.kind !== 'expect') io.say(step.raw);
  for (const message of said) {
    io.say(saidText(message));
    if (out === undefined) continue;
    mkdirSync(out, { recursive: true });
    for (const file of message.files) writeFileSync(join(out, basename(file.name)), file.bytes);
  }
}
