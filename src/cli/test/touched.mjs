/** What `npm test -- --changed` runs: the tests and transcripts nearest to a change. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Together under a minute on two cores; a test that starts whole programs costs as much as five others. */
const mostTests = 24;
const costOf = (path) => (slow.test(path) ? 5 : 1);
const mostTranscripts = 40;
/** Further away, nearly everything imports nearly everything. */
const furthest = 3;
/** Tests that start whole programs: only for a change of their own subject. */
const slow = /^tests\/(?:channels|cli|crash|keep|played|torture|web)\//u;
const code = /\.(?:ts|tsx|mjs|cjs)$/u;
const chat = /^tests\/transcripts\/.*\.chat$/u;
/** A piece of a sentence, long enough to be found where it is said. */
const sentence = /[\p{Script=Han}，。：；、“”（）]{6,}/gu;
const documents = ['tests/docs.test.ts', 'tests/readme.test.ts', 'tests/punctuation.test.ts'];

/**
 * Looks at what differs from a commit, files that git does not know yet included.
 * @param {string} root of the clone
 * @param {string} since a commit or branch
 * @returns {{ tests: string[], transcripts: string[], left: number }} nearest first; how many are left for the full run
 */
export function touchedSince(root, since) {
  const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const lines = (...words) =>
    git('-c', 'core.quotePath=false', ...words)
      .split('\n')
      .filter((line) => line !== '');
  const base = git('merge-base', since, 'HEAD').trim();
  const unknown = lines('ls-files', '--others', '--exclude-standard');
  const changed = [...lines('diff', '--name-only', '--no-renames', base), ...unknown];
  const known = [...lines('ls-files', 'src', 'commands', 'tests'), ...unknown].filter((path) =>
    existsSync(join(root, path)),
  );
  const texts = new Map(known.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const sources = known.filter((path) => code.test(path));
  const distances = distancesFrom(changed, sources, texts);
  const gone = lines('diff', '--unified=0', base, '--', 'src', 'commands', 'rulebooks').filter((line) =>
    line.startsWith('-'),
  );
  const said = [...new Set(gone.flatMap((line) => line.match(sentence) ?? []))];
  const says = (path) => said.some((piece) => texts.get(path)?.includes(piece));

  const wordsOf = (path) => path.replace(/(?:\.test)?\.\w+$/u, '').split(/[/-]/u);
  const subjects = new Set(changed.filter((path) => /^(?:src|commands)\//u.test(path)).flatMap(wordsOf));
  const ofSubject = (path) => {
    const [, subject, ...more] = wordsOf(path);
    return subjects.has(subject) && (!slow.test(path) || more.some((word) => subjects.has(word)));
  };
  const named = changed.filter((path) => !code.test(path));
  const rank = (path) => {
    if (changed.includes(path)) return 0;
    if (says(path) || named.some((name) => texts.get(path)?.includes(name))) return 0.5;
    if (documents.includes(path)) return changed.some((name) => name.endsWith('.md')) ? 1 : Infinity;
    const distance = distances.get(path) ?? Infinity;
    if (!ofSubject(path)) return slow.test(path) || distance > furthest ? Infinity : distance;
    return Math.min(distance, 2) - 0.5;
  };
  const tests = ranked(
    known.filter((path) => path.endsWith('.test.ts') && !/\/played\/share-/u.test(path)),
    rank,
  );

  const typed = sources
    .filter((path) => path.startsWith('commands/'))
    .flatMap((path) => {
      const name = /^ {2}name: '([^']+)'/mu.exec(texts.get(path))?.[1];
      const distance = distances.get(path) ?? Infinity;
      return name === undefined || distance > furthest
        ? []
        : [{ line: new RegExp(`^.*> /${name}(?: |$)`, 'gmu'), distance }];
    });
  const lineCount = (text, line) => text.match(line)?.length ?? 0;
  /** By the nearest command it types, and among those by how much it has of it. */
  const nearness = (path) => {
    if (changed.includes(path)) return 0;
    if (says(path)) return 0.5;
    const text = texts.get(path) ?? '';
    const share = ({ line }) => lineCount(text, line) / text.split('\n').length;
    return Math.min(
      Infinity,
      ...typed.filter((one) => share(one) > 0).map((one) => one.distance + 1 - share(one)),
    );
  };
  const transcripts = ranked(
    known.filter((path) => chat.test(path)),
    nearness,
  );
  let cost = 0;
  const affordable = (path) => (cost += changed.includes(path) ? 0 : costOf(path)) <= mostTests;
  const kept = { tests: tests.filter(affordable), transcripts: transcripts.slice(0, mostTranscripts) };
  return {
    tests: kept.tests,
    transcripts: kept.transcripts.map((path) => basename(path)),
    left: tests.length + transcripts.length - kept.tests.length - kept.transcripts.length,
  };
}

function ranked(paths, rankOf) {
  return paths
    .map((path) => ({ path, rank: rankOf(path) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank)
    .map(({ path }) => path);
}

/** How many imports lie between a file and the nearest changed one; types alone do nothing at run time. */
function distancesFrom(changed, sources, texts) {
  const importers = new Map();
  for (const path of sources)
    for (const [, target] of texts
      .get(path)
      .matchAll(/^(?:import(?! type)|export|\}).*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gmu)) {
      if (target === undefined) continue;
      const bare = join(dirname(path), target).replace(/\.js$/u, '');
      for (const end of ['', '.ts', '.tsx'])
        importers.set(bare + end, [...(importers.get(bare + end) ?? []), path]);
    }
  const distances = new Map(changed.map((path) => [path, 0]));
  for (const [path, distance] of distances)
    for (const importer of importers.get(path) ?? [])
      if (!distances.has(importer)) distances.set(importer, distance + 1);
  return distances;
}
