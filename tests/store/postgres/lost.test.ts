/** The server goes away and comes back while lines wait: each is recorded once, or its sender hears that it is not. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createCommitter } from '../../../src/store/commit.js';
import { openPostgres } from '../../../src/store/postgres/connection.js';
import { ask } from '../../support/branch/ledger.js';
import { isPostgresHere, postgres } from '../../support/postgres/server.js';

const here = isPostgresHere();

/** Pieces of work before, around and after the restart. */
const pieces = 300;

it.skipIf(!here).each(['immediate', 'fast'])(
  'restarted (%s) under load: told as it is recorded',
  async (mode) => {
    const server = postgres();
    const database = server.create();
    const url = server.url(database);
    server.ask('CREATE TABLE line (id bigint NOT NULL)', database);
    const db = openPostgres(url);
    try {
      const insert = db.prepare('INSERT INTO line (id) VALUES (?)');
      const committer = createCommitter(db);
      const done: Promise<number | undefined>[] = [];
      for (let id = 1; id <= pieces; id += 1) {
        const told = committer.run(() => (insert.run(id), id));
        done.push(told.catch(() => undefined));
        if (id === pieces / 2) server.control('restart', '-m', mode);
        if (id % 10 === 0) await sleep(1);
      }
      const recorded = (await Promise.all(done)).filter((id) => id !== undefined);
      const rows = ask(url, 'SELECT id FROM line ORDER BY id').map(({ id }) => Number(id));
      expect(rows).toEqual(recorded.sort((one, other) => one - other));
      // It was back within the time that lines wait.
      expect(rows.length).toBe(pieces);
    } finally {
      db.close();
      server.drop(database);
    }
  },
);

it.skipIf(!here)(
  'killed between a COMMIT and its answer: asked what became of it, not done twice',
  async () => {
    const server = postgres();
    const database = server.create();
    const url = server.url(database);
    server.ask('CREATE TABLE line (id bigint NOT NULL)', database);
    const db = openPostgres(url);
    const killer = openPostgres(url);
    try {
      // A trigger that fires at COMMIT ends the connection as it commits.
      for (const statement of [
        `CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`,
        `CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
         WHEN (NEW.id = 1) EXECUTE FUNCTION cut()`,
      ])
        killer.exec(statement);
      const insert = db.prepare('INSERT INTO line (id) VALUES (?)');
      const committer = createCommitter(db);
      let tries = 0;
      await committer.run(() => {
        tries += 1;
        insert.run(tries);
      });
      // The first was rolled back with its connection, the second stood.
      expect(tries).toBe(2);
      expect(ask(url, 'SELECT id FROM line').map(({ id }) => Number(id))).toEqual([2]);
    } finally {
      db.close();
      killer.close();
      server.drop(database);
    }
  },
);
