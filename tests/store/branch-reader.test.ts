/** Papers read a branch beside the bot that writes to it. */
import { afterEach, expect, it } from 'vitest';
import { openBranchReader, type BranchReader } from '../../src/store/branch-reader.js';
import { openConnection, openReadOnly, type Connection } from '../../src/store/connection.js';
import { openKey } from '../../src/store/sealing/key.js';
import type { Seal } from '../../src/store/sealing/seal.js';
import { key, newFile, now, open, person, unit, type Opened } from './scene.js';

const opened: { close(): unknown }[] = [];
afterEach(() => {
  for (const one of opened.splice(0).reverse()) one.close();
});

interface Scene {
  readonly bot: Opened;
  readonly branch: string;
  readonly reader: BranchReader;
}

/** @param whileReading runs before each private value is opened */
async function openScene(whileReading: (other: Connection, branch: string) => void): Promise<Scene> {
  const { file, remove } = newFile();
  const bot = open(file);
  const branch = await bot.store.createBranch('第一党支部', now);
  await bot.store.commit(unit(bot.store, branch, [person(1), person(2)]));
  const other = openConnection(file);
  const { seal } = openKey(other, file, key);
  const watched: Seal = {
    ...seal,
    open(place, sealed) {
      whileReading(other, branch);
      return seal.open(place, sealed);
    },
  };
  const reader = openBranchReader(openReadOnly(file), watched);
  opened.push({ close: remove }, bot.store, other, reader);
  return { bot, branch, reader };
}

it('GIVEN another writer between all rows THEN a branch is read once, as it was when the reading began', async () => {
  let writes = 0;
  const { branch, reader } = await openScene((other, id) => {
    writes += 1;
    other.exec('UPDATE branch SET version = version + 1');
    other
      .prepare('INSERT INTO election (branch, id, held_on, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?)')
      .run(id, writes, '2026-01-01', 1, now);
  });
  const before = reader.facts(branch);
  expect([before.all('person').length, before.all('election').length, writes]).toEqual([2, 0, 2]);
  expect(reader.facts(branch).all('election')).toHaveLength(2);
});

it('WHEN the bot commits THEN the next paper has it; rows changed by another hand make none', async () => {
  const { bot, branch, reader } = await openScene(() => undefined);
  expect(reader.facts(branch).all('person')).toEqual(bot.store.snapshot(branch).facts.all('person'));
  await bot.store.commit(unit(bot.store, branch, [person(3)]));
  expect(reader.facts(branch).all('person')).toHaveLength(3);
  bot.db.exec('UPDATE person SET sealed = (SELECT sealed FROM person WHERE id = 1) WHERE id = 2');
  expect(() => reader.facts(branch)).toThrow(/another hand/u);
});
