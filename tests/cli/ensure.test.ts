import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { makeClone, preparedClones, type Clone } from './clone.js';

/** A process id that nobody has: one above Linux's largest. */
const nobody = 4_194_305;

function leaveLock(clone: Clone, owner: object | undefined, touched: Date): void {
  mkdirSync(clone.path('.ensure-lock'));
  if (owner) writeFileSync(clone.path('.ensure-lock/owner.json'), JSON.stringify(owner));
  utimesSync(clone.path('.ensure-lock'), touched, touched);
}

/** What `npm start` would run. */
const programOf = (clone: Clone) => clone.read('dist/src/main.js');

const now = () => new Date();
const longAgo = new Date('2020-01-01T00:00:00Z');

describe('a fresh clone', () => {
  test('is installed and compiled without a word on standard output, and then left alone', async () => {
    const clone = makeClone();
    const first = await clone.start().ended;
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toContain('正在安装依赖');
    expect(existsSync(clone.path('dist/src/main.js'))).toBe(true);
    expect(existsSync(clone.path('.ensure-lock'))).toBe(false);
    expect(await clone.start().ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('is prepared once by two commands started together', async () => {
    const clone = makeClone();
    const ends = await Promise.all([clone.start().ended, clone.start().ended]);
    expect(ends.map((end) => end.code)).toEqual([0, 0]);
    expect(ends.filter((end) => end.stderr.includes('正在安装依赖'))).toHaveLength(1);
    expect(ends.filter((end) => end.stderr.includes('正在编译'))).toHaveLength(1);
  });

  test('is installed whole where the machine omits dev dependencies or scripts', async () => {
    const clone = makeClone();
    const end = await clone.start([], { NODE_ENV: 'production', npm_config_ignore_scripts: 'true' }).ended;
    expect(end.code).toBe(0);
    expect(programOf(clone)).toContain('"bonus"');
  });
});

const preparedClone = preparedClones();

describe('the stamps', () => {
  test('a changed lock file installs again, a lost package too', async () => {
    const clone = preparedClone();
    clone.write('package-lock.json', `${clone.read('package-lock.json')}\n`);
    expect((await clone.start().ended).stderr).toContain('正在安装依赖');
    clone.remove('node_modules/esbuild');
    expect((await clone.start().ended).stderr).toContain('正在安装依赖');
  });

  test('a changed source is compiled, and a removed command leaves nothing behind', async () => {
    const clone = preparedClone();
    clone.write('src/start/failure.ts', 'export const failure = 2;\n');
    clone.write('src/main.ts', `${clone.read('src/main.ts')}export * from './start/failure.js';\n`);
    clone.remove('commands/bonus.ts');
    clone.write('commands/leave.ts', "export const command = 'leave';\n");
    expect(await clone.start().ended).toMatchObject({ code: 0, stderr: '正在编译……\n' });
    expect(programOf(clone)).toContain('failure = 2');
    expect(programOf(clone)).toContain('"leave"');
    expect(programOf(clone)).not.toContain('"bonus"');
  });

  test('a lost output is written again, with it a stray one is removed', async () => {
    const clone = preparedClone();
    clone.remove('dist/src/main.js');
    clone.write('dist/commands/stray.js', '');
    expect((await clone.start().ended).code).toBe(0);
    expect(existsSync(clone.path('dist/src/main.js'))).toBe(true);
    expect(existsSync(clone.path('dist/commands/stray.js'))).toBe(false);
  });

  test('--force-build compiles although nothing changed', async () => {
    const clone = preparedClone();
    expect(await clone.start(['--force-build']).ended).toMatchObject({ code: 0, stderr: '正在编译……\n' });
  });

  test('code that does not compile is refused each time, not only the first', async () => {
    const clone = preparedClone();
    clone.write('src/main.ts', 'export const main = ;\n');
    expect((await clone.start().ended).stderr).toContain('编译没有通过');
    const again = await clone.start().ended;
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('编译没有通过');
  });
});

describe('the lock', () => {
  test.each([
    ['of a process that is gone', { token: 'a', pid: nobody, host: hostname() }, now()],
    ['of another machine, untouched for long', { token: 'a', pid: 1, host: 'elsewhere' }, longAgo],
    ['of nobody, untouched for long', undefined, longAgo],
  ])('%s is taken over, once', async (_, owner, touched) => {
    const clone = preparedClone();
    clone.write('src/main.ts', 'export const main = 2;\n');
    leaveLock(clone, owner, touched);
    const ends = await Promise.all([clone.start().ended, clone.start().ended]);
    expect(ends.map((end) => end.code)).toEqual([0, 0]);
    expect(ends.filter((end) => end.stderr.includes('正在编译'))).toHaveLength(1);
    expect(existsSync(clone.path('.ensure-lock'))).toBe(false);
  });

  test('of a living holder is waited for', async () => {
    const clone = makeClone();
    leaveLock(clone, { token: 'a', pid: process.pid, host: hostname() }, now());
    const run = clone.start();
    await run.hears('另一个命令正在准备');
    expect(existsSync(clone.path('node_modules'))).toBe(false);
    clone.remove('.ensure-lock');
    expect((await run.ended).code).toBe(0);
  });

  test('is given back on Ctrl+C, and the next run starts over', async () => {
    const clone = makeClone();
    clone.write('slow/npm-cli.js', 'console.error("installing"); setInterval(() => {}, 1000);');
    const run = clone.start([], { npm_execpath: clone.path('slow/npm-cli.js') });
    await run.hears('installing');
    run.child.kill('SIGINT');
    expect((await run.ended).code).toBe(130);
    expect(existsSync(clone.path('.ensure-lock'))).toBe(false);
    expect((await clone.start().ended).code).toBe(0);
  });
});

describe('an obstacle is reported in one sentence', () => {
  test('an old Node', async () => {
    const clone = makeClone();
    clone.write('old.cjs', 'Object.defineProperty(process, "version", { value: "v18.20.4" });');
    const end = await clone.start([], {}, ['--require', clone.path('old.cjs')]).ended;
    expect(end).toMatchObject({ code: 1, stdout: '' });
    expect(end.stderr).toBe(
      '需要 Node.js 20.19 或更高版本，这台电脑上的是 18.20.4，请到 https://nodejs.org 安装后再运行。\n',
    );
  });

  test('no registry', async () => {
    const clone = makeClone({ 'a-package': '1.0.0' });
    const env = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0' };
    const end = await clone.start([], env).ended;
    expect(end).toMatchObject({ code: 1, stdout: '' });
    expect(end.stderr).toContain('连不上软件包仓库，依赖没有装好。');
  });
});
