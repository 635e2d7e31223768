import type { Context } from '../../app/use-case.js';
import { personTitle } from '../../chat/replies/persons.js';
import { findPerson } from '../../chat/words/names.js';
import { refOf } from '../../domain/branch/people.js';
import type { Read } from '../sheets/sheet.js';

/** Whose line it is: members of the branch, and those who have left it since. */
export function formerMember(context: Context, name: string): Read<number> {
  if (name === '') return { ok: false, wrong: '是空的,请填写。' };
  const here = findPerson(context, name, 'member');
  if (here.kind === 'found') return { ok: true, value: here.person.id };
  if (here.kind === 'many') {
    const titles = here.persons.map((person) => personTitle(refOf(context.facts, person), context.rulebook));
    return { ok: false, wrong: `有${here.persons.length}位“${name}”,请写成:${titles.join(' 或 ')}。` };
  }
  const left = context.facts
    .all('person')
    .filter((person) => person.kind === 'member' && person.name === name);
  const [person] = left;
  return person !== undefined && left.length === 1
    ? { ok: true, value: person.id }
    : {
        ok: false,
        wrong: `名册上没有党员“${name}”。请核对姓名;已经离开、名册上没有的,请从表里删去这一行。`,
      };
}
