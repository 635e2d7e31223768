/** Prints the path of the startup snapshot of `main.ts`, which is made again when a source has changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sourceStamp } from '../../../src/cli/ensure/build.mjs';
import { bundle } from '../../../src/cli/ensure/bundle.mjs';
import { stampOf } from '../../../src/cli/ensure/stamps.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const own = ['main.ts', 'reading.ts', 'snapshot.mjs'].map((file) => `tests/support/killed/${file}`);
const stamp = stampOf(
  root,
  [...own, 'rulebooks/2018.yaml'],
  [sourceStamp(root), process.version, process.arch],
);
const snapshot = join(root, 'dist', `killed-${stamp.slice(0, 12)}.blob`);

/** What cannot be part of a snapshot is loaded by whoever needs it first: compiled code, and what keeps a decoder. */
const later = {
  libsql: 'export default function (...values) { return new (load())(...values); }',
  'pinyin-pro': 'export const pinyin = (...values) => load().pinyin(...values);',
  fflate: ['unzipSync', 'strFromU8']
    .map((name) => `export const ${name} = (...values) => load().${name}(...values);`)
    .join('\n'),
};
const loadedLater = {
  name: 'loaded later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:libsql|fflate|pinyin-pro)$/ }, ({ path }) => ({ path, namespace: 'later' }));
    onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
      contents: `
        import { createRequire } from 'node:module';
        const load = () => createRequire(import.meta.url)('${path}');
        ${later[path]}`,
    }));
  },
};

const withoutThreads = {
  name: 'without threads',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/reading\.js$/ }, ({ importer }) =>
      importer.endsWith(join('stage', 'house.ts')) ? { path: join(root, own[1]) } : undefined,
    );
  },
};

if (!existsSync(snapshot)) await make();
process.stdout.write(snapshot);

/** Several test files may want it at once: each makes its own, and the last one stays. */
async function make() {
  for (const old of readdirSync(join(root, 'dist')).filter((file) => file.endsWith('.blob')))
    rmSync(join(root, 'dist', old), { force: true });
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-snapshot-'));
  const script = join(folder, 'main.cjs');
  await bundle(root, {
    entryPoints: [own[0]],
    outfile: script,
    format: 'cjs',
    sourcemap: false,
    minify: true,
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'dist/main.cjs')).href) },
    plugins: [loadedLater, withoutThreads],
  });
  const making = `${snapshot}.${process.pid}`;
  const words = ['--snapshot-blob', making, '--build-snapshot', script];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`no snapshot: ${stderr}`);
  renameSync(making, snapshot);
}
