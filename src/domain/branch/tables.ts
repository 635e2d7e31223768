/**
 * Each table of a branch, declared once: its key, and how the database keeps its rows. The store derives columns,
 * statements and codec from it, `Facts` the keys; tests/store/tables.test.ts holds prisma/schema.prisma and the
 * migrated file against it.
 */
import type { Rows, TableName } from './rows.js';

/** Every field that some row of the table has. */
type Field<Row> = Row extends unknown ? keyof Row & string : never;
type FieldOf<Row, Value> = Row extends unknown
  ? { [F in keyof Row & string]: Exclude<Row[F], null | undefined> extends Value ? F : never }[keyof Row &
      string]
  : never;

/** How a column keeps the field. */
export type ColumnKind = 'int' | 'text' | 'bool' | 'json';

interface Declared<Row> {
  /** The parts of the key, in the order of the primary key after the branch. */
  readonly key: readonly Field<Row>[];
  /** The rows with the same number here are read together. */
  readonly group?: FieldOf<Row, number>;
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

const declared = {
  person: {
    key: ['id'],
    int: ['id'],
    text: ['name', 'kind', 'category', 'group', 'joinedOn', 'partyJoinedOn', 'leftOn', 'leftHow'],
    bool: ['probationary', 'exempt'],
    sealed: true,
    columns: { group: 'party_group' },
  },
  office: {
    key: ['id'],
    group: 'person',
    int: ['id', 'person', 'givenBy', 'endedBy'],
    text: ['office', 'from', 'until', 'recommendedOn'],
    columns: { from: 'from_at', until: 'until_at' },
  },
  account: {
    key: ['channel', 'account'],
    group: 'person',
    int: ['person'],
    text: ['channel', 'account', 'boundAt'],
    sealed: true,
  },
  claimCode: { key: ['person'], group: 'person', int: ['person'], text: ['codeHash', 'usedAt'] },
  activity: {
    key: ['id'],
    int: ['id', 'calledBy', 'closedBy', 'host'],
    text: ['kind', 'at', 'place', 'topic', 'state', 'calledAt', 'closedAt'],
    bool: ['required'],
    sealed: true,
    since: { pictures: [], exported: null },
  },
  attendance: {
    key: ['activity', 'person'],
    group: 'activity',
    int: ['activity', 'person', 'recordedBy'],
    text: ['presence', 'source', 'recordedAt'],
    bool: ['due'],
  },
  matter: {
    key: ['number'],
    group: 'subject',
    int: ['number', 'subject', 'proposer', 'item', 'times', 'points', 'activity', 'corrects'],
    text: ['kind', 'state', 'openedAt', 'grade', 'deedOn'],
    sealed: true,
  },
  witness: {
    key: ['matter', 'person'],
    group: 'matter',
    int: ['matter', 'person'],
    text: ['confirmedAt'],
    bool: ['named'],
  },
  material: {
    key: ['matter', 'no'],
    group: 'matter',
    int: ['matter', 'no', 'by', 'file'],
    text: ['at', 'type'],
    sealed: true,
    columns: { by: 'given_by' },
  },
  remark: {
    key: ['matter', 'no'],
    group: 'matter',
    int: ['matter', 'no', 'by'],
    text: ['kind', 'at'],
    sealed: true,
    columns: { by: 'said_by' },
  },
  ruling: {
    key: ['matter'],
    group: 'matter',
    append: true,
    int: ['matter', 'ruler'],
    text: ['decision', 'at', 'meetingOn'],
    sealed: true,
  },
  entry: {
    table: 'ledger_entry',
    key: ['seq'],
    group: 'member',
    append: true,
    int: ['seq', 'member', 'year', 'item', 'times', 'points', 'matter', 'ruler', 'reverses'],
    text: ['deedOn', 'grade', 'side', 'ruledAt', 'rulebook', 'previousHash', 'hash'],
    json: ['evidence'],
  },
  notice: {
    key: ['number'],
    group: 'year',
    append: true,
    int: ['number', 'year', 'period', 'postedBy', 'entryCount'],
    text: ['kind', 'postedAt', 'text', 'hash', 'head'],
  },
  hold: {
    key: ['year', 'period'],
    group: 'year',
    int: ['year', 'period', 'heldBy'],
    text: ['heldAt', 'releasedAt'],
    sealed: true,
  },
  talk: {
    table: 'desk',
    key: ['person'],
    group: 'person',
    int: ['person', 'materialFor', 'picturesFor'],
    text: ['materialUntil'],
    json: ['shown'],
  },
  file: { key: ['id'], int: ['id', 'size'], text: ['kind', 'sha256'], sealed: true },
  rulebook: {
    key: ['no'],
    append: true,
    int: ['no', 'fromYear', 'matter'],
    text: ['version', 'meetingOn', 'adoptedAt'],
    sealed: true,
  },
  rosterChange: {
    key: ['id'],
    group: 'person',
    append: true,
    int: ['id', 'person', 'by'],
    text: ['what', 'before', 'after', 'on'],
    columns: { by: 'entered_by', before: 'value_before', after: 'value_after', on: 'changed_on' },
  },
  proxyEntry: {
    key: ['id'],
    group: 'person',
    append: true,
    int: ['id', 'person', 'enteredBy'],
    text: ['enteredAt', 'useCase', 'how', 'on'],
    columns: { on: 'said_on' },
  },
  dues: {
    key: ['person', 'month'],
    group: 'person',
    int: ['person', 'recordedBy'],
    text: ['month', 'recordedAt'],
    sealed: true,
  },
  duesStep: {
    key: ['person', 'no'],
    group: 'person',
    int: ['person', 'no', 'recordedBy'],
    text: ['recordedAt'],
    sealed: true,
  },
  care: {
    key: ['id'],
    group: 'person',
    int: ['id', 'person', 'recordedBy'],
    text: ['recordedAt'],
    sealed: true,
  },
  action: {
    table: 'member_action',
    key: ['id'],
    group: 'person',
    int: ['id', 'person', 'recordedBy'],
    text: ['kind', 'which', 'on', 'recordedAt'],
    sealed: true,
    columns: { on: 'done_on' },
  },
  appraisal: {
    key: ['year'],
    group: 'year',
    int: ['year', 'openedBy', 'closedBy'],
    text: ['state', 'openedAt', 'closedAt', 'publicKey'],
    sealed: true,
  },
  appraisalVoter: {
    key: ['year', 'round', 'voter', 'person'],
    group: 'year',
    append: true,
    int: ['year', 'round', 'voter', 'person'],
  },
  selfAssessment: {
    key: ['year', 'person'],
    group: 'year',
    int: ['year', 'person'],
    text: ['recordedAt'],
    sealed: true,
  },
  yearStep: {
    key: ['id'],
    group: 'year',
    append: true,
    int: ['id', 'year', 'by'],
    text: ['at'],
    sealed: true,
    columns: { by: 'done_by' },
  },
  yearRecord: {
    key: ['year', 'person'],
    group: 'year',
    append: true,
    int: ['year', 'person', 'base', 'bonus', 'deductions', 'uncounted', 'total', 'scoredMembers'],
    text: ['tier', 'archivedAt', 'rulebook'],
    bool: ['vetoed'],
    sealed: true,
  },
  followUp: {
    key: ['id'],
    group: 'person',
    int: ['id', 'person', 'year', 'recordedBy'],
    text: ['recordedAt'],
    sealed: true,
  },
  reportNote: {
    key: ['id'],
    group: 'year',
    int: ['id', 'year', 'matter', 'recordedBy'],
    text: ['kind', 'recordedAt'],
    sealed: true,
  },
} as const satisfies { readonly [T in TableName]: Declared<Rows[T]> };

/** A declaration of any table. */
type AnyDeclared = Omit<Declared<Record<string, unknown>>, 'int' | 'text' | 'bool' | 'group' | 'since'> & {
  readonly group?: string;
  readonly since?: object;
} & { readonly [K in ColumnKind]?: readonly string[] };

/** Fields of a table that seals nothing and that have no column: they would be lost. */
type Lost = {
  [T in TableName]: (typeof declared)[T] extends { readonly sealed: true }
    ? never
    : Exclude<Field<Rows[T]>, Listed<(typeof declared)[T]>>;
}[TableName];
type Listed<D> = D extends { readonly [K in ColumnKind]?: readonly (infer F)[] } ? F : never;

export const tables: [Lost] extends [never] ? { readonly [T in TableName]: AnyDeclared } : Lost = declared;

export const tableNames = Object.keys(declared) as readonly TableName[];

/** Tables whose rows are numbered 1, 2, 3 … in the branch. */
export type NumberedTable = {
  [T in TableName]: (typeof declared)[T]['key'] extends readonly ['id' | 'number' | 'no' | 'seq'] ? T : never;
}[TableName];
