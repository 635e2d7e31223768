import type { Rows, TableName } from '../rows.js';

/** Every field that some row of the table has. */
export type Field<Row> = Row extends unknown ? keyof Row & string : never;
type FieldOf<Row, Value> = Row extends unknown
  ? { [F in keyof Row & string]: Exclude<Row[F], null | undefined> extends Value ? F : never }[keyof Row &
      string]
  : never;

/** How a column keeps the field. */
export type ColumnKind = 'int' | 'text' | 'bool' | 'json';

/** How a table is declared: its key, and what keeps each field of its rows. */
interface Declared<Row> {
  /** The parts of the key, in the order of the primary key after the branch. */
  readonly key: readonly Field<Row>[];
  /** The rows with the same number here are read together; of an instant, with the same year. */
  readonly group?: FieldOf<Row, number> | FieldOf<Row, string>;
  /** Written once; the database refuses any other write. */
  readonly append?: true;
  /** Fields that have a column of their own. */
  readonly int?: readonly FieldOf<Row, number>[];
  readonly text?: readonly FieldOf<Row, string>[];
  readonly bool?: readonly FieldOf<Row, boolean>[];
  readonly json?: readonly Field<Row>[];
  /** All other fields are private and go, as one JSON text, into the encrypted column `sealed`. */
  readonly sealed?: true;
  /** Sealed fields that came later, as a row written before them reads. */
  readonly since?: Partial<Row>;
  /** Where it is not the name in snake case: of the table, and of columns whose field name SQL has taken. */
  readonly table?: string;
  readonly columns?: { readonly [F in Field<Row>]?: string };
}

/** The declarations of one subject. */
export type Declarations = { readonly [T in TableName]?: Declared<Rows[T]> };

/** A declaration of any table. */
export type AnyDeclared = Omit<
  Declared<Record<string, unknown>>,
  'int' | 'text' | 'bool' | 'group' | 'since'
> & {
  readonly group?: string;
  readonly since?: object;
} & { readonly [K in ColumnKind]?: readonly string[] };
