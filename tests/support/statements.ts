/** Every statement that the store prepares while the bot lives through a year of one transcript and a secret ballot. */
import { openConnection, type Connection } from '../../src/store/connection.js';
import { playFresh, transcriptsIn } from './transcripts.js';

/** Between them they reach every subject with a statement of its own; the store prepares nearly all when it opens. */
const telling = [
  'appraisal-secret-ballot.chat',
  'care-before-festivals.chat',
  'upkeep-backup-and-own-data.chat',
];

export async function statementsOfStore(): Promise<readonly string[]> {
  const statements = new Set<string>();
  const connect = (file: string): Connection => {
    const db = openConnection(file);
    const prepare = db.prepare.bind(db);
    return Object.assign(db, {
      prepare(sql: string) {
        statements.add(sql.replace(/\s+/gu, ' ').trim());
        return prepare(sql);
      },
    });
  };
  const transcripts = await transcriptsIn('tests/transcripts');
  for (const name of telling)
    await playFresh(
      transcripts.steps(name),
      { ...transcripts, play: { ...transcripts.play, disk: { connect } } },
      () => undefined,
    );
  return [...statements].sort();
}
