/**
 * Makes a clone ready to run: installs dependencies, generates the Prisma client, bundles the programs. Does nothing when all is up
 * to date. Every npm script begins with it. Plain JavaScript without dependencies, since it runs before any of them
 * exist.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './ensure/build.mjs';
import { takeLock } from './ensure/lock.mjs';
import { npmCommand, run, stopChildren } from './ensure/run.mjs';
import { readStamp, removeStamp, stampOf, writeStamp } from './ensure/stamps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const inRoot = (path) => join(root, path);
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const forceBuild = process.argv.includes('--force-build');
/** Includes wechaty's packages, which `npm ci --omit=peer` leaves out: the tests need them. */
const withPeers = process.argv.includes('--with-peers');
const generatedClient = 'src/reading/generated';
const noRegistry =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/u;

class Refusal extends Error {}

const steps = [
  {
    says: '正在安装依赖（第一次约需一分钟）……',
    stampFile: 'node_modules/.zhibu-stamp',
    stamp: () => stampOf(root, ['package-lock.json'], [process.version, process.platform, process.arch]),
    // `npm prune` and a half-deleted folder leave the stamp behind.
    isWhole: () => packages().every((name) => existsSync(inRoot(`node_modules/${name}`))),
    isMadeByHand: isInstalledByHand,
    make: install,
  },
  {
    says: '正在生成数据库读取代码……',
    stampFile: `${generatedClient}/.stamp`,
    stamp: () =>
      stampOf(root, ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']),
    isWhole: () => true,
    isSkipped: () => !existsSync(inRoot('prisma/schema.prisma')),
    make: generate,
  },
];

async function main() {
  demandNode();
  if (isReady()) return;
  let release = () => undefined;
  const stop = (signal, code) => {
    stopChildren(signal);
    release();
    process.exit(code);
  };
  process.on('SIGINT', () => stop('SIGINT', 130));
  process.on('SIGTERM', () => stop('SIGTERM', 143));
  release = await takeLock(inRoot('.ensure-lock'), () => say('另一个命令正在准备同一目录，等它完成……'));
  try {
    await prepare();
  } finally {
    release();
  }
}

function isReady() {
  return !forceBuild && steps.every(isDone) && isBuilt(root);
}

function isDone(step) {
  if (step.isSkipped?.()) return true;
  const stamp = readStamp(inRoot(step.stampFile));
  return (stamp === step.stamp() || (!stamp && step.isMadeByHand?.() === true)) && step.isWhole();
}

/** Somebody ran `npm ci` themselves, with or without `--omit=peer`: npm's own note says what it installed. */
function isInstalledByHand() {
  const [noted, locked] = ['node_modules/.package-lock.json', 'package-lock.json'].map((file) =>
    existsSync(inRoot(file)) ? JSON.parse(readFileSync(inRoot(file), 'utf8')).packages : {},
  );
  return Object.entries(locked).every(
    ([path, { version, peer, optional, devOptional }]) =>
      path === '' || peer || optional || devOptional || noted[path]?.version === version,
  );
}

/** Checks again under the lock: its last holder may have done everything. */
async function prepare() {
  for (const step of steps) {
    if (isDone(step)) continue;
    say(step.says);
    removeStamp(inRoot(step.stampFile));
    await step.make();
    writeStamp(inRoot(step.stampFile), step.stamp());
  }
  if (isBuilt(root) && !forceBuild) return;
  say('正在编译……');
  await build(root).catch((error) => {
    if (!Array.isArray(error.errors)) throw error;
    throw new Refusal('编译没有通过，原因见上。');
  });
}

/**
 * The drivers are optional dependencies, and the tests need the dev ones: a NODE_ENV or .npmrc of the machine must not
 * omit them. No dependency needs its install script.
 */
async function install() {
  const [command, ...words] = npmCommand();
  const flags = [
    '--include=dev',
    '--include=optional',
    ...(withPeers ? ['--include=peer'] : []),
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { code, said } = await run(command, [...words, 'ci', ...flags], {
    root,
    env: { NO_UPDATE_NOTIFIER: '1' },
  });
  if (code === 0) return;
  if (noRegistry.test(said))
    throw new Refusal(
      '连不上软件包仓库，依赖没有装好。请检查网络后再运行一次；单位内网请先设置镜像，例：npm config set registry https://registry.npmmirror.com',
    );
  throw new Refusal(`依赖没有装好（npm ci 退出码 ${code}），原因见上。`);
}

/** Offline Prisma cannot fetch its schema engine, but does not need it either: any existing program will do. */
async function generate() {
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  const words = [inRoot('node_modules/prisma/build/index.js'), 'generate', '--no-hints'];
  const { code } = await run(process.execPath, words, { root, env });
  if (code !== 0) throw new Refusal('数据库读取代码没有生成，原因见上。');
}

function packages() {
  const { dependencies, devDependencies, peerDependencies } = manifest;
  return Object.keys({ ...dependencies, ...devDependencies, ...(withPeers ? peerDependencies : {}) });
}

/** `engines.node` of package.json has the form ">=20.19". */
function demandNode() {
  const wanted = manifest.engines.node.replace('>=', '');
  const [major, minor] = wanted.split('.').map(Number);
  const [ownMajor, ownMinor] = process.version.slice(1).split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= (minor ?? 0))) return;
  throw new Refusal(
    `需要 Node.js ${wanted} 或更高版本，这台电脑上的是 ${process.version.slice(1)}，请到 https://nodejs.org 安装后再运行。`,
  );
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function explain(error) {
  if (error instanceof Refusal) return error.message;
  if (error.code === 'ENOSPC') return '磁盘已满，请清理后再运行一次。';
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
    return `没有写入权限：${error.path ?? root}，请换用有权限的账户或目录。`;
  return `准备工作出错：${error.stack}`;
}

main().catch((error) => {
  say(explain(error));
  process.exitCode = 1;
});
