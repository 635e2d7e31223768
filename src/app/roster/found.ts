import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { officeIds, personKinds } from '../../domain/roster/rows.js';
import { foundingRulebook } from '../rulebook/found.js';
import { done, openUseCase } from '../use-case.js';

const founder = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(personKinds),
  category: z.string().nullable(),
  probationary: z.boolean(),
  group: z.string().nullable(),
  joinedOn: z.string(),
  joinedUnknown: z.literal(true).optional(),
  partyJoinedOn: z.string().nullable(),
  phone: z.string().nullable(),
  offices: z.array(z.enum(officeIds)),
  /** The chat account that speaks for the person from the start; null: to be bound. */
  account: z.strictObject({ channel: z.string(), account: z.string() }).nullable(),
});
export type Founder = z.infer<typeof founder>;

/**
 * The first people of a branch, before anyone could appoint them: the sample, a transcript's scene. People already on
 * the roster (same name and category) stay as they are.
 */
export const foundBranch = openUseCase({
  name: 'roster.found',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ people: z.array(founder) }),
  run: (context, { people }) => {
    const { facts, now } = context;
    const changes: Change[] = [...foundingRulebook(context)];
    const ids: number[] = [];
    let known: Facts = facts;
    for (const person of people) {
      const there = known
        .all('person')
        .some(
          (row) => row.name === person.name && row.category === person.category && row.kind === person.kind,
        );
      if (there) continue;
      const id = known.next('person');
      const rows = rowsOf(known, person, id, now);
      changes.push(...rows);
      known = known.with(rows);
      ids.push(id);
    }
    return done({ changes, ids, replies: [] });
  },
});

function rowsOf(facts: Facts, person: Founder, id: number, now: string): readonly Change[] {
  const { name, kind, category, probationary, group, joinedOn, partyJoinedOn, phone, account } = person;
  const unknown = person.joinedUnknown === true && { joinedUnknown: true as const };
  const base = { id, name, kind, category, probationary, group, joinedOn, partyJoinedOn, phone };
  const firstOffice = facts.next('office');
  return [
    put('person', { ...base, exempt: false, leftOn: null, leftHow: null, ...unknown }),
    ...person.offices.map((office, index) =>
      put('office', {
        id: firstOffice + index,
        person: id,
        office,
        from: now,
        until: null,
        givenBy: null,
        endedBy: null,
        recommendedOn: null,
      }),
    ),
    ...(account === null ? [] : [put('account', { ...account, person: id, boundAt: now, nickname: null })]),
  ];
}
