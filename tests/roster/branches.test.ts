import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { branchesCalled, routeLine } from '../../src/chat/hearing/route.js';
import { createCatalogue, type Catalogue } from '../../src/chat/catalogue.js';
import { readLine } from '../../src/chat/words/line.js';
import { allCommands } from '../support/branch/commands.js';

const branches = [
  { id: 'b1', name: '机关第一党支部' },
  { id: 'b2', name: '机关第二党支部' },
  { id: 'b3', name: '机关第十一党支部' },
];
let catalogue: Catalogue | undefined;
beforeAll(async () => {
  catalogue = createCatalogue(await allCommands());
});

/** Matter 1 exists everywhere, matter 5 in the second branch only. */
function route(text: string) {
  const line = readLine(text, '机器人')!;
  const exists = (branch: string, number: number) => number === 1 || (number === 5 && branch === 'b2');
  const routed = routeLine(line, catalogue?.find(line.name), branches, exists);
  return routed.kind === 'to' ? routed : { ...routed, lines: routed.lines.map((each) => each.text) };
}

const to = (...lines: [string, string][]) => ({
  kind: 'to',
  lines: lines.map(([branch, text]) => ({ branch, text })),
});

describe('a branch is called', () => {
  test.each([
    ['机关第一党支部', ['b1']],
    ['第一党支部', ['b1']],
    ['二支部', ['b2']],
    ['第一支部', ['b1']],
    ['十一支部', ['b3']],
    ['一支部', ['b1', 'b3']],
    ['支部', ['b1', 'b2', 'b3']],
    ['一', []],
    ['三支部', []],
  ])('%s', (written, ids) => {
    expect(branchesCalled(written, branches).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a line of somebody of several branches', () => {
  test('goes to the branch in front of the number, which is taken out', () => {
    expect(route('/确认 二支部#3')).toEqual(to(['b2', '/确认 #3']));
    expect(route('/确认 二支部#3、4 5 会议 11月20日')).toEqual(to(['b2', '/确认 #3、4 5 会议 11月20日']));
  });

  test('is shared out where it names several', () => {
    expect(route('/确认 第一支部#1 2 二支部#3')).toEqual(to(['b1', '/确认 #1 2'], ['b2', '/确认 #3']));
  });

  test('with a bare number is asked back with the branches that have it, else with all', () => {
    expect(route('/确认 5')).toMatchObject({ kind: 'ask', lines: ['/确认 机关第二党支部#5'] });
    expect(route('/确认 #5 会议 11月20日')).toMatchObject({
      lines: ['/确认 机关第二党支部#5 会议 11月20日'],
    });
    expect(route('/确认 1')).toMatchObject({ lines: branches.map(({ name }) => `/确认 ${name}#1`) });
    expect(route('/确认 8')).toMatchObject({ lines: branches.map(({ name }) => `/确认 ${name}#8`) });
  });

  test('with an unclear or unknown branch is asked back', () => {
    expect(route('/确认 一支部#1')).toEqual({
      kind: 'ask',
      unknown: null,
      lines: ['/确认 机关第一党支部#1', '/确认 机关第十一党支部#1'],
    });
    expect(route('/确认 三支部#1')).toMatchObject({ kind: 'ask', unknown: '三支部' });
  });

  test('goes to the branch named in front', () => {
    expect(route('/积分 二支部 张三')).toEqual(to(['b2', '/积分 张三']));
    expect(route('/积分 机关第二党支部')).toEqual(to(['b2', '/积分']));
    expect(route('/积分 张三')).toMatchObject({
      kind: 'ask',
      lines: branches.map(({ name }) => `/积分 ${name} 张三`),
    });
    expect(route('/任职 王芳 支委')).toMatchObject({ kind: 'ask' });
  });

  test('is never carried out in more than the branches it names', () => {
    const words = fc.constantFrom('张三', '1', '#5', '二支部', '二支部#1', '一支部#1', '支委', '会议');
    const names = fc.constantFrom('确认', '积分', '任职', '免职', '加分', '证明', '党员');
    fc.assert(
      fc.property(names, fc.array(words, { maxLength: 4 }), (name, parts) => {
        const routed = route(`/${name} ${parts.join(' ')}`.trim());
        if (routed.kind === 'ask') return;
        const ids = routed.lines.map(({ branch }) => branch);
        // A line that names no branch goes nowhere but to be completed, and then to one only.
        if (!parts.some((part) => part.includes('支部'))) expect(ids).toHaveLength(1);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
