import { personKinds } from '../../domain/roster/rows.js';
import { z } from 'zod';
import { dueAsNewcomer, expected } from '../../domain/attendance/audience.js';
import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { rosterChanges } from '../../domain/roster/changes.js';
import { planImport, type ImportPlan } from '../../domain/roster/import-plan.js';
import { lifeFields } from '../../domain/roster/rows.js';
import { foundingRulebook } from '../rulebook/found.js';
import { done, openUseCase } from '../use-case.js';
import { officeName } from './appoint.js';

const row = z.strictObject({
  line: z.int(),
  name: z.string().min(1),
  kind: z.enum(personKinds),
  category: z.string().nullable(),
  probationary: z.boolean(),
  offices: z.array(officeName),
  group: z.string().nullable(),
  partyJoinedOn: z.string().nullable(),
  phone: z.string().nullable(),
  joinedOn: z.string().nullable(),
  life: z.partialRecord(z.enum(lifeFields), z.string()),
  regularOn: z.string().nullable(),
});

/**
 * A roster file as one message of the clock: all of it or nothing. Compares again on present facts, because the bot may
 * use the same file while people read the dry run.
 */
export const importRoster = openUseCase({
  name: 'roster.import',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ rows: z.array(row) }),
  run: (context, { rows }) => {
    const { facts, rulebook, now, today } = context;
    const plan = planImport(facts, rulebook, rows, now);
    const changes = [...plan.changes, ...datedChanges(facts, plan, today)];
    const ids = changes.flatMap((change) => (change.table === 'person' ? [change.row.id] : []));
    const after = facts.with(changes);
    const due = ids
      .filter((id) => facts.get('person', id) === undefined)
      .flatMap((id) =>
        dueAsNewcomer(after, rulebook, id, now).map((activity) =>
          put('attendance', expected(activity.id, id)),
        ),
      );
    return done({ changes: [...foundingRulebook(context), ...changes, ...due], ids, replies: [] });
  },
});

/** Changes from the file are dated like entries; the founding members have no history yet. */
function datedChanges(facts: Facts, { changes, steps }: ImportPlan, today: string): readonly Change[] {
  if (changes.length === 0) return [];
  const founding = facts.all('person').length === 0;
  let known = facts;
  return steps.flatMap(({ before, after }) => {
    if (before === null && founding) return [];
    const rows = rosterChanges(known, before, after, before === null ? after.joinedOn : today, null);
    known = known.with(rows);
    return rows;
  });
}
