/** Ten branches, and who is in them. */
import { founder } from '../../stage/founder.js';
import { openStage } from '../../stage/stage.js';
import type { LoadedRulebook } from '../../../domain/rulebook/adopted.js';
import { openBook, type Book, type Person } from '../model/book.js';

const cast: readonly (readonly [string, string, Person['offices'], ('mass' | 'superior' | 'retired')?])[] = [
  ['李强', 'leadingCadre', ['secretary', 'committee']],
  ['钱进', 'partyAffairs', ['deputy', 'committee']],
  ['周涛', 'office', ['committee']],
  ['赵敏', 'office', ['recorder']],
  ['张三', 'office', []],
  ['王芳', 'counter', []],
  ['陈静', 'institution', []],
  ['郑国', 'retired', [], 'retired'],
  ['孙伟', 'mass', [], 'mass'],
  ['林晓', 'mass', [], 'mass'],
  ['刘部长', 'superior', [], 'superior'],
];

const officeNames = {
  secretary: 'secretary',
  deputy: 'deputySecretary',
  recorder: 'recorder',
  committee: 'committeeMember',
  supervisor: 'supervisor',
} as const;

export const groupOf = (branch: number): string => `第${branch + 1}党支部`;

/** Founds the branches on a good disk, and opens the book of each. */
export async function found(
  file: string,
  rulebook: LoadedRulebook,
  count: number,
  now: string,
): Promise<readonly Book[]> {
  const stage = await openStage({ databaseFile: file, rulebook, clock: now });
  const books: Book[] = [];
  for (let branch = 0; branch < count; branch += 1) {
    const people = peopleOf(branch);
    const id = await stage.found(
      groupOf(branch),
      people.map(({ name, account, kind, offices }, at) =>
        founder(name, {
          kind,
          category: kind === 'member' ? (cast[at]?.[1] ?? '') : null,
          joinedOn: `${Number(now.slice(0, 4)) - 1}-01-01`,
          account: { channel: '', account },
          offices: offices.map((office) => officeNames[office]),
        }),
      ),
    );
    books.push(openBook(id, people, now));
  }
  await stage.close();
  return books;
}

function peopleOf(branch: number): readonly Person[] {
  return cast.map(([name, , offices, other], at) => ({
    ...{ id: at + 1, name, account: `${branch}-${name}`, offices },
    kind: other === 'mass' || other === 'superior' ? other : 'member',
    scored: other === undefined,
  }));
}
