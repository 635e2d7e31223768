import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { migrate } from '../../../src/store/migrate.js';
import { openPostgres } from '../../../src/store/postgres/connection.js';
import { openKey } from '../../../src/store/sealing/key.js';
import { createStore } from '../../../src/store/store.js';
import { ask } from '../../support/branch/ledger.js';
import { isPostgresHere, postgres } from '../../support/postgres/server.js';
import { key, now, prismaFolder } from '../scene.js';
import { storeSuite } from '../suite.js';

describe.skipIf(!isPostgresHere())('PostgreSQL', () => {
  storeSuite('PostgreSQL', () => {
    const server = postgres();
    const database = server.lend();
    const folder = mkdtempSync(join(tmpdir(), 'zhibu-store-'));
    const file = join(folder, 'zhibu');
    const open = () => {
      const db = openPostgres(server.url(database));
      migrate(db, file, prismaFolder, now);
      return createStore(db, openKey(db, file, key).seal, file);
    };
    return {
      open,
      ask: (sql) => ask(server.url(database), sql),
      remove: () => {
        server.giveBack(database);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  });
});
