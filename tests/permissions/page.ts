/** What docs/PERMISSIONS.md promises, read as a person reads it. */
import { readFileSync } from 'node:fs';
import type { UseCase } from '../../src/app/use-case.js';
import { usage } from '../../src/chat/replies/usage/usage-line.js';
import type { OfficeName, Person } from '../../src/domain/roster/rows.js';
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
export const officeNames = Object.values(titles).filter(
  (name): name is OfficeName => name !== 'superior' && name !== 'inspector',
);

export interface PageRow {
  readonly useCase: UseCase;
  /** How the line is written. */
  readonly words: string;
  /** Undefined: the page says nothing about it. */
  readonly who: string | undefined;
  readonly examples: readonly string[];
}

/** Each form of each command, with what the page says of it. */
export async function pageRows(): Promise<readonly PageRow[]> {
  const rows = new Map(
    readFileSync('docs/PERMISSIONS.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, words = '', who = '']) => [words.slice(1, -1), who] as const),
  );
  return (await allCommands()).flatMap((command) =>
    command.forms.map((form) => {
      const words = usage(command, form).replaceAll('|', '/');
      return { useCase: form.useCase, words, who: rows.get(words), examples: form.examples };
    }),
  );
}

/** What the page promises. */
export function documented(who: string, person: Person | null, offices: readonly OfficeName[]): boolean {
  if (who === '所有人，包括还没绑定账号的') return true;
  if (person?.leftOn !== null) return false;
  if (who === '名册上的所有人') return true;
  if (who === '党员') return person.kind === 'member';
  if (who === '党员、群众') return person.kind === 'member' || person.kind === 'mass';
  return who.split('、').some((title) => {
    // In the branches of these tests there is a secretary, or nobody else at all.
    if (title === '书记（没有书记时由副书记）')
      return offices.includes('secretary') || offices.includes('deputySecretary');
    const name = titles[title];
    if (name === undefined) throw new Error(`no office is called ${title}`);
    return name === 'superior' || name === 'inspector' ? person.kind === name : offices.includes(name);
  });
}
