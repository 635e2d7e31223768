import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import type { Change } from '../../domain/branch/rows.js';
import { rosterChanges } from '../../domain/roster/changes.js';
import { planImport, type ImportPlan } from '../../domain/roster/import-plan.js';
import { lifeFields, personKinds } from '../../domain/roster/rows.js';
import { foundingRulebook } from '../rulebook/found.js';
import { toSpeaker } from '../reply.js';
import { done, openUseCase, refuse, useCase, type Context } from '../use-case.js';
import { officeName } from './appoint.js';
import { followAudience } from './due.js';

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
    const plan = planImport(context.facts, context.rulebook, rows, context.now);
    return done(written(context, plan, null));
  },
});

/**
 * The same at the desk, by those who keep the roster. Offices are given by the secretary, and those above the branch come
 * with its founding: a file brings neither.
 */
export const importRosterFile = useCase({
  name: 'roster.importFile',
  who: ['recorder', 'secretary'],
  place: 'private',
  input: z.strictObject({ rows: z.array(row).min(1) }),
  run: (context, { rows }) => {
    const plan = planImport(context.facts, context.rulebook, rows, context.now);
    if (plan.problems.length > 0) return refuse('roster.importMoved', {});
    const [barred] = barredLines(plan);
    if (barred !== undefined) return refuse('roster.importBarred', barred);
    const changed = new Set(
      plan.changes.flatMap((change) => (change.table === 'person' ? [change.row.id] : [])),
    );
    const added = plan.steps.filter(({ before }) => before === null).length;
    const counts = { added, changed: changed.size - added };
    const { changes, ids, replies } = written(context, plan, context.actor.id);
    return done({ changes, ids, replies: [toSpeaker('roster.imported', counts), ...replies] });
  },
});

interface BarredLine {
  readonly line: number;
  readonly name: string;
  readonly why: 'office' | 'above';
}

/** Lines that only another way brings in. */
export function barredLines({ steps }: ImportPlan): readonly BarredLine[] {
  return steps.flatMap(({ line, before, after: { name, kind }, begins }): readonly BarredLine[] => {
    if (before === null && kind !== 'member' && kind !== 'mass') return [{ line, name, why: 'above' }];
    return begins.length > 0 ? [{ line, name, why: 'office' }] : [];
  });
}

function written(context: Context, plan: ImportPlan, by: number | null) {
  const { facts, today } = context;
  const changes = [...plan.changes, ...datedChanges(facts, plan, today, by)];
  const ids = changes.flatMap((change) => (change.table === 'person' ? [change.row.id] : []));
  const after = facts.with(changes);
  const moved = changes.flatMap((change) => (change.table === 'office' ? [change.row.person] : []));
  const follows = [...new Set([...ids, ...moved])].map((id) => followAudience(context, after, id));
  return {
    changes: [...foundingRulebook(context), ...changes, ...follows.flatMap((one) => one.changes)],
    ids,
    replies: follows.flatMap((one) => one.replies),
  };
}

/** Changes from the file are dated like entries; the founding members have no history yet. */
function datedChanges(
  facts: Facts,
  { changes, steps }: ImportPlan,
  today: string,
  by: number | null,
): readonly Change[] {
  if (changes.length === 0) return [];
  const founding = facts.all('person').length === 0;
  let known = facts;
  return steps.flatMap(({ before, after }) => {
    if (before === null && founding) return [];
    const rows = rosterChanges(known, before, after, before === null ? after.joinedOn : today, by);
    known = known.with(rows);
    return rows;
  });
}
