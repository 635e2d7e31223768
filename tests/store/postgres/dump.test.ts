/** A backup of a server's database: dumped, proved, put into another database, and found the same. */
import { rmSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dumpSound } from '../../../src/store/backups/dump.js';
import { migrate } from '../../../src/store/migrate.js';
import { openPostgres } from '../../../src/store/postgres/connection.js';
import { openKey } from '../../../src/store/sealing/key.js';
import { createStore } from '../../../src/store/store.js';
import { entries } from '../../support/branch/ledger.js';
import { isPostgresHere, postgres } from '../../support/postgres/server.js';
import { playFresh, transcriptsIn } from '../../support/transcripts.js';
import { prismaFolder } from '../scene.js';

/** Of the stage that plays (src/cli/stage/house.ts). */
const key = '70'.repeat(32);

it.skipIf(!isPostgresHere())(
  'restored elsewhere it is the same branch; changed by hand it is no backup',
  async () => {
    const server = postgres();
    const [source, target] = [server.lend(), server.create()];
    const transcripts = await transcriptsIn('tests/transcripts');
    const borrow = () => ({ postgres: server.url(source), giveBack: () => undefined });
    const steps = transcripts.steps('upkeep-backup-and-own-data.chat');
    await playFresh(steps, { ...transcripts, borrow }, () => undefined);
    const folder = server.folder;
    const part = join(folder, 'part.dump');
    const db = openPostgres(server.url(source));
    try {
      const { seal } = openKey(db, join(folder, 'source'), key);
      const heads = dumpSound(db, server.url(source), part, seal);
      expect(statSync(part).mode & 0o077).toBe(0);
      expect([...heads.values()].some(({ count }) => count > 0)).toBe(true);
      execFileSync('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${server.url(target)}`, part]);

      const restored = openPostgres(server.url(target));
      expect(migrate(restored, '', prismaFolder, '')).toEqual([]);
      const store = createStore(
        restored,
        openKey(restored, join(folder, 'target'), key).seal,
        join(folder, 'target'),
      );
      for (const id of heads.keys()) expect(store.snapshot(id).isSound).toBe(true);
      expect(entries(server.url(target))).toEqual(entries(server.url(source)));
      // The triggers came along.
      expect(() => restored.exec('DELETE FROM ledger_entry')).toThrow();
      store.close();

      // The owner of the database can do what the bot cannot.
      db.exec('ALTER TABLE ledger_entry DISABLE TRIGGER USER');
      db.exec('UPDATE ledger_entry SET points = points + 1 WHERE seq = 1');
      db.exec('ALTER TABLE ledger_entry ENABLE TRIGGER USER');
      expect(() => dumpSound(db, server.url(source), part, seal)).toThrow('BACKUP_CHAIN');
      // What the tool refuses is no backup either.
      expect(() => dumpSound(db, server.url('nowhere'), part, seal)).toThrow();
    } finally {
      db.close();
      rmSync(part, { force: true });
      server.drop(source);
      server.drop(target);
    }
  },
);
