/**
 * Ready for databases that keep each branch in a place of its own: no statement of the running bot crosses branches but
 * those named here; and PostgreSQL takes each, translated.
 */
import { expect, it } from 'vitest';
import { openPostgres } from '../../src/store/postgres/connection.js';
import { forPostgres } from '../../src/store/postgres/dialect.js';
import { isPostgresHere, postgres } from '../support/postgres/server.js';
import { statementsOfStore } from '../support/statements.js';

const statements = await statementsOfStore();

/** Of the database itself, not of any branch. */
const ofDatabase = /^PRAGMA |(?:FROM|INTO|UPDATE) (?:meta|lease|_prisma_migrations|sqlite_master)\b/u;
/** One branch by its id, or a new one. */
const ofBranch = /(?:FROM branch|^UPDATE branch SET .*) WHERE id = \?|^INSERT INTO branch \(/u;
const withBranch = /\bbranch"? ?= ?(?:\?|\w+\.)|^INSERT INTO "?\w+"? \([^)]*\bbranch\b/u;

/** From FROM on where columns are read; why each asks across branches stands in the file that does. */
const acrossBranches = [
  // src/store/directory.ts: which branch a group, an account, a name, a code is of, and whose clock is next.
  'FROM account JOIN branch ON branch.id = account.branch WHERE account.channel = ? AND account.account = ? ORDER BY branch.rowid',
  'FROM branch ORDER BY rowid',
  'FROM branch ORDER BY rowid LIMIT ?',
  'FROM branch WHERE claimed_on IS NULL OR instr(claimed_on, ?) = 0 ORDER BY rowid',
  'FROM branch WHERE id IN (SELECT branch FROM person WHERE name IN (SELECT value FROM json_each(?)) AND left_on IS NULL LIMIT ?2) ORDER BY rowid',
  "FROM branch WHERE instr(name, ?1) > 0 OR instr(replace(name, ?2, ''), replace(?1, ?2, '')) > 0 ORDER BY rowid LIMIT ?3",
  'FROM branch WHERE name = ?',
  'FROM branch WHERE next_due <= ? ORDER BY next_due, rowid',
  'FROM branch WHERE next_due > ?',
  'FROM branch WHERE next_due IS NULL ORDER BY rowid',
  'FROM claim_code JOIN branch ON branch.id = claim_code.branch WHERE claim_code.code_hash = ? AND claim_code.used_at IS NULL ORDER BY branch.rowid',
  'FROM group_chat WHERE channel = ? AND chat = ?',
  'SELECT COUNT(*) AS count FROM branch',
  'SELECT branch FROM rulebook WHERE version = ? ORDER BY rowid LIMIT 1',
  'SELECT id FROM branch WHERE name = ?',
  // src/store/store.ts, sealing/key.ts: the machine's clock, the first start, the count of messages of a play.
  'FROM ( WITH settled AS (SELECT COALESCE(MAX(rowid), 0) AS place FROM audit WHERE use_case IN (?, ?)), doubted AS (SELECT MIN(audit.rowid) AS place FROM audit, settled WHERE use_case = ? AND audit.rowid > settled.place) SELECT MAX(at) AS newest, MAX(doubted.place) AS doubt FROM audit, settled, doubted WHERE audit.rowid >= settled.place AND (doubted.place IS NULL OR audit.rowid < doubted.place)) AS record',
  'SELECT 1 FROM branch LIMIT 1',
  'SELECT COUNT(*) AS count FROM inbox',
  // src/store/outbox: a connection is of all branches; whoever holds its lease sends for all.
  "FROM outbox WHERE state = 'sent' AND channel = ? AND sent_at >= ? AND epoch < ?",
  "FROM outbox WHERE state IN ('queued') AND channel = ? ORDER BY branch, id",
  "FROM outbox WHERE state IN ('queued', 'sending', 'uncertain', 'failed', 'unreachable', 'waiting') GROUP BY state",
  "FROM outbox WHERE state IN ('queued', 'sending', 'waiting') AND channel = ? ORDER BY branch, id",
  "FROM outbox WHERE state IN ('queued', 'sending', 'waiting', 'uncertain') GROUP BY state, chat_kind ORDER BY state, chat_kind",
  "FROM outbox WHERE state IN ('uncertain', 'failed') AND channel = ? AND chat_kind = 'group' ORDER BY branch, id",
  "SELECT 1 AS found FROM outbox WHERE state = 'waiting' AND channel = ? AND chat = ? AND chat_kind = ? LIMIT 1",
  "SELECT 1 AS found FROM outbox WHERE state = 'waiting' AND channel = ? LIMIT 1",
  "UPDATE outbox SET state = 'queued' WHERE channel = ? AND chat = ? AND chat_kind = ? AND state = 'waiting'",
  "UPDATE outbox SET state = 'queued' WHERE channel = ? AND state = 'waiting'",
  "UPDATE outbox SET state = 'uncertain' WHERE channel = ? AND state = 'sending' AND (epoch IS NULL OR epoch <> ?) AND EXISTS (SELECT 1 FROM lease l WHERE l.channel = outbox.channel AND l.owner = ? AND l.epoch = ? /*postgres FOR SHARE*/)",
  // src/store/ballots: what a crash left behind.
  'SELECT COUNT(*) AS count FROM ballot WHERE branch NOT IN (SELECT branch FROM appraisal WHERE state = ?)',
];

it('no statement asks across branches but those that are named', () => {
  const across = statements
    .filter(
      (sql) =>
        !(ofDatabase.test(sql) && !/\boutbox\b/u.test(sql)) && !ofBranch.test(sql) && !withBranch.test(sql),
    )
    .map((sql) => sql.replace(/^SELECT CAST\(json_array\(.*\) AS BLOB\) AS cells(?:, sealed)? /u, ''));
  expect(across.sort()).toEqual([...acrossBranches].sort());
});

it('the bot prepared what it lives by', () => {
  expect(statements.length).toBeGreaterThan(120);
});

/** Read by SQLite's own means; `careful.ts` and `whole-file.ts` have others for a server. */
const ofSqlite = /^PRAGMA |sqlite_master|json_array\(|datetime\('now'\)|^VACUUM/u;

it.skipIf(!isPostgresHere())('PostgreSQL knows every table, column and function of them', () => {
  const server = postgres();
  const database = server.lend();
  const db = openPostgres(server.url(database));
  try {
    const shared = statements.filter((sql) => !ofSqlite.test(sql));
    for (const [at, sql] of shared.entries()) {
      const wanted = `PREPARE tried${String(at)} AS ${forPostgres(sql)}`;
      expect(() => db.exec(wanted), sql).not.toThrow();
    }
    expect(shared.length).toBeGreaterThan(60);
  } finally {
    db.close();
    server.giveBack(database);
  }
});
