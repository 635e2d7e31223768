/**
 * Bundles the programs: a process that reads a dozen files in place of seven hundred starts in half the time
 * (docs/adr/0016-bundle.md). Types are looked at by `npm test`, not here.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is started by name: by npm, as a thread, or by path. */
const programs = [
  'src/main.ts',
  'src/index.ts',
  'src/start/reading/reading-thread.ts',
  'src/store/postgres/thread.ts',
  'src/reading/generated/client.ts',
  'src/cli/main.ts',
  'src/cli/play/bot-main.ts',
  'src/cli/bench/main.ts',
  'src/cli/bench/archive.ts',
  'src/cli/bench/cpu.ts',
  'src/cli/bench/scale.ts',
  'src/cli/torture/main.ts',
];

/** Stays in node_modules: what is compiled for the machine, and what finds files of its own beside it. */
const external = [
  '@napi-rs/canvas',
  '@prisma/*',
  '@wecom/*',
  'file-box',
  'fontkit',
  'libsql',
  'pg',
  'wechaty*',
];

/**
 * @param {string} root of the clone
 * @returns {Promise<string[]>} the files that were written, as paths under `root`
 * @throws {Error} after the errors were printed
 */
export async function bundlePrograms(root) {
  return bundle(root, {
    entryPoints: programs.filter((program) => existsSync(join(root, program))),
    outdir: 'dist',
    outbase: '.',
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    format: 'esm',
    external,
    // Packages in the older form ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
}

/**
 * @param {string} root of the clone
 * @param {object} options of esbuild, beside those that all bundles have
 * @returns {Promise<string[]>} the files that were written, as paths under `root`
 */
export async function bundle(root, { plugins = [], ...options }) {
  const esbuild = createRequire(join(root, 'package.json'))('esbuild');
  const { metafile } = await esbuild.build({
    ...{ absWorkingDir: root, bundle: true, platform: 'node', target: 'node20.19', metafile: true },
    ...{ sourcemap: true, sourcesContent: false, plugins: [listedCommands(root), ...plugins] },
    ...options,
  });
  return Object.keys(metafile.outputs);
}

/** In a bundle the commands cannot be found by listing their folder: their list is written into it. */
function listedCommands(root) {
  const imports = () =>
    readdirSync(join(root, 'commands'))
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file, at) => `import { command as c${at} } from '../../commands/${file}';`);
  return {
    name: 'listed commands',
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]src[\\/]start[\\/]load-commands\.ts$/ }, () => {
        const lines = imports();
        const all = lines.map((_, at) => `c${at}`).join(', ');
        return {
          contents: [...lines, `export const loadCommands = () => Promise.resolve([${all}]);`].join('\n'),
          resolveDir: join(root, 'src/start'),
        };
      }),
  };
}
