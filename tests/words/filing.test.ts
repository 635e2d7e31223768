/** Where a sentence is found: code `a.b` in the folder `a`, codes in the order of the alphabet. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

interface List {
  readonly file: string;
  readonly name: string;
  readonly codes: readonly string[];
  /** Interfaces that a list of codes takes in. */
  readonly parts: readonly string[];
}

function filesIn(root: string): readonly string[] {
  const names = readdirSync(root, { recursive: true }) as string[];
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, name));
}

const codesOf = (members: readonly ts.NamedDeclaration[]): readonly string[] =>
  members.flatMap(({ name }) => (name === undefined ? [] : [name.getText()]));

/** The object in which a table is written, alone or inside of a wrapper's call. */
function literalIn(value: ts.Expression): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(value)) return value;
  return ts.isCallExpression(value) ? value.arguments.map(literalIn).find((found) => found) : undefined;
}

function listIn(file: string, node: ts.Node): List | undefined {
  if (ts.isInterfaceDeclaration(node)) {
    const parts = node.heritageClauses?.flatMap(({ types }) => types.map((type) => type.getText())) ?? [];
    return { file, name: node.name.text, codes: codesOf([...node.members]), parts };
  }
  if (!ts.isVariableDeclaration(node) || node.type?.getText().startsWith('Sentences<') !== true)
    return undefined;
  const literal = node.initializer === undefined ? undefined : literalIn(node.initializer);
  if (literal === undefined) throw new Error(`${file}: no table in ${node.name.getText()}`);
  return { file, name: node.name.getText(), codes: codesOf([...literal.properties]), parts: [] };
}

function listsIn(file: string): readonly List[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: List[] = [];
  const look = (node: ts.Node): void => {
    const list = listIn(file, node);
    if (list !== undefined) found.push(list);
    node.forEachChild(look);
  };
  look(source);
  return found;
}

const replies = 'src/chat/replies';
const tables = filesIn(replies)
  .flatMap(listsIn)
  .filter(({ name }) => /^[a-z]/u.test(name));
const interfaces = filesIn('src/app')
  .filter((file) => file.endsWith('says.ts'))
  .flatMap(listsIn);

function allCodes(name: string): readonly string[] {
  const list = interfaces.find((one) => one.name === name);
  return list === undefined ? [] : [...list.codes, ...list.parts.flatMap(allCodes)];
}

/** actions: ActionSays … */
const subjects = [...readFileSync('src/app/says.ts', 'utf8').matchAll(/^ {2}(\w+): (\w+Says);$/gmu)].map(
  ([, subject = '', type = '']) => ({ subject, type }),
);
const sorted = (codes: Iterable<string>): readonly string[] => [...new Set(codes)].sort();

it.each(subjects)('the sentences of $subject.* are in the folder of that name', ({ subject, type }) => {
  const declared = tables.filter(({ file }) => file.startsWith(join(replies, subject, '/')));
  expect(allCodes(type)).not.toEqual([]);
  expect(sorted(declared.flatMap(({ codes }) => codes))).toEqual(sorted(allCodes(type)));
});

it('no sentence is anywhere else', () => {
  const folders = subjects.map(({ subject }) => join(replies, subject, '/'));
  const strays = tables.filter(({ file }) => !folders.some((folder) => file.startsWith(folder)));
  expect(strays.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
});

it('codes and sentences are listed in the order of the alphabet', () => {
  const says = interfaces.filter(({ name }) => /(?:Says|Refusals|YearLists)$/u.test(name));
  const unsorted = [...says, ...tables].filter(({ codes }) => codes.join() !== sorted(codes).join());
  expect(unsorted.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
});
