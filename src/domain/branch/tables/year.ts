import type { Declarations } from './declared.js';

/** The assessment year: its rulebook, its publications and steps, and what it ends in. */
export const yearTables = {
  rulebook: {
    key: ['no'],
    append: true,
    int: ['no', 'fromYear', 'matter'],
    text: ['version', 'meetingOn', 'adoptedAt'],
    sealed: true,
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
} as const satisfies Declarations;
