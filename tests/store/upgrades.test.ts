import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage } from '../../src/cli/stage/stage.js';
import { withDatabaseFile } from '../../src/start/database-file.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { openConnection, type Connection } from '../../src/store/connection.js';
import { migrate } from '../../src/store/migrate.js';
import { canaries, canaryPlace, openKey } from '../../src/store/sealing/key.js';
import { sealOver, type SealedBranch, type StoredSums } from '../../src/store/sealing/row-seal.js';
import { createSeal } from '../../src/store/sealing/seal.js';
import { examine } from '../../src/store/soundness/examine.js';
import { ask } from '../support/branch/ledger.js';
import { playFresh, transcriptsIn } from '../support/transcripts.js';
import { now, prismaFolder } from './scene.js';

const key = '70'.repeat(32);
const folder = mkdtempSync(join(tmpdir(), 'zhibu-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const year = join(folder, 'year.db');
const rulebook = await loadRulebook('rulebooks/2018.yaml');
const migrations = readdirSync(join(prismaFolder, 'migrations'))
  .filter((name) => !name.endsWith('.toml'))
  .sort();
const rowSeal = '20261201005100_row_seal';
const rowSketch = '20261202045000_row_sketch';
/** A program of that time: the migrations before this one. */
const eves = migrations.slice(1);

beforeAll(async () => {
  const transcripts = await transcriptsIn('tests/transcripts');
  await playFresh(transcripts.steps('whole-year.chat'), transcripts, (_, database) => {
    const db = openConnection(database);
    db.prepare('VACUUM INTO ?').run(year);
    db.close();
    return Promise.resolve();
  });
});

/** The folder of a program before this migration. Triggers are made anew at every start; those of today name tables of today. */
function prismaOfEve(name: string): string {
  const prisma = join(folder, name);
  cpSync(prismaFolder, prisma, { recursive: true });
  for (const later of migrations.filter((other) => other >= name))
    rmSync(join(prisma, 'migrations', later), { recursive: true });
  writeFileSync(join(prisma, 'triggers.sql'), '');
  return prisma;
}

/** The year as a program before this migration would have written it: its tables and columns, nothing later. */
function fileOfEve(name: string): string {
  const file = join(folder, `${name}.db`);
  const prisma = prismaOfEve(name);
  const db = openConnection(file);
  const columns = (schema: string, table: string) =>
    db
      .prepare(`PRAGMA ${schema}.table_info("${table}")`)
      .all()
      .map((row) => `"${String(row['name'])}"`);
  migrate(db, file, prisma, now);
  db.exec(`PRAGMA foreign_keys = OFF; ATTACH '${year}' AS later`);
  for (const row of db.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table'").all()) {
    const table = String(row['name']);
    if (table.startsWith('_prisma') || table.startsWith('sqlite')) continue;
    const common = columns('main', table).filter((one) => columns('later', table).includes(one));
    if (common.length > 0)
      db.exec(`INSERT INTO main."${table}" (${common.join()}) SELECT ${common.join()} FROM later."${table}"`);
  }
  if (name <= rowSeal) {
    const former = createSeal(Buffer.from(key, 'hex')).close(canaryPlace, Buffer.from(canaries.former));
    db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run('canary', former);
  } else if (name <= rowSketch) sealWithoutSketch(db);
  db.close();
  return file;
}

function sealWithoutSketch(db: Connection): void {
  const rows = db
    .prepare(
      `SELECT id, name, created_at AS createdAt, version, entry_count AS entryCount, head, row_sum AS rowSum,
       table_sums AS tableSums, log_sum AS logSum FROM branch`,
    )
    .all() as unknown as (SealedBranch & Omit<StoredSums, 'rowSeal'>)[];
  const seal = createSeal(Buffer.from(key, 'hex'));
  for (const row of rows)
    db.prepare('UPDATE branch SET row_seal = ? WHERE id = ?').run(
      sealOver(seal, row, { ...row, rowSketch: '' }),
      row.id,
    );
}

it.each(eves)('the eve of %s: opens, keeps its rows, and all is sound', async (name) => {
  const file = fileOfEve(name);
  const count = (table: string) => ask(file, `SELECT COUNT(*) AS count FROM "${table}"`)[0]?.['count'];
  const tables = ['person', 'account', 'matter', 'ruling', 'ledger_entry', 'notice', 'attendance', 'outbox'];
  const before = tables.map(count);
  const stage = await openStage({ databaseFile: file, rulebook, clock: '2028-01-03T09:00:00' });
  expect(stage.bot.store.branches().map(({ id }) => stage.bot.store.snapshot(id).isSound)).toEqual([true]);
  await stage.close();
  expect(tables.slice(0, 5).map(count)).toEqual(before.slice(0, 5));
  const db = openConnection(file);
  expect(examine(db, openKey(db, file, key).seal, prismaFolder, () => undefined)).toEqual([]);
  db.close();
});

/** Everything in a file, whatever the order of its pages. */
function contents(file: string): readonly unknown[] {
  const schema = ask(file, 'SELECT name, sql FROM sqlite_master ORDER BY name');
  const tables = ask(file, "SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) =>
    String(name),
  );
  return [schema, ...tables.map((name) => ask(file, `SELECT * FROM "${name}"`))];
}

it('an older program refuses a newer file in one sentence, and leaves it', async () => {
  const file = join(folder, 'newer.db');
  cpSync(year, file);
  const db = openConnection(file);
  const older = prismaOfEve(eves.at(-1) ?? '');
  await expect(withDatabaseFile(file, () => migrate(db, file, older, now))).rejects.toThrow(
    `数据库 ${file} 是新版本的程序建立的，请换用新版本，不要用旧版本打开。`,
  );
  db.close();
  expect(contents(file)).toEqual(contents(year));
});

it('a migration that fails half way leaves the file as it was, and the program of before opens it', async () => {
  const file = join(folder, 'failed.db');
  cpSync(year, file);
  const prisma = join(folder, 'failing');
  cpSync(prismaFolder, prisma, { recursive: true });
  mkdirSync(join(prisma, 'migrations', '20991231000000_bad'));
  const script =
    'ALTER TABLE "person" ADD COLUMN "extra" TEXT;\nDELETE FROM "witness";\nDELETE FROM "nowhere";';
  writeFileSync(join(prisma, 'migrations', '20991231000000_bad', 'migration.sql'), script);
  const db = openConnection(file);
  expect(() => migrate(db, file, prisma, now)).toThrow(/nowhere/u);
  db.close();
  expect(contents(file)).toEqual(contents(year));
  const stage = await openStage({ databaseFile: file, rulebook, clock: '2028-01-03T09:00:00' });
  await stage.close();
});
