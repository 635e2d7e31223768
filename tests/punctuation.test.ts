/** What people read in Chinese has full-width marks: in the program, in rulebooks, in documents and settings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { halfWidthMarks } from './support/punctuation.js';

function filesIn(folder: string, kind: RegExp): readonly string[] {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names.filter((name) => kind.test(name)).map((name) => join(folder, name));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Each literal with Chinese in it; what goes into a template is taken for Chinese. Examples and ways of saying a command are not read by people. */
function literals(file: string): readonly string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ['examples', 'says'].includes(node.name.getText())) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('某'));
    node.forEachChild(look);
  };
  look(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return found.filter((text) => /(?!某)\p{Script=Han}|某.*。/u.test(text));
}

/** What the bot says of somebody whom it does not know to be a man or a woman. */
const gendered = /(?<!其)他(?![人们])|她/u;

/** A document without its code; of a conversation what the bot says stays. */
function prose(text: string): string {
  return text.replace(/^```(\S*)\n([^]*?)^```/gmu, (_block, kind: string, code: string) =>
    kind === 'chat' ? code.replace(/^(?!机器人>|\s).*$/gmu, '') : '',
  );
}

/** What the bot says, its further lines indented, and what people typed. */
function conversation(text: string): { readonly said: string; readonly typed: string } {
  const bot = /^机器人>>?(?:(?<=>>)\S+)? ?(.*(?:\n {2}.*)*)/gmu;
  const said = [...text.matchAll(bot)].map(([, line]) => line).join('\n');
  return { said, typed: text.replace(bot, '') };
}

/** Titles and explanations of a rulebook, and its comments. */
function textsOf(file: string): readonly string[] {
  const texts: string[] = [];
  visit(parseDocument(read(file)), {
    Node: (_key, node) => {
      texts.push(...[node.comment, node.commentBefore].filter((comment) => typeof comment === 'string'));
      if (isScalar(node) && typeof node.value === 'string') texts.push(node.value);
      if (isMap(node) && typeof node.comment === 'string') texts.push(node.comment);
    },
  });
  return texts;
}

/** Every place, with its file. */
function faults(files: readonly string[], textsIn: (file: string) => readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    textsIn(file).flatMap((text) => halfWidthMarks(text).map((place) => `${file} ${place}`)),
  );
}

it('nobody is called 他 in what the bot says', () => {
  const said = filesIn('src/chat/replies', /\.ts$/u).flatMap(literals);
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((text) => gendered.test(text))).toEqual([]);
});

describe('marks beside Chinese are full-width', () => {
  it('in what the program says', () => {
    const everything = [...filesIn('src', /\.(ts|mjs|js)$/u), ...filesIn('commands', /\.ts$/u)];
    // Parts of ways of saying, and of expressions.
    const sources = everything.filter((file) => !/plain\/(?:phrases|fillers)\.ts$/u.test(file));
    expect(sources.length).toBeGreaterThan(100);
    expect(faults(sources, literals)).toEqual([]);
    expect(faults(filesIn('src/web/assets', /\.css$/u), (file) => [read(file)])).toEqual([]);
  });

  it('in documents written in Chinese, settings and the test run', () => {
    const all = [...readdirSync('.').filter((name) => name.endsWith('.md')), ...filesIn('docs', /\.md$/u)];
    const chinese = all.filter((file) => /^# .*\p{Script=Han}/u.test(read(file)));
    expect(chinese).toContain('README.md');
    expect(faults(chinese, (file) => [prose(read(file))])).toEqual([]);
    expect(faults(['.env.example'], (file) => [read(file)])).toEqual([]);
    expect(faults(['.ci/run'], (file) => [read(file).replace(/\$\([^)]*\)|\$\{[^}]*\}/gu, '$')])).toEqual([]);
  });

  it('in everything that the bot says in a transcript', () => {
    const transcripts = [
      ...filesIn('tests/transcripts', /\.chat$/u),
      ...filesIn('tests/transcripts-second', /\.chat$/u),
    ];
    expect(transcripts.length).toBeGreaterThan(100);
    const places = transcripts.flatMap((file) => {
      const { said, typed } = conversation(read(file));
      return halfWidthMarks(said, typed).map((place) => `${file} ${place}`);
    });
    expect(places).toEqual([]);
  });

  it('in rulebooks', () => {
    const rulebooks = [
      ...filesIn('rulebooks', /\.yaml$/u),
      ...filesIn('tests/support/rulebooks', /\.yaml$/u),
    ];
    expect(faults(rulebooks, textsOf)).toEqual([]);
  });
});

describe('the rule itself', () => {
  it.each([
    ['没有登记:张三', true],
    ['已登记 #1: 张三', true],
    ['主题党日(4人)', true],
    ['您是想用“/加分”吗?', true],
    ['写成Word,再发', true],
    ['11月27日（周五）15:00', false],
    ['请发送“/加分 张三(窗口党员) 8 献血,两次”', false],
    ['/加分 张三(窗口党员) 8 献血', false],
    ['应以 file: 开头', false],
    ['见[安装]（#安装）', false],
  ])('%s', (text, isWrong) => {
    expect(halfWidthMarks(text).length > 0).toBe(isWrong);
  });

  it('leaves what somebody typed as it was typed', () => {
    expect(halfWidthMarks('事由：周末(两次)', '赵敏> /加分 张三 8 周末(两次)')).toEqual([]);
    expect(halfWidthMarks('事由:周末(两次)', '赵敏> /加分 张三 8 周末(两次)')).toHaveLength(1);
  });
});
