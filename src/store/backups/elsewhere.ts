/** A second copy of each backup: in another folder, or wherever a command of the operator takes it. */
import { spawn } from 'node:child_process';
import { constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CopyElsewhere } from '../../app/ports/store/backups.js';
import { makeRoom } from './names.js';
import { pack, packedEnding } from './packed.js';

export interface ElsewhereSettings {
  readonly folder?: string;
  /** Run by the system's shell, with the file's path in `BACKUP_FILE`. */
  readonly command?: string;
  /** Then the copy is packed together with the key. */
  readonly passphrase?: string;
}

export interface Elsewhere {
  /** Goes on by itself; `state` says what became of it. */
  send(file: string, at: string): void;
  /** Null: no copy is wanted. */
  state(): CopyElsewhere | null;
  settled(): Promise<void>;
}

/** Milliseconds. */
const commandMayTake = 30 * 60_000;

/** @param folder of the backups, where it is kept what became of the last copies */
export function createElsewhere(
  folder: string,
  settings: ElsewhereSettings,
  key: Uint8Array,
  onFailure: (error: unknown) => void,
): Elsewhere {
  const { folder: target, command, passphrase } = settings;
  const record = join(folder, 'elsewhere.json');
  let last = Promise.resolve();
  const state = (): CopyElsewhere => {
    const none: CopyElsewhere = { lastAt: null, failed: false };
    if (!existsSync(record)) return none;
    try {
      return { ...none, ...(JSON.parse(readFileSync(record, 'utf8')) as Partial<CopyElsewhere>) };
    } catch {
      return none;
    }
  };
  const copy = async (file: string): Promise<void> => {
    const packed = `${file}${packedEnding}`;
    try {
      if (passphrase !== undefined) await pack(file, key, passphrase, packed);
      const made = passphrase === undefined ? file : packed;
      if (target !== undefined) await copyInto(target, made);
      if (command !== undefined) await run(command, made);
    } finally {
      rmSync(packed, { force: true });
    }
  };
  const send = async (file: string, at: string): Promise<void> => {
    let now: CopyElsewhere = { lastAt: at, failed: false };
    try {
      await copy(file);
    } catch (error) {
      onFailure(error);
      now = { lastAt: state().lastAt, failed: true };
    }
    writeFileSync(record, JSON.stringify(now), { mode: 0o600 });
  };
  const isWanted = target !== undefined || command !== undefined;
  return {
    send(file, at) {
      if (isWanted) last = last.then(() => send(file, at)).catch(onFailure);
    },
    state: () => (isWanted ? state() : null),
    settled: () => last,
  };
}

/** Under its name only when it is whole. */
async function copyInto(folder: string, file: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `.${basename(file)}.part`);
  await copyFile(file, part, constants.COPYFILE_FICLONE);
  renameSync(part, join(folder, basename(file)));
  makeRoom(folder);
}

function run(command: string, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      shell: true,
      stdio: 'ignore',
      timeout: commandMayTake,
      env: { ...process.env, BACKUP_FILE: file },
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(Object.assign(new Error('the command failed'), { code: code ?? 'killed' })),
    );
  });
}
