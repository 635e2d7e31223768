import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayAct } from '../../src/app/perform.js';
import type { UseCase } from '../../src/app/use-case.js';
import { usage } from '../../src/chat/replies/usage/usage-line.js';
import { emptyFacts, type Facts } from '../../src/domain/branch/facts.js';
import { put } from '../../src/domain/branch/rows.js';
import type { OfficeName, Person, PersonKind } from '../../src/domain/roster/rows.js';
import { allCommands } from '../support/branch/commands.js';

/** The titles of the page; written out here, so that a wrong word on the page is found. */
const titles: Readonly<Record<string, OfficeName | 'superior' | 'inspector'>> = {
  书记: 'secretary',
  副书记: 'deputySecretary',
  支委: 'committeeMember',
  党小组组长: 'groupLeader',
  考核记录员: 'recorder',
  考核监督员: 'supervisor',
  上级审核人: 'superior',
  工委: 'inspector',
};
const officeNames = Object.values(titles).filter(
  (name): name is OfficeName => name !== 'superior' && name !== 'inspector',
);
const head = { id: 'b1', name: '机关第一党支部', createdAt: '2026-01-01T00:00:00', entryCount: 0, head: '' };

let rows: ReadonlyMap<string, string> = new Map();
let useCases: readonly { readonly words: string; readonly useCase: UseCase }[] = [];

beforeAll(async () => {
  const commands = await allCommands();
  useCases = commands.flatMap((command) =>
    command.forms.map((form) => ({
      words: usage(command, form).replaceAll('|', '/'),
      useCase: form.useCase,
    })),
  );
  const lines = readFileSync('docs/PERMISSIONS.md', 'utf8').split('\n');
  rows = new Map(
    lines
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, words = '', who = '']) => [words.slice(1, -1), who]),
  );
});

/** What the page promises. */
function documented(who: string, person: Person | null, offices: readonly OfficeName[]): boolean {
  if (who === '所有人，包括还没绑定账号的') return true;
  if (person?.leftOn !== null) return false;
  if (who === '名册上的所有人') return true;
  if (who === '党员') return person.kind === 'member';
  if (who === '党员、群众') return person.kind === 'member' || person.kind === 'mass';
  return who.split('、').some((title) => {
    // The only person of this branch: nobody else is its secretary.
    if (title === '书记（没有书记时由副书记）')
      return offices.includes('secretary') || offices.includes('deputySecretary');
    const name = titles[title];
    if (name === undefined) throw new Error(`no office is called ${title}`);
    return name === 'superior' || name === 'inspector' ? person.kind === name : offices.includes(name);
  });
}

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
        for (const { words, useCase } of useCases) {
          const who = rows.get(words);
          expect(who, words).toBeDefined();
          expect(mayAct(facts, person, useCase.who), words).toBe(documented(who ?? '', person, held));
        }
      }),
    );
  });

  test('and a stranger only binds his account', () => {
    const open = useCases.filter(({ useCase }) => mayAct(emptyFacts(head), null, useCase.who));
    const names = open.map(({ words }) => words.split(' ')[0]);
    expect(names.sort()).toEqual(
      names.filter((name) => ['/绑定', '/认领', '/帮助', '/细则'].includes(name ?? '')).sort(),
    );
    expect(names).toContain('/绑定');
    for (const { words, useCase } of open)
      expect(rows.get(words), useCase.name).toBe('所有人，包括还没绑定账号的');
  });
});
