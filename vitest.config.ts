import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A process of their own for what starts whole programs, changes the environment, or loads what keeps state. */
const alone = [
  'tests/{exports,lint-bans}.test.ts',
  'tests/channels/{transcripts,wechaty/*}.test.ts',
  'tests/{cli,crash,reading,torture,web}/**/*.test.ts',
];

/** Begun first: what mostly waits for a library's own limits, so that the checks have the processor; then the longest. */
const first = [
  'tests/channels/transcripts',
  'tests/channels/',
  'tests/cli/',
  'tests/crash/',
  'tests/web/',
  'tests/desk/pages',
  'tests/store/postgres/program',
  'tests/store/postgres/thread-gone',
  'tests/plain/corpus',
  'tests/played/',
  'tests/store/soundness',
  'tests/forms/',
  'tests/keep/',
];

/** A fresh clone knows no durations of the last run. Files that share a process follow one another. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId, project }: TestSpecification) => {
      const path = relative(import.meta.dirname, moduleId);
      const at = first.findIndex((start) => path.startsWith(start));
      return (project.name === 'alone' ? 0 : 1_000) + (at === -1 ? first.length : at);
    };
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    // No test measures time; this only ends one that hangs, also on a machine that is busy with something else.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    expect: { poll: { timeout: 120_000 } },
    slowTestThreshold: 3_000,
    // One more than there are cores: many tests wait for a browser, an office program or a library's own limits.
    maxWorkers: availableParallelism() + 1,
    // What was transformed once is read from node_modules the next time: one file alone starts in half the time.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongestFirst },
    // The clock of every test is handed in; this only guards against a forgotten conversion.
    env: { TZ: 'UTC' },
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: alone, isolate: false },
      },
    ],
  },
});
