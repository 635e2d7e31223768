import type { KeptSession, Sessions } from '../../app/ports/store/sessions.js';
import type { Committer } from '../commit.js';
import { bytesOf, putMeta, textOf, type Connection } from '../connection.js';
import type { Seal } from './seal.js';

const prefix = 'desk/';

/** Rows of `meta`, sealed: an account tells who somebody is. A new key of the file ends them all. */
export function createSessions(db: Connection, seal: Seal, committer: Committer): Sessions {
  const all = db.prepare("SELECT key, value FROM meta WHERE key LIKE 'desk/%'");
  const one = db.prepare('SELECT value FROM meta WHERE key = ?');
  const write = db.prepare(putMeta);
  const remove = db.prepare('DELETE FROM meta WHERE key = ?');
  const placeOf = (key: string) => `meta|${key}`;

  function opened(key: string, sealed: Uint8Array): KeptSession | undefined {
    try {
      return JSON.parse(seal.open(placeOf(key), sealed).toString('utf8')) as KeptSession;
    } catch {
      return undefined;
    }
  }

  return {
    keep: (hash, session, now) =>
      committer.run(() => {
        for (const row of all.all()) {
          const [key, until] = [textOf(row, 'key'), opened(textOf(row, 'key'), bytesOf(row['value']))?.until];
          if (until === undefined || until <= now) remove.run(key);
        }
        const key = `${prefix}${hash}`;
        write.run(key, seal.close(placeOf(key), Buffer.from(JSON.stringify(session))));
      }),
    read(hash) {
      const row = one.get(`${prefix}${hash}`);
      return row === undefined ? undefined : opened(`${prefix}${hash}`, bytesOf(row['value']));
    },
    end: (hash) => committer.run(() => void remove.run(`${prefix}${hash}`)),
  };
}
