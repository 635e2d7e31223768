import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Meaning } from '../../src/app/incoming.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { inMemory } from '../support/branch/in-memory.js';

/** Slips of the keyboard that any command may suffer; `last` only where no free text ends the line. */
const anywhere: readonly ((line: string) => string)[] = [
  (line) => line.replace('/', '／'),
  (line) => line.replace('/', '、'),
  (line) => line.replace('/', '\\'),
  (line) => `“${line}”`,
  (line) => `@机器人 ${line}`,
  (line) => `@机器人${line}`,
  (line) => line.replaceAll(' ', '　'),
  (line) => line.replaceAll(' ', '\u00a0 '),
  (line) => `  ${line} `,
  (line) => `「王芳：收到」\n- - - - - -\n${line}`,
  (line) => line.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
];

const rows = readFileSync('tests/command-lines/slips.txt', 'utf8')
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('#'));
const typed: { who: string; meant: string; line: string; asked: boolean }[] = [];
for (const row of rows) {
  const { who = '', meant = '' } = typed.at(-1) ?? {};
  if (row.startsWith('= ')) {
    const [by = '', line = ''] = row.slice(2).split('｜');
    typed.push({ who: by, meant: line, line, asked: false });
    for (const slip of anywhere) typed.push({ who: by, meant: line, line: slip(line), asked: false });
  } else typed.push({ who, meant, line: row.replace(/^\?/u, ''), asked: row.startsWith('?') });
}

const branch = (await inMemory(await loadRulebook('rulebooks/2018.yaml')))(
  {
    ...{ 张三: {}, 王芳: {}, 马䶮: {}, 阿依古丽·买买提: {}, 孙丽: {}, 高山: {}, 周涛: {} },
    冯晓燕: { offices: ['recorder'] },
    周建国: { offices: ['secretary'] },
    吴秀兰: { offices: ['deputySecretary'] },
  },
  '2026-09-14T09:00:00',
);
branch.say('冯晓燕', '/活动 支部大会 9月18日15:00 三楼');
branch.say('冯晓燕', '/活动 党课 9月22日9:00 三楼');
branch.say('王芳', '/请假 党课');
branch.say('冯晓燕', '/加分 孙丽 8 社区清雪');
branch.say('冯晓燕', '/加分 高山 8 敬老院打扫', ['照片.jpg']);

/** The use case and what it is given, or the answer. */
function told(meaning: Meaning): unknown {
  return meaning.kind === 'intent'
    ? { useCase: meaning.intent.useCase.name, input: meaning.intent.input }
    : meaning;
}

/** The lines that an answer offers to copy. */
function offered(text: string): readonly string[] {
  const told = text.replace(/没有“[^”]*”。|您是想用[^？]*？|“\/[^”]*”是/gu, '');
  const quoted = [...told.matchAll(/“(\/[^”]*)”/gu)].map(([, line = '']) => line);
  const below = told.split('\n').flatMap((line) => /(?:^|[：？] ?|\s)(\/.*)$/u.exec(line)?.[1] ?? []);
  return [...quoted, ...below].filter(
    (line) => !/^\/(?:改期 活动|点名 活动)|[[\]…|]|编号|理由|姓名/u.test(line),
  );
}

describe('slips of the keyboard', () => {
  it('are at least three hundred', () => {
    expect(typed.length).toBeGreaterThan(300);
  });

  it.each(typed.filter(({ asked }) => !asked))('WHEN $who types $line THEN it is $meant', (slip) => {
    expect(told(branch.read(slip.who, slip.line))).toEqual(told(branch.read(slip.who, slip.meant)));
  });

  it.each(typed.filter(({ asked }) => asked))(
    'WHEN $who types $line THEN it is asked about, and each line offered is understood',
    ({ who, line }) => {
      const meaning = branch.read(who, line);
      expect(meaning.kind).toBe('answer');
      const lines = offered(meaning.kind === 'answer' ? meaning.text : '');
      expect(lines).not.toEqual([]);
      for (const one of lines) expect(branch.read(who, one).kind, one).toBe('intent');
    },
  );
});
