import { z } from 'zod';
import { holders, refById, refOf, secretariat } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import { isTooLong, longestText } from '../../free-text.js';
import { movedSince, rescoredSince } from '../../../domain/year/table/moved.js';
import { toPerson, toSpeaker } from '../../reply.js';
import { done, refuse, useCase } from '../../use-case.js';
import { record, takeUp } from '../progress.js';
import { rescoredRow } from '../table.js';

/** `/年度 审核` (annex 1, 上级审核): passed, the year may be published; returned with remarks, the meeting decides again. */
export const auditYear = useCase({
  name: 'year.audit',
  who: ['superior'],
  place: 'anywhere',
  input: z.strictObject({ passed: z.boolean(), remarks: z.string().nullable() }),
  run: (context, { passed, remarks }) => {
    const taken = takeUp(context, ['decided']);
    if (taken.kind === 'not') return taken.outcome;
    if (!passed && remarks === null) return refuse('year.remarksOwed', {});
    if (remarks !== null && isTooLong(remarks)) return refuse('year.textTooLong', { most: longestText });
    const { facts, actor, rulebookOf } = context;
    const { year } = taken.state;
    const moved = movedSince(facts, rulebookOf(year), taken.state);
    if (passed && moved.length > 0) {
      const persons = moved.map(({ line }) => refById(facts, line.person));
      return refuse('year.movedBeforeAudit', { year, persons });
    }
    const rescored = passed
      ? rescoredSince(facts, rulebookOf(year), taken.state).map((row) => rescoredRow(facts, row))
      : [];
    const told = new Set([...secretariat(facts), ...holders(facts, 'recorder')].map(({ id }) => id));
    const said = { year, passed, by: refOf(facts, actor), remarks: keepPrivate(remarks) };
    return done({
      changes: record(context, year, { step: 'audit', passed, remarks }),
      ids: [year],
      replies: [
        toSpeaker('year.audited', { year, passed, rescored: keepPrivate(rescored) }),
        ...[...told].map((person) => toPerson(person, 'year.auditedTo', said)),
      ],
    });
  },
});
