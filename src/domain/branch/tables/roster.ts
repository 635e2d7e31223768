import type { Declarations } from './declared.js';

/** Persons: who they are, what offices they hold, how they speak to the bot. */
export const rosterTables = {
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
  election: {
    key: ['id'],
    int: ['id', 'recordedBy'],
    text: ['on', 'recordedAt'],
    columns: { on: 'held_on' },
  },
  account: {
    key: ['channel', 'account'],
    group: 'person',
    int: ['person'],
    text: ['channel', 'account', 'boundAt'],
    sealed: true,
  },
  claimCode: { key: ['person'], group: 'person', int: ['person'], text: ['codeHash', 'usedAt'] },
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
} as const satisfies Declarations;
