import type { Connection, Row, SqlValue } from '../connection.js';
import { forPostgres } from './dialect.js';
import { openLine } from './line.js';
import type { Asked, Found, Question } from './protocol.js';
import { ServerError } from './server-error.js';

/** Milliseconds that a question outside of a transaction waits for a connection that was lost. */
const patience = 3_000;

/** A statement that is on its way, or waits to be sent with the next one that somebody must hear of. */
interface Sent {
  readonly asked: Asked;
  outcome?: Found | ServerError;
}

/** Sends statements, alone or behind those that nobody waits for. */
function openSender(url: string) {
  const line = openLine(url);
  const names = new Map<string, string>();
  let waiting: Sent[] = [];
  const asked = (text: string, values: readonly SqlValue[]): Asked => {
    const name = names.get(text) ?? `s${names.size + 1}`;
    names.set(text, name);
    return { name, text, values };
  };
  const send = (patience: number): void => {
    const sending = waiting;
    waiting = [];
    if (sending.length === 0) return;
    const question: Question = { statements: sending.map((one) => one.asked), patience };
    const { found, failure } = line.ask(question);
    const error = failure === null ? undefined : new ServerError(failure);
    sending.forEach((one, at) => {
      const outcome = found[at] ?? error;
      if (outcome !== undefined) one.outcome = outcome;
    });
    if (error !== undefined) throw error;
  };
  return {
    enter(text: string, values: readonly SqlValue[] = []): Sent {
      const sent = { asked: asked(text, values) };
      waiting.push(sent);
      return sent;
    },
    send,
    /** What was done since the savepoint is not to be sent any more. */
    forget() {
      waiting = waiting.slice(
        0,
        waiting.findLastIndex(({ asked: { text } }) => text.startsWith('SAVEPOINT')) + 1,
      );
    },
    close() {
      line.ask('end');
      line.close();
    },
  };
}

/** A transaction that was lost with its connection refuses everything until it is rolled back. */
type State = 'none' | 'open' | ServerError;

/** Statements and the state of the transaction they belong to. */
function openTransactions(url: string) {
  const sender = openSender(url);
  let state: State = 'none';
  let xid: SqlValue = null;

  const send = (): void => {
    if (state instanceof ServerError) throw state;
    try {
      sender.send(state === 'open' ? 0 : patience);
    } catch (error) {
      if (state === 'open' && isLost(error)) state = error;
      throw error;
    }
  };
  const outcomeOf = (sent: Sent): Found => {
    if (sent.outcome === undefined) send();
    if (sent.outcome instanceof Error) throw sent.outcome;
    if (sent.outcome === undefined) throw new Error('rolled back before anybody asked for its outcome');
    return sent.outcome;
  };
  const ask = (text: string, ...values: SqlValue[]) => rowsOf(outcomeOf(sender.enter(text, values)));
  return {
    ...{ sender, outcomeOf, ask },
    state: () => state,
    xid: () => xid,
    begin: (sql: string): void => {
      if (sql === 'BEGIN') ask(forPostgres(sql));
      else {
        sender.enter('BEGIN');
        // Whoever needs the database for itself waits for all others, and they for it.
        if (sql === 'BEGIN EXCLUSIVE') sender.enter(`SET LOCAL lock_timeout = ${forItselfWithin}`);
        const lock = sql === 'BEGIN EXCLUSIVE' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
        const [row] = ask(
          `SELECT ${lock}(${wholeDatabase})::text AS taken, pg_current_xact_id()::text AS xid`,
        );
        xid = (row?.['xid'] ?? null) as SqlValue;
      }
      state = 'open';
    },
    end: (sql: string): void => {
      try {
        if (sql === 'ROLLBACK') sender.forget();
        if (!(sql === 'ROLLBACK' && state instanceof ServerError)) ask(sql);
        state = 'none';
      } catch (error) {
        if (isLost(error)) state = 'none';
        throw error;
      }
    },
  };
}

/**
 * PostgreSQL under the store's statements. Inside a transaction what nobody waits for is sent with the next statement
 * that somebody does: a message takes five round trips.
 */
export function openPostgres(url: string): Connection {
  const { sender, outcomeOf, ask, state, xid, begin, end } = openTransactions(url);
  return {
    isServer: true,
    get inTransaction() {
      return state() !== 'none';
    },
    prepare(sql) {
      const text = forPostgres(sql);
      return {
        run(...values) {
          const sent = sender.enter(text, values);
          if (state() !== 'open') outcomeOf(sent);
          return {
            get changes() {
              return outcomeOf(sent).changes;
            },
          };
        },
        get: (...values) => ask(text, ...values)[0],
        all: (...values) => ask(text, ...values),
      };
    },
    exec(sql) {
      if (sql.startsWith('BEGIN')) begin(sql);
      else if (sql === 'COMMIT' || sql === 'ROLLBACK') end(sql);
      else if (sql.startsWith('SAVEPOINT')) sender.enter(sql);
      else {
        if (sql.startsWith('ROLLBACK TO')) sender.forget();
        ask(forPostgres(sql));
      }
    },
    // What SQLite is told about its file.
    pragma: () => undefined,
    fate() {
      try {
        const [row] = ask('SELECT pg_xact_status($1::xid8) AS status', xid());
        const status = row?.['status'];
        if (status === 'in progress') return 'unknown';
        return status === 'committed' ? 'committed' : 'lost';
      } catch (error) {
        // A standby that took over may not have heard of it.
        return isLost(error) ? 'unknown' : 'lost';
      }
    },
    close: () => sender.close(),
  };
}

function isLost(error: unknown): error is ServerError {
  return error instanceof ServerError && error.isLost;
}

/** The key of the lock over the whole database; any number that nobody else uses. */
const wholeDatabase = 7_262_801;
/** Milliseconds that whoever needs the database for itself waits for those at work. */
const forItselfWithin = 30_000;

function rowsOf({ columns, rows }: Found): Row[] {
  return rows.map((cells) => {
    const row: Record<string, unknown> = {};
    columns.forEach((name, at) => void (row[name] = cells[at]));
    return row;
  });
}
