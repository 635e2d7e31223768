import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayAct } from '../../src/app/perform.js';
import { emptyFacts, type Facts } from '../../src/domain/branch/facts.js';
import { put } from '../../src/domain/branch/rows.js';
import type { OfficeName, Person, PersonKind } from '../../src/domain/roster/rows.js';
import { documented, officeNames, pageRows } from './page.js';

const head = { id: 'b1', name: '机关第一党支部', createdAt: '2026-01-01T00:00:00', entryCount: 0, head: '' };

const page = await pageRows();

const kinds: readonly PersonKind[] = ['member', 'mass', 'superior', 'inspector'];
const someone = fc.record({
  kind: fc.constantFrom(...kinds),
  left: fc.boolean(),
  held: fc.uniqueArray(fc.constantFrom(...officeNames)),
  ended: fc.uniqueArray(fc.constantFrom(...officeNames)),
});

function branchOf(one: { kind: PersonKind; left: boolean; held: OfficeName[]; ended: OfficeName[] }) {
  const person: Person = {
    id: 1,
    name: '张三',
    kind: one.kind,
    category: one.kind === 'member' ? 'office' : null,
    probationary: false,
    group: null,
    exempt: false,
    joinedOn: '2025-01-01',
    partyJoinedOn: null,
    leftOn: one.left ? '2026-11-01' : null,
    leftHow: one.left ? 'transferred' : null,
    phone: null,
  };
  const held = one.kind === 'member' && !one.left ? one.held : [];
  const offices = [
    ...held.map((office) => ({ office, until: null })),
    ...one.ended.map((office) => ({ office, until: '2026-11-01T00:00:00' })),
  ];
  const changes = offices.map(({ office, until }, index) =>
    put('office', {
      ...{ id: index + 1, person: 1, office, from: '2026-01-01T00:00:00', until },
      ...{ givenBy: null, endedBy: null, recommendedOn: null },
    }),
  );
  const facts: Facts = emptyFacts(head).with([put('person', person), ...changes]);
  return { facts, person, held };
}

describe('whoever holds whatever offices', () => {
  test('may use exactly what the page says, command by command', () => {
    fc.assert(
      fc.property(someone, (one) => {
        const { facts, person, held } = branchOf(one);
        for (const { words, who, useCase } of page) {
          expect(who, words).toBeDefined();
          expect(mayAct(facts, person, useCase.who), words).toBe(documented(who ?? '', person, held));
        }
      }),
    );
  });

  test('and a stranger only binds his account', () => {
    const open = page.filter(({ useCase }) => mayAct(emptyFacts(head), null, useCase.who));
    const names = open.map(({ words }) => words.split(' ')[0]);
    expect(names.sort()).toEqual(
      names.filter((name) => ['/绑定', '/认领', '/帮助', '/细则'].includes(name ?? '')).sort(),
    );
    expect(names).toContain('/绑定');
    for (const { who, useCase } of open) expect(who, useCase.name).toBe('所有人，包括还没绑定账号的');
  });
});
