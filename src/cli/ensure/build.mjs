/**
 * Compiles src and commands into dist incrementally, with the generated client unchecked. dist must match the sources
 * exactly: commands are loaded by listing dist/commands, so a .js without source would go on answering in the chat.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { filesUnder, readStamp, removeStamp, stampOf, writeStamp } from './stamps.mjs';

const generated = 'src/reading/generated/';
const stampFile = 'dist/.stamp';
const buildInfo = 'dist/.tsbuildinfo';

/**
 * @param {string} root of the clone
 * @returns {{ isFresh: boolean, begin: (anew: boolean) => void, end: () => void }} `begin` before tsc, `end` after it
 */
export function inspectBuild(root) {
  const sources = [...filesUnder(root, 'src'), ...filesUnder(root, 'commands')];
  const outputs = new Map(sources.flatMap(outputOf));
  const built = filesUnder(root, 'dist');
  const isMissing = [...outputs.keys()].some((output) => !built.includes(output));
  const stamp = () => stampOf(root, hashed(root), [readStamp(join(root, `${generated}.stamp`))]);
  const orphans = () => filesUnder(root, 'dist').filter((file) => !isExpected(file, outputs));
  return {
    isFresh: !isMissing && readStamp(join(root, stampFile)) === stamp() && orphans().length === 0,
    begin: (anew) => {
      removeStamp(join(root, stampFile));
      if (anew) rmSync(join(root, 'dist'), { recursive: true, force: true });
      // tsc trusts its own notes and would not rewrite a lost file.
      else if (isMissing) removeStamp(join(root, buildInfo));
    },
    end: () => {
      for (const orphan of orphans()) rmSync(join(root, orphan));
      for (const [output, source] of outputs)
        if (!isTypeScript(source)) copy(join(root, source), join(root, output));
      strip(
        root,
        [...outputs].filter(([, source]) => source.startsWith(generated)),
      );
      writeStamp(join(root, stampFile), stamp());
    },
  };
}

/** The generated client is large, so the stamp of its schema stands for it. */
function hashed(root) {
  const sources = [...filesUnder(root, 'src'), ...filesUnder(root, 'commands')].filter(
    (file) => !file.startsWith(generated),
  );
  return [...sources, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
}

/** Style sheets and pictures lie beside the code that serves them, in dist as in src. */
function outputOf(source) {
  if (source.endsWith('.mjs') || source.endsWith('.d.ts') || source.endsWith('/.stamp')) return [];
  return [[`dist/${source.replace(/(?<!\.d)\.ts$/u, '.js')}`, source]];
}

function isTypeScript(source) {
  return source.endsWith('.ts');
}

function isExpected(file, outputs) {
  return file === stampFile || file === buildInfo || outputs.has(file.replace(/\.js\.map$/u, '.js'));
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** Strips the types file by file. The compiler exists by now: it has just run. */
function strip(root, files) {
  if (files.length === 0) return;
  const typescript = createRequire(join(root, 'package.json'))('typescript');
  const { ESNext: module } = typescript.ModuleKind;
  const options = { module, target: typescript.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  for (const [output, source] of files) {
    const text = readFileSync(join(root, source), 'utf8');
    const { outputText } = typescript.transpileModule(text, { compilerOptions: options });
    mkdirSync(dirname(join(root, output)), { recursive: true });
    writeFileSync(join(root, output), outputText);
  }
}
