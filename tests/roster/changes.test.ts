import { describe, expect, it } from 'vitest';
import { importRoster } from '../../src/app/roster/import.js';
import type { Context } from '../../src/app/use-case.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { departure } from '../../src/domain/roster/departure.js';
import { decisionOf, historyOf, rosterChanges } from '../../src/domain/roster/changes.js';
import type { ImportRow } from '../../src/domain/roster/import-plan.js';
import type { Person, Standing } from '../../src/domain/roster/rows.js';
import { accepted } from '../rulebook/variant.js';
import { factsWith, member } from '../support/branch/branch-facts.js';

const facts = factsWith(member(1, '张三', { group: '第一小组' }));
const person = personOf();
function personOf(): Person {
  const found = facts.get('person', 1);
  if (found === undefined) throw new Error('no person 1');
  return found;
}
const texts = (changes: readonly Change[]) =>
  changes.flatMap(({ table, row }) =>
    table === 'rosterChange'
      ? [`${row.id} ${row.what} ${row.before ?? '-'} ${row.after ?? '-'} ${row.on}`]
      : [],
  );

describe('dated changes', () => {
  it('GIVEN several things that change at once THEN a row each, numbered on', () => {
    const next: Person = { ...person, category: 'counter', group: null, probationary: true, exempt: true };
    expect(texts(rosterChanges(facts, person, next, '2026-11-23', 2))).toEqual([
      '1 category office counter 2026-11-23',
      '2 group 第一小组 - 2026-11-23',
      '3 probationary no yes 2026-11-23',
      '4 exempt no yes 2026-11-23',
    ]);
  });

  it('GIVEN nothing of these changes, or somebody who is no member THEN no row', () => {
    expect(rosterChanges(facts, person, { ...person, phone: '1' }, '2026-11-23', 2)).toEqual([]);
    const mass: Person = { ...person, kind: 'mass', category: null };
    expect(rosterChanges(facts, null, mass, '2026-11-23', 2)).toEqual([]);
  });

  it('GIVEN a departure THEN one row says how, and an exemption that waits falls with it', () => {
    const waiting = put('matter', {
      ...{ number: 1, state: 'open', subject: 1, proposer: 2, openedAt: '2026-11-20T09:00:00' },
      ...{
        appointments: 0,
        drafted: false,
        kind: 'exemption',
        exempt: true,
        reason: null,
        consentedAt: null,
      },
    });
    const after = departure(facts.with([waiting]), person, 'transferred', 2, '2026-11-23T09:00:00');
    expect(texts(after)).toEqual(['1 left - transferred 2026-11-23']);
    expect(after).toContainEqual({ table: 'matter', row: { ...waiting.row, state: 'closed' } });
  });

  it('GIVEN a card THEN the arrival and 转正 on it are not repeated', () => {
    const regular: Person = { ...person, joinedOn: '2026-03-02', regularOn: '2026-11-20' };
    const row = (id: number, what: 'joined' | 'probationary' | 'group', on: string, after: string): Change =>
      put('rosterChange', { id, person: 1, what, before: null, after, on, by: 2 });
    const known = factsWith(
      put('person', regular),
      row(1, 'joined', '2026-03-02', 'office'),
      row(2, 'group', '2026-11-23', '第一小组'),
      row(3, 'probationary', '2026-11-20', 'no'),
      row(4, 'probationary', '2026-03-05', 'yes'),
    );
    expect(historyOf(known, regular).map(({ id }) => id)).toEqual([4, 2]);
  });
});

describe('who decided', () => {
  const from = { category: 'office', probationary: false, leftHow: null };
  const status = (number: number, changed: Partial<Standing>): Change =>
    put('matter', {
      ...{ number, state: 'confirmed', subject: 1, proposer: 2, openedAt: '2026-11-20T09:00:00' },
      ...{ appointments: 0, drafted: false, kind: 'status' },
      ...{ from, to: { ...from, ...changed }, meetingOn: '2026-11-20', paper: null },
    });
  const ruling = (matter: number, ruler: number): Change =>
    put('ruling', {
      ...{ matter, ruler, decision: 'confirmed', at: '2026-11-23T10:00:00', meetingOn: null, reason: null },
    });
  const known = facts.with([
    status(1, { category: 'retired' }),
    ruling(1, 3),
    status(2, { probationary: true }),
  ]);
  const change = (
    what: 'category' | 'probationary',
    after: string,
    by: number | null,
    on = '2026-11-23',
  ) => ({
    ...{ id: 1, person: 1, what, before: what === 'category' ? 'office' : 'no', after, on, by },
  });

  it('GIVEN a change that a ruling made THEN its matter, also of two on one day', () => {
    const both = known.with([ruling(2, 3)]);
    expect(decisionOf(known, change('category', 'retired', 3))?.number).toBe(1);
    expect(decisionOf(both, change('probationary', 'yes', 3))?.number).toBe(2);
  });

  it('GIVEN another ruler, day or change, an import, or a matter nobody ruled on THEN none', () => {
    expect(decisionOf(known, change('category', 'retired', 2))).toBeUndefined();
    expect(decisionOf(known, change('category', 'retired', 3, '2026-11-24'))).toBeUndefined();
    expect(decisionOf(known, change('category', 'counter', 3))).toBeUndefined();
    expect(decisionOf(known, change('category', 'retired', null))).toBeUndefined();
    expect(decisionOf(known, change('probationary', 'yes', 3))).toBeUndefined();
  });
});

describe('a roster file', () => {
  const line = (changed: Partial<ImportRow>): ImportRow => ({
    ...{ line: 2, name: '张三', kind: 'member', category: 'office', probationary: false, offices: [] },
    ...{ group: null, partyJoinedOn: null, phone: null, joinedOn: null, regularOn: null, life: {} },
    ...changed,
  });
  const read = (known: typeof facts, ...rows: readonly ImportRow[]) => {
    const rulebook = accepted();
    const context = {
      ...{ facts: known, rulebook, configured: { rulebook, source: {} } },
      ...{ now: '2026-11-23T09:00:00', today: '2026-11-23' },
    };
    const outcome = importRoster.run(context as unknown as Context, {
      rows: rows.map((row) => ({ ...row, offices: [...row.offices] })),
    });
    return outcome.kind === 'done' ? texts(outcome.changes) : [];
  };

  it('GIVEN another category THEN dated; somebody new THEN from their first day; the same again THEN nothing', () => {
    expect(
      read(facts, line({ category: 'counter' }), line({ line: 3, name: '陈晨', joinedOn: '2026-10-09' })),
    ).toEqual(['1 category office counter 2026-11-23', '2 joined - office 2026-10-09']);
    expect(read(facts, line({}))).toEqual([]);
  });

  it('GIVEN the founding of a branch THEN nobody has a history yet', () => {
    expect(read(factsWith(), line({}))).toEqual([]);
  });
});
