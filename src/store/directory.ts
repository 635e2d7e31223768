import type { BranchRow, Directory } from '../app/ports/store/directory.js';
import { emptyHead } from '../domain/points/chain-content.js';
import { prepareRead } from './careful.js';
import type { Committer } from './commit.js';
import { noRows, storedSums, sumCells, sumColumns } from './sealing/row-seal.js';
import type { Seal } from './sealing/seal.js';
import { intOf, textOf, textOrNull, type Connection, type Row } from './connection.js';

const branch = { id: 'branch.id', name: 'branch.name', nextDue: 'branch.next_due' };

/** Which branch something is about: one indexed statement each. */
export function createDirectory(db: Connection): Directory {
  const found = (rest: string) => prepareRead(db, branch, `FROM ${rest}`);
  const all = found('branch ORDER BY rowid');
  const first = found('branch ORDER BY rowid LIMIT ?');
  const byId = found('branch WHERE id = ?');
  const byName = found('branch WHERE name = ?');
  const like = found(
    `branch WHERE instr(name, ?1) > 0 OR instr(replace(name, ?2, ''), replace(?1, ?2, '')) > 0 ORDER BY rowid LIMIT ?3`,
  );
  const groups = { branch: 'branch', chat: 'chat' };
  const ofGroup = prepareRead(db, groups, 'FROM group_chat WHERE channel = ? AND chat = ?');
  const group = prepareRead(
    db,
    groups,
    'FROM group_chat WHERE branch = ? AND channel = ? ORDER BY rowid LIMIT 1',
  );
  const ofAccount = found(
    `account JOIN branch ON branch.id = account.branch
     WHERE account.channel = ? AND account.account = ? ORDER BY branch.rowid`,
  );
  const ofNames = found(
    `branch WHERE id IN
       (SELECT branch FROM person WHERE name IN (SELECT value FROM json_each(?)) AND left_on IS NULL LIMIT ?2)
     ORDER BY rowid`,
  );
  const ofCode = found(
    `claim_code JOIN branch ON branch.id = claim_code.branch
     WHERE claim_code.code_hash = ? AND claim_code.used_at IS NULL ORDER BY branch.rowid`,
  );
  const toClaim = found('branch WHERE claimed_on IS NULL OR instr(claimed_on, ?) = 0 ORDER BY rowid');
  const unruled = found(
    `branch WHERE NOT EXISTS (SELECT 1 FROM rulebook WHERE rulebook.branch = branch.id) ORDER BY rowid`,
  );
  const ofVersion = db.prepare('SELECT branch FROM rulebook WHERE version = ? ORDER BY rowid LIMIT 1');
  // As `adoptedFor`: each branch goes by the last rulebook adopted for the year or before, else by its first.
  const under = db.prepare(
    `WITH other AS (
       SELECT branch.name, (SELECT version FROM rulebook WHERE rulebook.branch = branch.id
         ORDER BY from_year <= ?1 DESC, CASE WHEN from_year <= ?1 THEN -from_year ELSE no END, no DESC LIMIT 1) AS version
       FROM branch WHERE NOT EXISTS
         (SELECT 1 FROM rulebook WHERE rulebook.branch = branch.id AND rulebook.version = ?2))
     SELECT version, COUNT(*) AS count, MIN(name) AS name FROM other WHERE version IS NOT NULL GROUP BY version ORDER BY version`,
  );
  const due = found('branch WHERE next_due <= ? ORDER BY next_due, rowid');
  const undue = found('branch WHERE next_due IS NULL ORDER BY rowid');
  const next = prepareRead(db, { at: 'MIN(next_due)' }, 'FROM branch WHERE next_due > ?');
  return {
    branches: () => all().map(branchRow),
    branch: (id) => optional(byId(id)[0]),
    branchNamed: (name) => optional(byName(name)[0]),
    firstBranches: (limit) => first(limit).map(branchRow),
    branchesLike: (part, optionalWord, limit) => like(part, optionalWord, limit).map(branchRow),
    branchOfGroup: (channel, chat) => text(ofGroup(channel, chat)[0], 'branch'),
    groupOf: (branch, channel) => text(group(branch, channel)[0], 'chat'),
    branchesOfAccount: (channel, account) => ofAccount(channel, account).map(branchRow),
    branchesOfNames: (names, limit) => ofNames(JSON.stringify(names), limit).map(branchRow),
    branchesOfCode: (codeHash) => ofCode(codeHash).map(branchRow),
    branchesToClaim: (channel) => toClaim(placesOf([channel])).map(branchRow),
    branchesWithoutRulebook: () => unruled().map(branchRow),
    branchOfVersion: (version) => text(ofVersion.get(version), 'branch'),
    branchesUnder: (year, exceptVersion) =>
      under.all(year, exceptVersion).map((row) => ({
        version: textOf(row, 'version'),
        count: intOf(row, 'count'),
        name: textOf(row, 'name'),
      })),
    branchesDue: (at) => due(at).map((row) => textOf(row, 'id')),
    branchesUndue: () => undue().map((row) => textOf(row, 'id')),
    nextDueAfter: (at) => textOrNull(next(at)[0] ?? { at: null }, 'at') ?? undefined,
  };
}

/** Makes branches and gives them their groups. */
export function createFounding(db: Connection, committer: Committer, seal: Seal) {
  const byName = db.prepare('SELECT id FROM branch WHERE name = ?');
  const count = db.prepare('SELECT COUNT(*) AS count FROM branch');
  const insert = db.prepare(
    `INSERT INTO branch (id, name, created_at, version, entry_count, head, ${sumColumns.join(', ')})
     VALUES (?, ?, ?, 0, 0, ?, ${sumColumns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
  );
  const bind = db.prepare(
    'INSERT INTO group_chat (branch, channel, chat) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const unbind = db.prepare('DELETE FROM group_chat WHERE branch = ? AND channel = ? AND chat <> ?');
  const readdress = db.prepare(
    "UPDATE outbox SET chat = ?3, progress = NULL WHERE branch = ?1 AND channel = ?2 AND chat_kind = 'group' AND chat <> ?3 AND state <> 'sent'",
  );
  return {
    createBranch: (name: string, at: string) =>
      committer.run(() => {
        for (;;) {
          const known = text(byName.get(name), 'id');
          if (known !== undefined) return known;
          const id = `b${intOf(count.get() ?? { count: 0 }, 'count') + 1}`;
          const branch = { id, name, createdAt: at, version: 0, entryCount: 0, head: emptyHead };
          const sums = sumCells(storedSums(seal, branch, noRows));
          // Otherwise another process has just made one of this name or id.
          if (insert.run(id, name, at, emptyHead, ...sums).changes === 1) return id;
        }
      }),
    bindGroup: (branch: string, channel: string, chat: string) =>
      committer.run(() => {
        // A branch has one group per channel: a new one replaces the old.
        unbind.run(branch, channel, chat);
        bind.run(branch, channel, chat);
        // Letters that wait or may be resent go to the branch's current group, from their first part.
        readdress.run(branch, channel, chat);
      }),
  };
}

/** ` wecom local `: as the branch row keeps the channels on which everybody who starts it is bound. */
export function placesOf(channels: readonly string[]): string {
  return ` ${channels.join(' ')} `;
}

function branchRow(row: Row): BranchRow {
  return { id: textOf(row, 'id'), name: textOf(row, 'name'), nextDue: textOrNull(row, 'nextDue') };
}

function optional(row: Row | undefined): BranchRow | undefined {
  return row === undefined ? undefined : branchRow(row);
}

function text(row: Row | undefined, field: string): string | undefined {
  return row === undefined ? undefined : textOf(row, field);
}
