/** Between the message thread, which waits, and the thread that speaks with the server. */

export type Cell = string | number | Uint8Array | null;

export interface Asked {
  /** The server keeps the plan of each under it. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly Cell[];
}

/** Columns once, then the cells of each row. */
export interface Found {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly changes: number;
}

export interface ServerFailure {
  readonly message: string;
  /** Of PostgreSQL (`40P01`) or the system (`ECONNREFUSED`); `THREAD`: the thread that asks the server is gone. */
  readonly code: string;
  /** The connection is gone, and with it the transaction. */
  readonly isLost: boolean;
}

export interface Question {
  readonly statements: readonly Asked[];
  /** Milliseconds that it may wait for a connection that was lost. */
  readonly patience: number;
}

export type ToThread = Question | 'end';

export interface Answer {
  /** Of the statements before the one that failed. */
  readonly found: readonly Found[];
  readonly failure: ServerFailure | null;
}

/** Opens one more connection in the thread; `signal` is counted up with each answer. */
export interface Line<Port> {
  readonly port: Port;
  readonly signal: Int32Array;
  readonly url: string;
}
