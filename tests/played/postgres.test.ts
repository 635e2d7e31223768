import { describe, expect, it } from 'vitest';
import { isPostgresHere, postgres } from '../support/postgres/server.js';
import { demandAsWritten, transcriptsIn } from '../support/transcripts.js';
import { touched } from './share.js';

const transcripts = await transcriptsIn('tests/transcripts');
const names = transcripts.names.filter((name) => touched?.includes(name) ?? true);

/** What was answered here need not outlive a power failure: the tests of the store ask for that. */
const hurried = 'synchronous_commit=off';

describe.skipIf(!isPostgresHere())('在 PostgreSQL 上，每个对话都说得与写的一样', () => {
  const borrow = () => {
    const server = postgres();
    const database = server.lend();
    return { postgres: server.url(database, hurried), giveBack: () => server.giveBack(database) };
  };
  it.each(names)('%s', async (name) => {
    expect(await demandAsWritten(name, { ...transcripts, borrow })).toBeGreaterThanOrEqual(0);
  });
});
