/** A branch is kept by what it has recorded, whatever the settings say later. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RulebookChanged } from '../../src/app/rulebook/found.js';
import { openStage } from '../../src/cli/stage/stage.js';
import { readRulebookBytes } from '../../src/start/files/rulebook-file.js';
import type { LoadedRulebook } from '../../src/domain/rulebook/adopted.js';
import { ask } from '../support/branch/ledger.js';
import { editedYaml, type Edit } from './variant.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-founding-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function variant(...edits: readonly Edit[]): LoadedRulebook {
  const read = readRulebookBytes(Buffer.from(editedYaml(...edits)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.loaded;
}

const databaseFile = () => join(folder, 'zhibu.db');

/** One start with these settings: the lines for the operator. */
async function startWith(rulebook: LoadedRulebook, found?: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const stage = await openStage({
    ...{ databaseFile: databaseFile(), rulebook },
    announce: (line) => lines.push(line),
    ...(found === undefined ? {} : { founding: { branch: found, people: [] } }),
  });
  await stage.close();
  return lines;
}

const recorded = () => ask(databaseFile(), 'SELECT version, from_year FROM rulebook');

it('GIVEN a branch of the first release THEN its first start records the rulebook of the settings, once', async () => {
  expect(await startWith(variant(), '机关第一党支部')).toEqual([]);
  expect(await startWith(variant())).toEqual([]);
  expect(recorded()).toMatchObject([{ from_year: 0 }]);
});

it('GIVEN two starts at once THEN one row', async () => {
  await startWith(variant(), '机关第一党支部');
  await Promise.all([startWith(variant()), startWith(variant())]);
  expect(recorded()).toHaveLength(1);
});

it('WHEN the settings name another rulebook THEN the operator learns that nothing changes, and how to change it', async () => {
  await startWith(variant(), '机关第一党支部');
  const lines = await startWith(variant([['version'], '2027-1'], [['scoring', 'bonusCap'], 20]));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/机关第一党支部.*执行.*2027-1.*\/细则 采用/u);
  expect(recorded()).toHaveLength(1);
});

it('WHEN the file is edited under the same version THEN it is refused', async () => {
  await startWith(variant(), '机关第一党支部');
  await expect(startWith(variant([['scoring', 'bonusCap'], 20]))).rejects.toThrow(RulebookChanged);
});
