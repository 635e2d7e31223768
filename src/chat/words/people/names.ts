import { isHere, refOf } from '../../../domain/branch/people.js';
import { personTitle } from '../../../words/persons.js';
import { findItem } from '../../../domain/rulebook/items.js';
import { word, type Loosen, type Word, type WordInput, type WordResult } from '../../define.js';
import { chineseNumber } from '../dates/tokens.js';
import { cutToken, rewrite, type Token } from '../line.js';
import type { WordProblem } from '../problem.js';
import { itemsCalled } from '../rules/titles.js';
import { findMemberEver, findPerson, joiners, namePieces, type Find, type Kind } from './find.js';
import { isGrave, knownAs, namesNear } from './near.js';

const startsLikeItem = /^(?:[+\-−.\d]|第[\d一二三四五六七八九十])/u;
const andWords = /[和与及跟]/u;

/** One person by name. */
function oneName(label: string, kind: Kind, find?: Find): Word<number> {
  return word(
    label,
    (input) => {
      const token = input.tokens[input.at];
      if (token === undefined || input.at >= input.end) return { kind: 'absent' };
      const read = readPiece(input, token, token.text, kind, find);
      return read.kind === 'found'
        ? { kind: 'taken', value: read.id, next: input.at + 1 }
        : problem(eachAlone(input, token, kind, find) ?? read.problem);
    },
    undefined,
    looseName(kind),
  );
}

/** 张三、王芳, where one is wanted: a line for each; a stranger does not learn who is on the roster. */
function eachAlone(input: WordInput, token: Token, kind: Kind, find?: Find): WordProblem | undefined {
  const pieces = namePieces(token.text).flatMap((piece) => splitByAnd(input, piece, kind));
  const all = pieces.every((piece) => readPiece(input, token, piece, kind, find).kind === 'found');
  if (pieces.length < 2 || !all || input.context.actor === null) return undefined;
  return { code: 'oneByOne', of: 'names', lines: pieces.map((piece) => rewrite(input.line, token, piece)) };
}

/** A name without the blank behind it, or with one inside: 张三8公益活动, 张 三. */
function looseName(kind: Kind): Loosen {
  return (input) => {
    const joined = padded(input, input.at, kind);
    if (joined !== undefined) return joined;
    const length = leadingName(input, input.tokens[input.at], kind);
    return length === undefined ? undefined : cutToken(input.tokens, input.at, length, { glued: true });
  };
}

/** The same for each of several names; `stop`: what follows them. */
function looseNames(kind: Kind, stop: RegExp | undefined): Loosen {
  return (input) => {
    let { tokens, end } = input;
    const grown = (next: readonly Token[]) => {
      end += next.length - tokens.length;
      tokens = next;
    };
    for (let at = input.at; at < end; at += 1) {
      const token = tokens[at];
      if (token === undefined || (stop?.test(token.text) === true && !token.named)) break;
      const pieces = namePieces(token.text).flatMap((piece) => splitByAnd(input, piece, kind));
      if (pieces.every((piece) => isName(input, piece, kind))) continue;
      const joined = padded({ ...input, tokens, end }, at, kind);
      if (joined !== undefined) {
        grown(joined);
        continue;
      }
      const length = leadingName(input, token, kind);
      if (length === undefined) break;
      const drop = joiners.test(token.text.charAt(length)) ? 1 : 0;
      grown(cutToken(tokens, at, length, { drop, glued: true }));
    }
    return tokens === input.tokens ? undefined : tokens;
  };
}

function isName({ context }: WordInput, piece: string, kind: Kind): boolean {
  return findPerson(context, piece, kind).kind !== 'none';
}

/** 张三和王芳, unless somebody is called so. */
function splitByAnd(input: WordInput, piece: string, kind: Kind): readonly string[] {
  if (isName(input, piece, kind)) return [piece];
  const parts = piece.split(andWords).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => isName(input, part, kind)) ? parts : [piece];
}

/** How many characters of a word the longest name at its beginning has; undefined: it begins with none. */
function leadingName(input: WordInput, token: Token | undefined, kind: Kind): number | undefined {
  if (token === undefined) return undefined;
  for (let length = token.text.length - 1; length > 0; length -= 1)
    if (isName(input, token.text.slice(0, length), kind)) return length;
  return undefined;
}

/** 张 三: a short name that somebody padded to the width of a long one. */
function padded(input: WordInput, at: number, kind: Kind): readonly Token[] | undefined {
  const [first, second] = [input.tokens[at], input.tokens[at + 1]];
  if (first === undefined || second === undefined || at + 1 >= input.end) return undefined;
  const text = `${first.text}${second.text}`;
  if (!isName(input, text, kind) || isName(input, first.text, kind)) return undefined;
  return [...input.tokens.slice(0, at), { ...first, text, end: second.end }, ...input.tokens.slice(at + 2)];
}

export const memberName = oneName('姓名', 'member');
export const personName = oneName('姓名', 'person');
/** Also who has left. */
export const memberEver = oneName('姓名', 'member', findMemberEver);

/** Names before an item number: every word up to it must be a name. */
export const memberNames = namesWord('member', startsLikeItem);

/** Members up to the end of the line or the next keyword, also of a year in which some have left. */
export const membersEver = namesWord('member', undefined, findMemberEver);

/** Names up to the end of the line or the next keyword: members and 群众. */
export const personNames = namesWord('person', undefined);

function namesWord(kind: Kind, stop: RegExp | undefined, find?: Find): Word<readonly number[]> {
  return word('姓名…', (input) => readNames(input, kind, stop, find), undefined, looseNames(kind, stop));
}

function readNames(
  input: WordInput,
  kind: Kind,
  stop: RegExp | undefined,
  find?: Find,
): WordResult<readonly number[]> {
  const ids: number[] = [];
  let at = input.at;
  for (; at < input.end; at += 1) {
    const token = input.tokens[at];
    if (token === undefined || (stop?.test(token.text) === true && !token.named)) break;
    const called =
      stop === undefined || ids.length === 0 ? [] : itemsCalled(input.context.rulebook, token.text);
    // 张三 公益活动: the title of one item serves as its number.
    if (called.some(({ exact }) => exact) && !isName(input, token.text, kind)) break;
    for (const written of namePieces(token.text)) {
      for (const piece of splitByAnd(input, written.startsWith('@') ? written.slice(1) : written, kind)) {
        const read = readPiece(input, token, piece, kind, find);
        if (read.kind === 'found') ids.push(read.id);
        else
          return problem(
            stop !== undefined && ids.length > 0 && at > input.at
              ? laterProblem(input, at, read.problem)
              : read.problem,
          );
      }
    }
  }
  return ids.length === 0 ? { kind: 'absent' } : { kind: 'taken', value: ids, next: at };
}

/** A word behind names that is none may have been meant as the item. */
function laterProblem({ context, line, tokens }: WordInput, at: number, found: WordProblem): WordProblem {
  const token = tokens[at];
  if (token === undefined || token.named || found.code !== 'unknownName' || joiners.test(token.text))
    return found;
  const spelled = findItem(context.rulebook, chineseNumber(token.text) ?? 0);
  if (spelled !== undefined) {
    const lines = [rewrite(line, token, String(spelled.number))];
    return { code: 'itemMeant', item: spelled.number, title: spelled.title, lines };
  }
  const lines = itemsCalled(context.rulebook, token.text).map(({ item }) =>
    rewrite(line, token, `${item.number} ${token.text}`),
  );
  const [only, ...others] = itemsCalled(context.rulebook, token.text);
  if (only !== undefined)
    return {
      code: 'itemMeant',
      item: others.length === 0 ? only.item.number : null,
      title: only.item.title,
      lines,
    };
  return { code: 'nameOrItem', text: token.text, lines: found.lines };
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
  // 王方、孙韦: the others of one word are put right too.
  const right = (other: string) => {
    if (other === piece || findPerson(context, other, kind).kind !== 'none') return other;
    const [near, ...more] = namesNear(context, other, kind);
    return more.length > 0 ? other : (near ?? other);
  };
  const instead = (name: string) => {
    const names = token.text.split(joiners).map(right).join('、');
    return rewrite(line, token, names.replace(piece, name));
  };
  switch (found.kind) {
    case 'found':
      return { kind: 'found', id: found.person.id };
    case 'none': {
      const known = knownAs(context, piece);
      const grave = isGrave(line) ? { isGrave: true as const } : {};
      const lines = known === undefined && !isGrave(line) ? namesNear(context, piece, kind).map(instead) : [];
      const problem = { code: 'unknownName' as const, name: piece, kind, lines, ...grave };
      return { kind: 'problem', problem: known === undefined ? problem : { ...problem, known } };
    }
    case 'many': {
      const lines = found.persons.map((person) =>
        instead(personTitle(refOf(context.facts, person), context.rulebook)),
      );
      const left = !found.persons.every(isHere);
      return { kind: 'problem', problem: { code: 'ambiguousName', name: piece, left, lines } };
    }
  }
}

function problem<T>(what: WordProblem): WordResult<T> {
  return { kind: 'problem', problem: what };
}
