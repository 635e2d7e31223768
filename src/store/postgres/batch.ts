import type { Connection as Wire, Submittable } from 'pg';
import type { Asked, Cell, Found, ServerFailure } from './protocol.js';

interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

/** What `pg` gives a Submittable, which its types leave out. */
interface Pipe {
  readonly stream: { cork(): void; uncork(): void };
  parse(asked: { readonly name: string; readonly text: string }): void;
  bind(asked: { readonly statement: string; readonly values: readonly unknown[] }): void;
  describe(asked: { readonly type: 'P' }): void;
  execute(asked: object): void;
  sync(): void;
  on(event: 'parseComplete', hear: () => void): unknown;
  off(event: 'parseComplete', hear: () => void): unknown;
}

/**
 * Several statements on their way at once, with one Sync behind them: when one fails the server skips the others.
 * @param planned names of the statements that this connection has parsed; grows
 */
export function createBatch(
  asked: readonly Asked[],
  planned: Set<string>,
  done: (found: readonly Found[], failure: ServerFailure | null) => void,
): Submittable {
  const found: Found[] = [];
  const unparsed: string[] = [];
  let columns: readonly Column[] = [];
  let rows: Cell[][] = [];
  let pipe: Pipe | undefined;
  const parsed = (): void => void planned.add(unparsed.shift() ?? '');
  const end = (failure: ServerFailure | null): void => {
    pipe?.off('parseComplete', parsed);
    done(found, failure);
  };
  const next = (changes: number): void => {
    found.push({ columns: columns.map(({ name }) => name), rows, changes });
    [columns, rows] = [[], []];
  };
  const batch = {
    submit(connection: Wire) {
      pipe = connection as unknown as Pipe;
      pipe.on('parseComplete', parsed);
      pipe.stream.cork();
      for (const { name, text, values } of asked) {
        if (!planned.has(name) && !unparsed.includes(name)) {
          unparsed.push(name);
          pipe.parse({ name, text });
        }
        pipe.bind({ statement: name, values: values.map(forWire) });
        pipe.describe({ type: 'P' });
        pipe.execute({});
      }
      pipe.sync();
      pipe.stream.uncork();
    },
    handleRowDescription: ({ fields }: { readonly fields: readonly Column[] }) => void (columns = fields),
    handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }) {
      rows.push(fields.map((text, at) => cellOf(text, columns[at]?.dataTypeID ?? 0)));
    },
    handleCommandComplete({ text }: { readonly text: string }) {
      next(Number(/\d+$/u.exec(text)?.[0] ?? 0));
    },
    handleEmptyQuery: () => next(0),
    handlePortalSuspended: () => next(0),
    handleError(error: Error & { readonly code?: string; readonly severity?: string }) {
      // Without a severity it is the connection, not the server, that speaks.
      const isLost = error.severity === undefined || error.severity === 'FATAL' || error.severity === 'PANIC';
      end({ message: error.message, code: error.code ?? 'LOST', isLost });
    },
    handleReadyForQuery: () => end(null),
  };
  return batch;
}

function forWire(value: Cell): string | Buffer | null {
  if (value === null) return null;
  return value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : String(value);
}

/** Object ids of types (pg_type.dat). */
const [bool, bytea, int8, int2, int4, float4, float8, numeric] = [16, 17, 20, 21, 23, 700, 701, 1700];
const numbers: ReadonlySet<number> = new Set([int8, int2, int4, float4, float8, numeric]);

function cellOf(text: string | null, type: number): Cell {
  if (text === null) return null;
  if (numbers.has(type)) return Number(text);
  // As SQLite says it.
  if (type === bool) return text === 't' ? 1 : 0;
  return type === bytea ? Buffer.from(text.slice(2), 'hex') : text;
}
