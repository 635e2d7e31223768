import type { Declarations } from './declared.js';

/** Matters with what belongs to them, and the ledger that confirmed ones reach. */
export const mattersTables = {
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
  file: { key: ['id'], int: ['id', 'size'], text: ['kind', 'sha256'], sealed: true },
  talk: {
    table: 'desk',
    key: ['person'],
    group: 'person',
    int: ['person', 'materialFor', 'picturesFor'],
    text: ['materialUntil'],
    json: ['shown'],
  },
  offer: { key: ['person'], int: ['person'], text: ['at'], sealed: true },
} as const satisfies Declarations;
