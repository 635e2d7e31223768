import type { Context } from '../../app/use-case.js';
import { personTitle } from '../../words/persons.js';
import { findPerson } from '../../chat/words/people/find.js';
import { refOf } from '../../domain/branch/people.js';
import { right, wrong, type Read } from '../sheets/sheet.js';

/** A member of the branch; `张三(窗口党员)` distinguishes people of one name, as in chat. */
export function memberNamed(context: Context, name: string): Read<number> {
  return find(context, name) ?? wrong(`名册上没有党员“${name}”，请核对，或先用名册导入。`);
}

/** The people of a former year: members, and those who have left since. */
export function formerMemberNamed(context: Context, name: string): Read<number> {
  const here = find(context, name);
  if (here !== undefined) return here;
  const left = context.facts
    .all('person')
    .filter((person) => person.kind === 'member' && person.name === name);
  const [person] = left;
  return person !== undefined && left.length === 1
    ? right(person.id)
    : wrong(`名册上没有党员“${name}”。请核对姓名；已经离开、名册上没有的，请从表里删去这一行。`);
}

/** Undefined: nobody here has this name. */
function find(context: Context, name: string): Read<number> | undefined {
  if (name === '') return wrong('是空的，请填写。');
  const found = findPerson(context, name, 'member');
  switch (found.kind) {
    case 'found':
      return right(found.person.id);
    case 'none':
      return undefined;
    case 'many': {
      const titles = found.persons.map((person) =>
        personTitle(refOf(context.facts, person), context.rulebook),
      );
      return wrong(`有${found.persons.length}位“${name}”，请写成：${titles.join(' 或 ')}。`);
    }
  }
}
