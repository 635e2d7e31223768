import type { Declarations } from './declared.js';

/** Organisational life: activities, dues, care, and what members do. */
export const lifeTables = {
  activity: {
    key: ['id'],
    group: 'at',
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
  attendanceChange: {
    key: ['activity', 'person', 'no'],
    group: 'activity',
    append: true,
    int: ['activity', 'person', 'no', 'matter', 'by'],
    text: ['at'],
    sealed: true,
    columns: { by: 'ruled_by' },
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
} as const satisfies Declarations;
