/**
 * src and commands → dist, by tsc, incrementally; the generated client without a look at its types. dist holds exactly what the sources say: commands are loaded by
 * listing dist/commands, so that a .js whose source was removed would go on answering in the chat.
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
      // tsc trusts its own notes and would not write a lost file again.
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

/** The generated client is told by the stamp of its schema: it is large, and it is made, not written. */
function hashed(root) {
  const sources = [...filesUnder(root, 'src'), ...filesUnder(root, 'commands')].filter(
    (file) => !file.startsWith(generated),
  );
  return [...sources, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
}

/** A page's style sheet or picture stands beside the code that serves it, in dist as in src. */
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

/** Types off, one file after another. The compiler is there by now: it has just run. */
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
