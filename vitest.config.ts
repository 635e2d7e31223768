import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A process of their own for what starts other programs, changes the environment, or loads what keeps state. */
const alone = [
  'tests/*.test.ts',
  'tests/channels/**/*.test.ts',
  'tests/{cli,crash,delivery,lint,play,reading,upkeep,web}/**/*.test.ts',
];

/** They take longest: begun first, the workers end together. */
const first = [
  'tests/played/',
  'tests/channels/wechaty/connection',
  'tests/cli/',
  'tests/delivery/',
  'tests/crash/',
  'tests/channels/',
  'tests/web/',
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
    maxWorkers: availableParallelism(),
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
