import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/app/use-case.js';
import type { Meaning } from '../../src/app/incoming.js';
import { createReader } from '../../src/chat/dispatch.js';
import { openBranch, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;
/** Reads one message as 赵敏 would have typed it in the group, without carrying it out. */
let read: (text: string) => Meaning;

beforeAll(async () => {
  branch = await openBranch();
  let context: Context | undefined;
  const message = { channel: 'test', messageId: 'probe' };
  const chat = { kind: 'group', id: 'group' } as const;
  const speaker = { account: '赵敏', nickname: null, chat };
  await branch.bot.handle({ branch: branch.id, message, speaker, files: [] }, (seen) => {
    context = seen;
    return { kind: 'silence' };
  });
  read = (text) => {
    if (context === undefined) throw new Error('the reader was not asked');
    return createReader(branch.bot.catalogue, text, '机器人')(context);
  };
});
afterAll(() => branch.close());

describe('what is no command', () => {
  it.each([
    '',
    ' ',
    '　',
    '\n\t',
    '你好',
    '@机器人',
    '@机器人 你好',
    '加分 张三 8',
    '8',
    '👍',
    '\u0000',
    '积分/查',
  ])('GIVEN %j WHEN it is said THEN silence', (text) => {
    expect(read(text)).toEqual({ kind: 'silence' });
  });
});

describe('strange commands are answered, never guessed', () => {
  it.each([
    '/',
    '//',
    '/ /',
    '/😀',
    '/\u0001',
    '／',
    '/积 分',
    '/加分',
    '/确认 一个',
    '/𫖯',
    '/constructor',
    '/__proto__',
  ])('GIVEN %j WHEN it is said THEN a sentence', (text) => {
    expect(read(text).kind).toBe('answer');
  });

  it('GIVEN a message of 10,000 characters WHEN it is said THEN one short sentence', () => {
    for (const text of [
      `/${'积'.repeat(10_000)}`,
      `/加分 ${'张'.repeat(10_000)} 8 献血`,
      `/加分 张三 8${'1'.repeat(10_000)}`,
    ]) {
      const reading = read(text);
      expect(reading.kind === 'answer' && reading.text.length < 400).toBe(true);
    }
  });

  it('GIVEN 500 names WHEN one is unknown THEN it alone is named', () => {
    const names = [...Array.from({ length: 499 }, () => '张三'), '䶮𫖯'].join('、');
    const reading = read(`/加分 ${names} 8 献血`);
    expect(reading.kind === 'answer' && reading.text).toContain('“䶮𫖯”');
  });

  it('GIVEN full-width signs WHEN a line is written in them THEN it is the same line', () => {
    const reading = read('＠机器人　／减分　张三，王芳　１９　本人　Ｘ２　上访');
    expect(reading).toEqual(read('/减分 张三、王芳 19 本人 x2 上访'));
    expect(read('／确认　＃１，２')).toEqual(read('/确认 #1、2'));
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(
    ...[
      '/加分',
      '/减分',
      '/确认',
      '/驳回',
      '/材料',
      '/积分',
      '/申报',
      '/更正',
      '/帮助',
      '/细则',
      '张三',
      '@王芳',
      '孙伟',
    ],
    ...[
      '8',
      '13',
      '22',
      '#1',
      '1、2',
      '市级',
      '警告',
      '×2',
      '证明',
      '日期',
      '会议',
      '11月20日',
      '全部',
      '是',
      '2025',
      '文号',
    ],
    ...['献血', '👨‍👩‍👧', '䶮', '𫖯', '\u0007', '(', '’', '%s', '<b>', '${x}', "'; DROP TABLE matter;--"],
  );
  const blanks = fc.constantFrom(' ', '　', '  ', '\u2005', '');
  const line = fc
    .array(fc.tuple(words, blanks), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.map((pair) => pair.join('')).join(''));

  it('WHEN it is read THEN the reader never throws and always gives one of its three answers', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          line,
          fc.string({ unit: 'binary' }).map((text) => `/${text}`),
        ),
        (text) => {
          expect(['intent', 'answer', 'silence']).toContain(read(text).kind);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('WHEN a line without a reason has words left over THEN it is no intent', () => {
    const complete = fc.constantFrom(
      '/积分 2025',
      '/证明 1',
      '/撤回 1',
      '/待办',
      '/确认 全部 是',
      '/细则 13',
      '/明细 张三 2025',
    );
    const rest = fc.constantFrom('x', '献血', '1a', '是是', '(', '𫖯', '2025x');
    fc.assert(
      fc.property(complete, rest, (start, extra) => {
        expect(read(start).kind).toBe('intent');
        expect(read(`${start} ${extra}`).kind).toBe('answer');
      }),
    );
  });
});
