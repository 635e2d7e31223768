import { z } from 'zod';
import { awaitingExport } from '../../domain/attendance/exported.js';
import { holders, secretariat } from '../../domain/branch/people.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** Rows of one message; the rest is counted. */
const mostShown = 10;

/** Closed activities that are in no archive for the cloud platform: told to the recorder. None: silence. */
export const remindOfExport = openUseCase({
  name: 'papers.remindOfExport',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts }) => {
    const waiting = awaitingExport(facts);
    if (waiting.length === 0) return done({ replies: [] });
    const recorders = holders(facts, 'recorder');
    const readers = recorders.length > 0 ? recorders : secretariat(facts);
    const activities = waiting
      .slice(0, mostShown)
      .map(({ kind, at, exported }) => ({ kind, at, changed: exported !== null }));
    return done({
      replies: readers.map(({ id }) => toPerson(id, 'export.waiting', { activities, all: waiting.length })),
    });
  },
});
