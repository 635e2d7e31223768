/** The skeleton of the command lines: arguments, help, errors and exit code. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Config } from '../config.js';
import { OperatorError } from '../operator-error.js';
import type { openReading } from '../start/reading/open-reading.js';

/** The surroundings of a command line; tests bring their own. */
export interface Io {
  /** @throws OperatorError when a setting is wrong */
  readonly config: () => Config;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Null without a terminal, where nobody can answer. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Tests share one thread. */
  readonly reading: typeof openReading;
}

/** Gives the exit code: 0 done, 1 refused, 2 not understood. */
export type Run = (words: readonly string[], io: Io) => Promise<number>;

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values'];

interface CommandLine<O extends Options, A> {
  readonly usage: string;
  readonly options: O;
  /** Undefined when the arguments are not understood. */
  readonly read: (values: Values<O>, files: readonly string[]) => A | undefined;
  readonly run: (asked: A, io: Io) => Promise<number>;
}

export function commandLine<const O extends Options, A>({
  usage,
  options,
  read,
  run,
}: CommandLine<O, A>): Run {
  return async (words, io) => {
    if (words.includes('--help')) {
      io.say(usage);
      return 0;
    }
    try {
      const parsed = parsedWords(words, options);
      const asked = parsed === undefined ? undefined : read(parsed.values, parsed.positionals);
      if (asked !== undefined) return await run(asked, io);
      io.complain(usage);
      return 2;
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      io.complain(error.message);
      return 1;
    }
  };
}

function parsedWords<const O extends Options>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch {
    return undefined;
  }
}

/** Neither the settings nor `--branch` name one. */
export const withoutBranch =
  '还没有写支部名称：请在 .env 里写 BRANCH_NAME=支部名称，或加上 --branch 支部名称。';

/** Exits with 1. */
export function refuse(io: Io, lines: readonly string[], head: string): number {
  io.complain([head, ...lines].join('\n'));
  return 1;
}

const agreement = '是';

/** Without a terminal it is a dry run. */
export async function isAgreed(io: Io): Promise<boolean> {
  if (io.ask === null) {
    io.say('以上只是预览，没有写入。确认无误后加 --yes 写入。');
    return false;
  }
  if ((await io.ask(`确认写入？输入“${agreement}”：`)).trim() === agreement) return true;
  io.say('没有写入。');
  return false;
}
