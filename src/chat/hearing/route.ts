import type { Command } from '../define.js';
import { rewrite, type Line, type Token } from '../words/line.js';
import { matterWord, matterWords } from '../words/plain.js';

/** A branch as a line may name it. */
export interface NamedBranch {
  readonly id: string;
  readonly name: string;
}

/** A line for a branch: `to` as the branch reads it, `ask` as it is written with the branch's name. */
export interface NamedBranchLine {
  readonly branch: string;
  readonly text: string;
}

/** Where a line goes when its speaker belongs to several branches, and how it reads there. */
type Route =
  | { readonly kind: 'to'; readonly lines: readonly NamedBranchLine[] }
  /** Asked with complete lines to copy; `unknown`: the speaker has no such branch. */
  | { readonly kind: 'ask'; readonly lines: readonly NamedBranchLine[]; readonly unknown: string | null };

/** Shorter parts of a branch's name are too ambiguous. */
const shortestPart = 2;
/** Answered by every branch, each under its name. */
const inEach = new Set(['待办', '状态']);
/** The same answer everywhere. */
const anywhere = new Set(['帮助', '细则']);
const all = '全部';
const mark = '#';
/** May be left out of a branch's name: 一支部. */
export const optionalWord = '党';

/**
 * Picks the branch of a line in a private chat: `/确认 一支部#3`, `/积分 一支部 张三`, `/待办`. What picks the branch is
 * taken out, so that the ordinary reader sees an ordinary line.
 *
 * @param exists whether a branch has a matter of this number
 */
export function routeLine(
  line: Line,
  command: Command | undefined,
  branches: readonly NamedBranch[],
  exists: (branch: string, matter: number) => boolean,
): Route {
  const [first] = branches;
  if (first === undefined) throw new Error('no branch to choose from');
  const only = (branch: NamedBranch, text: string): Route => ({
    kind: 'to',
    lines: [{ branch: branch.id, text }],
  });
  if (command === undefined || anywhere.has(command.name)) return only(first, line.text);
  const shape = shapeOf(command);
  const marked = shape === 'none' ? [] : markedTokens(line, shape);
  if (marked.length > 0) return routeMarked(line, marked, branches);
  const [leading] = line.tokens;
  const named = leading === undefined || leading.named ? [] : branchesCalled(leading.text, branches);
  const [picked] = named;
  if (leading !== undefined && picked !== undefined) {
    return named.length === 1
      ? only(picked, without(line, leading))
      : ask(named, (branch) => rewrite(line, leading, branch.name));
  }
  const number = numberOf(leading);
  if (shape !== 'none' && leading !== undefined && number !== undefined) {
    const there = branches.filter((branch) => exists(branch.id, number));
    const offered = there.length > 0 ? there : branches;
    return ask(offered, ({ name }) => rewrite(line, leading, `${name}${mark}${bare(leading)}`));
  }
  if (inEach.has(command.name) || (shape !== 'none' && leading?.text === all))
    return { kind: 'to', lines: branches.map((branch) => ({ branch: branch.id, text: line.text })) };
  // Without a matter the answer only asks to complete the line, the same in every branch.
  if (shape !== 'none' && leading === undefined) return only(first, line.text);
  const head = `/${line.name}`;
  return ask(branches, ({ name }) => `${head} ${name}${line.text.slice(head.length)}`);
}

/** Branches with this name: the full name first, then a part of it. */
export function branchesCalled(written: string, branches: readonly NamedBranch[]): readonly NamedBranch[] {
  const exact = branches.filter(({ name }) => name === written);
  if (exact.length > 0 || Array.from(written).length < shortestPart) return exact;
  return branches.filter(({ name }) => name.includes(written) || short(name).includes(short(written)));
}

function short(name: string): string {
  return name.replaceAll(optionalWord, '');
}

type Shape = 'none' | 'one' | 'several';

/** Whether the command is about matters, one or several to a line. */
function shapeOf(command: Command): Shape {
  const words = command.forms.map((form) => Object.values(form.words)[0]);
  if (words.includes(matterWords)) return 'several';
  return words.includes(matterWord) ? 'one' : 'none';
}

interface Marked {
  readonly token: Token;
  readonly written: string;
  readonly rest: string;
}

/** 一支部#3 and the like; after the first matter of `/驳回` everything is reason. */
function markedTokens(line: Line, shape: Shape): readonly Marked[] {
  const looked = shape === 'several' ? line.tokens : line.tokens.slice(0, 1);
  return looked.flatMap((token) => {
    const at = token.text.indexOf(mark);
    return at < 1 ? [] : [{ token, written: token.text.slice(0, at), rest: token.text.slice(at + 1) }];
  });
}

function routeMarked(line: Line, marked: readonly Marked[], branches: readonly NamedBranch[]): Route {
  const owners = new Map<Token, NamedBranch>();
  for (const { token, written, rest } of marked) {
    const called = branchesCalled(written, branches);
    const [branch] = called;
    if (branch === undefined || called.length > 1) {
      const offered = called.length > 1 ? called : branches;
      const asked = ask(offered, ({ name }) => rewrite(line, token, `${name}${mark}${rest}`));
      return branch === undefined ? { ...asked, unknown: written } : asked;
    }
    owners.set(token, branch);
  }
  const named = [...new Set(owners.values())];
  const lines = named.map((branch) => ({ branch: branch.id, text: textFor(branch, line, owners) }));
  return { kind: 'to', lines };
}

/** Words in front of the first mark belong to every branch, those behind a mark to its branch. */
function textFor(branch: NamedBranch, line: Line, owners: ReadonlyMap<Token, NamedBranch>): string {
  let owner: NamedBranch | undefined;
  let text = `/${line.name}`;
  let end = text.length;
  for (const token of line.tokens) {
    const marked = owners.get(token);
    owner = marked ?? owner;
    const blank = line.text.slice(end, token.start);
    const said = line.text.slice(token.start, token.end);
    end = token.end;
    if (owner === undefined || owner === branch)
      text += blank + (marked === undefined ? said : said.slice(said.indexOf(mark)));
  }
  return text;
}

function ask(
  branches: readonly NamedBranch[],
  written: (branch: NamedBranch) => string,
): Extract<Route, { readonly kind: 'ask' }> {
  const lines = branches.map((branch) => ({ branch: branch.id, text: written(branch) }));
  return { kind: 'ask', lines, unknown: null };
}

function without(line: Line, token: Token): string {
  return `${line.text.slice(0, token.start).trimEnd()} ${line.text.slice(token.end).trimStart()}`.trimEnd();
}

function bare(token: Token): string {
  return token.text.startsWith(mark) ? token.text.slice(1) : token.text;
}

/** The first of `3`, `#3`, `3、4`. */
function numberOf(token: Token | undefined): number | undefined {
  const number = Number.parseInt(token === undefined ? '' : bare(token), 10);
  return Number.isNaN(number) ? undefined : number;
}
