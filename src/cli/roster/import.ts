/** Compares a roster file with the database and writes it as one message of the clock. */
import { createHash } from 'node:crypto';
import { importRoster } from '../../app/roster/import.js';
import type { Config } from '../../config.js';
import { emptyFacts, type Facts } from '../../domain/branch/facts.js';
import { planImport, type ImportPlan, type ImportRow } from '../../domain/roster/import-plan.js';
import { rulebookOfYear, type LoadedRulebook } from '../../domain/rulebook/adopted.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Bot } from '../../start/bot.js';
import { shanghaiNow } from '../../clock.js';
import { withSameRulebook } from '../../start/files/rulebook-file.js';
import { checkVersion } from '../../start/settle.js';
import { openSilentBot } from '../silent-bot.js';

export interface Import {
  /** Path of the key file just made for a new database. */
  readonly madeKeyFile: string | null;
  /** The branch's rulebook; for a new branch the one of the settings. */
  readonly rulebook: Rulebook;
  readonly plan: ImportPlan;
  /** False when something written in between disagrees with the file; then nothing is imported. */
  write(): Promise<boolean>;
  close(): Promise<void>;
}

/** @throws KeyError when the key does not fit the database */
export async function openImport(
  config: Config,
  rulebook: LoadedRulebook,
  branch: string,
  rowsBy: (rulebook: Rulebook) => readonly ImportRow[],
): Promise<Import> {
  const bot = await openSilentBot(config, rulebook, 'roster');
  const now = shanghaiNow();
  const facts = factsOf(bot, branch, now);
  const own = rulebookOfYear(facts, rulebook.rulebook, yearOf(now));
  const rows = rowsBy(own);
  return {
    madeKeyFile: bot.madeKeyFile,
    rulebook: own,
    plan: planImport(facts, own, rows, now),
    write: async () => {
      // A new branch records the settings' rulebook.
      if (facts.branch.id === '')
        await withSameRulebook(config.RULEBOOK, () => {
          checkVersion(bot.store, rulebook);
          return Promise.resolve();
        });
      return write(bot, branch, own, rows);
    },
    close: () => bot.stop(),
  };
}

/** A dry run makes no branch. */
function factsOf(bot: Bot, name: string, now: string): Facts {
  const known = bot.store.branchNamed(name);
  return known === undefined
    ? emptyFacts({ id: '', name, createdAt: now, entryCount: 0, head: '' })
    : bot.store.snapshot(known.id).facts;
}

async function write(bot: Bot, name: string, own: Rulebook, rows: readonly ImportRow[]): Promise<boolean> {
  const now = shanghaiNow();
  const branch = await bot.store.createBranch(name, now);
  const { version } = bot.store.snapshot(branch);
  const content = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
  await bot.handle(
    {
      branch,
      message: { channel: 'founding', messageId: `roster@${now}/${version}/${content}` },
      speaker: null,
      files: [],
    },
    () => ({ kind: 'intent', intent: importRoster.intent({ rows: rows.map(asInput) }) }),
  );
  const after = planImport(bot.store.snapshot(branch).facts, own, rows, now);
  return after.problems.length === 0 && after.changes.length === 0;
}

function asInput(row: ImportRow) {
  return { ...row, offices: [...row.offices] };
}
