import type { Rows, TableName } from '../domain/branch/rows.js';

export type Kind = 'text' | 'int' | 'bool' | 'json';

/**
 * How the rows of one table stand in the database. The fields named in `plain` have a column of their
 * own; all other fields of a row are private and go, as one JSON text, into the encrypted column `sealed`.
 */
export interface Spec {
  readonly table: string;
  readonly key: readonly string[];
  readonly plain: Readonly<Record<string, Kind>>;
  readonly sealed: boolean;
  /** Written once; the database refuses any other write. */
  readonly append: boolean;
}

/** Field names of one kind, apart by blanks. */
type Fields = { readonly [K in Kind]?: string };

/** Tables all of whose fields have a column: nothing is left to seal. */
const unsealed = new Set([
  'office',
  'claim_code',
  'attendance',
  'witness',
  'ledger_entry',
  'notice',
  'desk',
  'roster_change',
  'proxy_entry',
  'appraisal_voter',
]);

export const specs: { readonly [T in TableName]: Spec } = {
  person: spec('person', 'id', {
    int: 'id',
    text: 'name kind category group joinedOn partyJoinedOn leftOn leftHow',
    bool: 'probationary exempt',
  }),
  office: spec('office', 'id', {
    int: 'id person givenBy endedBy',
    text: 'office from until recommendedOn',
  }),
  account: spec('account', 'channel account', { text: 'channel account boundAt', int: 'person' }),
  claimCode: spec('claim_code', 'person', { int: 'person', text: 'codeHash usedAt' }),
  activity: spec('activity', 'id', {
    int: 'id calledBy closedBy host',
    text: 'kind at place topic state calledAt closedAt',
    bool: 'required',
  }),
  attendance: spec('attendance', 'activity person', {
    int: 'activity person recordedBy',
    text: 'presence source recordedAt',
    bool: 'due',
  }),
  matter: spec('matter', 'number', {
    int: 'number subject proposer item times points activity corrects',
    text: 'kind state openedAt grade deedOn',
  }),
  witness: spec('witness', 'matter person', { int: 'matter person', text: 'confirmedAt', bool: 'named' }),
  material: spec('material', 'matter no', { int: 'matter no by file', text: 'at type' }),
  remark: spec('remark', 'matter no', { int: 'matter no by', text: 'kind at' }),
  ruling: spec('ruling', 'matter', { int: 'matter ruler', text: 'decision at meetingOn' }, 'append'),
  entry: spec(
    'ledger_entry',
    'seq',
    {
      int: 'seq member year item times points matter ruler reverses',
      text: 'deedOn grade side ruledAt rulebook previousHash hash',
      json: 'evidence',
    },
    'append',
  ),
  notice: spec(
    'notice',
    'number',
    { int: 'number year period postedBy entryCount', text: 'kind postedAt text hash head' },
    'append',
  ),
  hold: spec('hold', 'year period', { int: 'year period heldBy', text: 'heldAt releasedAt' }),
  talk: spec('desk', 'person', {
    int: 'person materialFor picturesFor',
    text: 'materialUntil',
    json: 'shown',
  }),
  file: spec('file', 'id', { int: 'id size', text: 'kind sha256' }),
  rulebook: spec(
    'rulebook',
    'no',
    { int: 'no fromYear matter', text: 'version meetingOn adoptedAt' },
    'append',
  ),
  rosterChange: spec('roster_change', 'id', { int: 'id person by', text: 'what before after on' }, 'append'),
  proxyEntry: spec(
    'proxy_entry',
    'id',
    { int: 'id person enteredBy', text: 'enteredAt useCase how on' },
    'append',
  ),
  dues: spec('dues', 'person month', { int: 'person recordedBy', text: 'month recordedAt' }),
  duesStep: spec('dues_step', 'person no', { int: 'person no recordedBy', text: 'recordedAt' }),
  care: spec('care', 'id', { int: 'id person recordedBy', text: 'recordedAt' }),
  action: spec('member_action', 'id', { int: 'id person recordedBy', text: 'kind which on recordedAt' }),
  appraisal: spec('appraisal', 'year', {
    int: 'year openedBy closedBy',
    text: 'state openedAt closedAt publicKey',
  }),
  appraisalVoter: spec(
    'appraisal_voter',
    'year round voter person',
    { int: 'year round voter person' },
    'append',
  ),
  selfAssessment: spec('self_assessment', 'year person', { int: 'year person', text: 'recordedAt' }),
  yearStep: spec('year_step', 'id', { int: 'id year by', text: 'at' }, 'append'),
  yearRecord: spec(
    'year_record',
    'year person',
    {
      int: 'year person base bonus deductions uncounted total scoredMembers',
      text: 'tier archivedAt rulebook',
      bool: 'vetoed',
    },
    'append',
  ),
  followUp: spec('follow_up', 'id', { int: 'id person year recordedBy', text: 'recordedAt' }),
  reportNote: spec('report_note', 'id', { int: 'id year matter recordedBy', text: 'kind recordedAt' }),
};

/** Sealed fields that came later, as a row written before them reads. */
export const sealedSince: { readonly [T in TableName]?: Partial<Rows[T]> } = {
  activity: { pictures: [], exported: null },
};

/** Columns whose field name SQL has taken for itself. */
const renamed: Readonly<Record<string, string>> = {
  'person.group': 'party_group',
  'office.from': 'from_at',
  'office.until': 'until_at',
  'material.by': 'given_by',
  'remark.by': 'said_by',
  'roster_change.by': 'entered_by',
  'roster_change.on': 'changed_on',
  'roster_change.before': 'value_before',
  'roster_change.after': 'value_after',
  'proxy_entry.on': 'said_on',
  'member_action.on': 'done_on',
  'year_step.by': 'done_by',
};

function spec(table: string, key: string, fields: Fields, mode?: 'append'): Spec {
  const plain: Record<string, Kind> = {};
  for (const [kind, names] of Object.entries(fields))
    for (const name of names.split(' ')) plain[name] = kind as Kind;
  return { table, key: key.split(' '), plain, sealed: !unsealed.has(table), append: mode === 'append' };
}

export function columnOf(spec: Spec, field: string): string {
  return renamed[`${spec.table}.${field}`] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Where a sealed value belongs; part of what its tag vouches for. */
export function sealedPlace(table: string, branch: string, key: string): string {
  return `${table}|${branch}|${key}|sealed`;
}

/** `INSERT …`, for tables that are not append-only with `ON CONFLICT … DO UPDATE`. */
export function writeSql(table: TableName): string {
  const spec = specs[table];
  const columns = [
    'branch',
    ...Object.keys(spec.plain).map((field) => columnOf(spec, field)),
    ...(spec.sealed ? ['sealed'] : []),
  ];
  const insert = `INSERT INTO "${spec.table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  if (spec.append) return insert;
  const key = ['branch', ...spec.key.map((field) => columnOf(spec, field))];
  const rest = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  return `${insert} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${rest.join(', ')}`;
}

/** All rows of a branch in the order in which they were first written. */
export function readSql(table: TableName): string {
  return `SELECT * FROM "${specs[table].table}" WHERE branch = ? ORDER BY rowid`;
}
