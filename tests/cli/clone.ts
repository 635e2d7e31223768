import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

const repository = join(import.meta.dirname, '../..');

/** A small project on disk with the real ensure.mjs, npm and bundler; removed after the test. */
export interface Clone {
  readonly path: (name: string) => string;
  readonly read: (name: string) => string;
  readonly write: (name: string, content: string) => void;
  readonly remove: (name: string) => void;
  readonly start: (words?: readonly string[], env?: NodeJS.ProcessEnv, flags?: readonly string[]) => Run;
}

/** One run of ensure.mjs. `hears` settles when standard error contains the words. */
export interface Run {
  readonly child: ChildProcess;
  readonly hears: (words: string) => Promise<void>;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** A clone that was never prepared. @param dependencies of package.json beside the bundler */
export function makeClone(dependencies: Record<string, string> = {}): Clone {
  const root = temporaryFolder();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const clone = at(root);
  fill(clone, dependencies);
  return clone;
}

/** Prepares one clone and hands out copies: one installation is enough for a file of tests. */
export function preparedClones(): () => Clone {
  const original = temporaryFolder();
  beforeAll(async () => {
    const clone = at(original);
    fill(clone, {});
    await clone.start().ended;
  });
  afterAll(() => rmSync(original, { recursive: true, force: true }));
  return () => {
    const root = temporaryFolder();
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    cpSync(original, root, { recursive: true, verbatimSymlinks: true });
    return at(root);
  };
}

function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'zhibu-clone-')));
}

function at(root: string): Clone {
  const path = (name: string) => join(root, name);
  const write = (name: string, content: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  return {
    path,
    read: (name) => readFileSync(path(name), 'utf8'),
    write,
    remove: (name) => rmSync(path(name), { recursive: true }),
    start: (words = [], env = {}, flags = []) =>
      start(path('src/cli/ensure.mjs'), [...flags], [...words], env),
  };
}

function fill(clone: Clone, dependencies: Record<string, string>): void {
  for (const part of ['ensure.mjs', 'ensure'])
    cpSync(join(repository, 'src/cli', part), clone.path(`src/cli/${part}`), { recursive: true });
  writeManifest(clone.write, dependencies);
  clone.write('src/main.ts', "export { loadCommands } from './start/load-commands.js';\n");
  clone.write('src/start/load-commands.ts', 'export const loadCommands = () => [];\n');
  clone.write('commands/bonus.ts', "export const command = 'bonus';\n");
}

/** The clone's bundler is a package that calls the repository's: npm links it and fetches nothing. */
function writeManifest(write: Clone['write'], dependencies: Record<string, string>): void {
  const bundler = join(repository, 'node_modules/esbuild');
  write(
    'tools/esbuild/package.json',
    JSON.stringify({ name: 'esbuild', version: '1.0.0', main: 'main.cjs' }),
  );
  write('tools/esbuild/main.cjs', `module.exports = require(${JSON.stringify(bundler)});`);
  const manifest = {
    name: 'clone',
    version: '1.0.0',
    devDependencies: { esbuild: 'file:tools/esbuild' },
    dependencies,
  };
  const fetched = Object.entries(dependencies).map(
    ([name, version]) => [`node_modules/${name}`, { version }] as const,
  );
  const packages = {
    '': manifest,
    'node_modules/esbuild': { resolved: 'tools/esbuild', link: true },
    'tools/esbuild': { name: 'esbuild', version: '1.0.0', dev: true },
    ...Object.fromEntries(fetched),
  };
  write('package.json', JSON.stringify({ ...manifest, type: 'module', engines: { node: '>=20.19' } }));
  write('package-lock.json', JSON.stringify({ ...manifest, lockfileVersion: 3, requires: true, packages }));
}

function start(script: string, flags: string[], words: string[], env: NodeJS.ProcessEnv): Run {
  const child = spawn(process.execPath, [...flags, script, ...words], { env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    }),
  );
  const hears = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (stderr.includes(wanted)) resolve();
      };
      child.stderr.on('data', look);
      child.on('close', () => reject(new Error(`ended without “${wanted}”: ${stderr}`)));
      look();
    });
  return { child, hears, ended };
}
