import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import type { Context } from '../../../app/use-case.js';
import { seesOthers } from '../../../app/roster/register/readers.js';
import { isHere, refOf, type PersonRef } from '../../../domain/branch/people.js';
import type { Person } from '../../../domain/roster/rows.js';
import { tidyName } from '../../../domain/roster/names.js';
import { personTitle } from '../../../words/persons.js';
import { rewrite, type Token } from '../line.js';
import type { WordProblem } from '../problem.js';

type Kind = 'member' | 'person';

/** Between names written as one word. */
const joiners = /[、,;\uff0c\uff1b]/u;
const apart = /^(.*?)[(\uff08](.+)[)\uff09]$/u;
const startsLikeItem = /^(?:[+\-−.\d]|第\d)/u;

type Found =
  | { readonly kind: 'found'; readonly person: Person }
  | { readonly kind: 'none' }
  | { readonly kind: 'many'; readonly persons: readonly Person[] };

type Find = (context: Context, typed: string) => Found;

/** Who is called so. `张三(窗口党员)` tells people of one name apart. */
export function findPerson(context: Context, typed: string, kind: Kind): Found {
  const isMeant = (person: Person) => isHere(person) && (kind === 'person' || person.kind === 'member');
  return findAmong(context, context.facts.all('person').filter(isMeant), typed);
}

/**
 * For reading only, by those who may read about others: includes members who have left. Of two with one
 * name the present one is meant; a question lists all of them.
 */
export const findMemberEver: Find = (context, typed) => {
  const { facts, actor } = context;
  const found = findPerson(context, typed, 'member');
  if (found.kind === 'found' || actor === null || !seesOthers(facts, actor)) return found;
  const isMeant = (person: Person) => !isHere(person) && person.kind === 'member';
  const left = findAmong(context, facts.all('person').filter(isMeant), typed);
  if (found.kind === 'none') return left;
  if (left.kind === 'none') return found;
  const others = left.kind === 'many' ? left.persons : [left.person];
  return { kind: 'many', persons: [...found.persons, ...others] };
};

function findAmong({ facts, rulebook }: Context, everybody: readonly Person[], typed: string): Found {
  const written = tidyName(typed);
  const plain = everybody.filter((person) => person.name === written);
  const [only] = plain;
  if (only !== undefined)
    return plain.length === 1 ? { kind: 'found', person: only } : { kind: 'many', persons: plain };
  const parts = apart.exec(written);
  if (parts === null) return { kind: 'none' };
  const [, name = '', note = ''] = parts;
  const fits = everybody.filter(
    (person) => person.name === name && noteFits(person, refOf(facts, person), note, rulebook),
  );
  const [one] = fits;
  return one !== undefined && fits.length === 1 ? { kind: 'found', person: one } : { kind: 'none' };
}

/** Whether a word is made of names alone: 张三、王芳. */
export function areNames(context: Context, text: string): boolean {
  const pieces = text.split(joiners).filter((part) => part !== '');
  return pieces.length > 0 && pieces.every((piece) => findPerson(context, piece, 'person').kind !== 'none');
}

function noteFits(person: Person, ref: PersonRef, note: string, rulebook: Context['rulebook']): boolean {
  const category = rulebook.categories.find((known) => known.id === person.category)?.label;
  return (
    personTitle(ref, rulebook) === `${person.name}（${note}）` ||
    category === note ||
    person.group === note ||
    note === `${person.id}号`
  );
}

/** One person by name. */
function oneName(label: string, kind: Kind, find?: Find): Word<number> {
  return word(label, (input) => {
    const token = input.tokens[input.at];
    if (token === undefined || input.at >= input.end) return { kind: 'absent' };
    const read = readPiece(input, token, token.text, kind, find);
    return read.kind === 'found'
      ? { kind: 'taken', value: read.id, next: input.at + 1 }
      : problem(read.problem);
  });
}

export const memberName = oneName('姓名', 'member');
export const personName = oneName('姓名', 'person');
/** Of what only reads: also who has left. */
export const memberEver = oneName('姓名', 'member', findMemberEver);

/** Names before an item number: every word up to it must be a name. */
export const memberNames: Word<readonly number[]> = word('姓名…', (input) =>
  readNames(input, 'member', startsLikeItem),
);

/** Members up to the end of the line or the next keyword. */
export const membersListed: Word<readonly number[]> = word('姓名…', (input) =>
  readNames(input, 'member', undefined),
);

/** Names up to the end of the line or the next keyword: members and 群众. */
export const personNames: Word<readonly number[]> = word('姓名…', (input) =>
  readNames(input, 'person', undefined),
);

function readNames(input: WordInput, kind: Kind, stop: RegExp | undefined): WordResult<readonly number[]> {
  const ids: number[] = [];
  let at = input.at;
  for (; at < input.end; at += 1) {
    const token = input.tokens[at];
    if (token === undefined || (stop?.test(token.text) === true && !token.named)) break;
    for (const piece of token.text.split(joiners).filter((part) => part !== '')) {
      const read = readPiece(input, token, piece.startsWith('@') ? piece.slice(1) : piece, kind);
      if (read.kind === 'problem') {
        const later = stop !== undefined && ids.length > 0 && at > input.at && !token.named;
        const reason = later && read.problem.code === 'unknownName' && !joiners.test(token.text);
        return problem(reason ? { code: 'nameOrItem', text: piece } : read.problem);
      }
      ids.push(read.id);
    }
  }
  return ids.length === 0 ? { kind: 'absent' } : { kind: 'taken', value: ids, next: at };
}

function readPiece(
  { context, line }: WordInput,
  token: Token,
  piece: string,
  kind: Kind,
  find: Find = (where, typed) => findPerson(where, typed, kind),
):
  | { readonly kind: 'found'; readonly id: number }
  | { readonly kind: 'problem'; readonly problem: WordProblem } {
  const found = find(context, piece);
  switch (found.kind) {
    case 'found':
      return { kind: 'found', id: found.person.id };
    case 'none':
      return { kind: 'problem', problem: { code: 'unknownName', name: piece, kind } };
    case 'many': {
      const lines = found.persons.map((person) => {
        const title = personTitle(refOf(context.facts, person), context.rulebook);
        return rewrite(line, token, token.text.replace(piece, title));
      });
      const left = !found.persons.every(isHere);
      return { kind: 'problem', problem: { code: 'ambiguousName', name: piece, left, lines } };
    }
  }
}

function problem<T>(what: WordProblem): WordResult<T> {
  return { kind: 'problem', problem: what };
}
