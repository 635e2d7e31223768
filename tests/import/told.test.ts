import { describe, expect, test } from 'vitest';
import { privately, type Heard, type TestBranch } from '../support/branch/test-branch.js';
import { importFile, open, told, workbook } from './scene.js';

const head = ['姓名', '日期', '项号', '级别', '分值', '事由'];
const bonus = (count: number) =>
  Array.from({ length: count }, (_, index) => ['张三', '2026-03-05', 8, null, 3, `植树第${index + 1}次`]);
const deduction = ['王芳', '2026-09-01', 15, '一般', -3, '擅离岗位'];

/** Letters written since: whom, and in which state, by plain SQL; what they say is sealed. */
function letters(branch: TestBranch, after: number) {
  return branch.sql<{ name: string; id: number }>(
    'SELECT p.name AS name, o.id AS id FROM outbox o JOIN person p ON p.branch = o.branch AND p.id = o.person WHERE o.id > ? ORDER BY o.id',
    after,
  );
}

async function imported(rows: (string | number | null)[][]): Promise<{ branch: TestBranch; after: number }> {
  const branch = await open();
  await told(branch, '2026-11-23T10:30:00');
  const [{ n } = { n: 0 }] = branch.sql<{ n: number }>('SELECT COALESCE(MAX(id), 0) AS n FROM outbox');
  await importFile(branch, await workbook([head, ...rows]), { yes: true });
  return { branch, after: n };
}

describe('GIVEN an import THEN the running bot informs everybody it concerns, once', () => {
  test('three are shown in full; four are one letter', async () => {
    for (const [count, expected] of [
      [3, ['赵敏', '李强', '李强', '李强']],
      [4, ['赵敏', '李强']],
    ] as const) {
      const { branch, after } = await imported(bonus(count));
      expect(letters(branch, after)).toEqual([]);
      await told(branch, '2026-11-23T10:31:00');
      expect(letters(branch, after).map(({ name }) => name)).toEqual(expected);
      await told(branch, '2026-11-23T10:40:00');
      expect(letters(branch, after)).toHaveLength(expected.length);
    }
  });

  test('two files within one second are reported separately', async () => {
    const { branch, after } = await imported(bonus(1));
    const another = [head, ['王芳', '2026-04-05', 8, null, 3, '清扫']];
    await importFile(branch, await workbook(another, {}, '补登.xlsx'), { yes: true });
    await told(branch, '2026-11-23T10:31:00');
    const names = letters(branch, after).map(({ name }) => name);
    expect(names).toEqual(['赵敏', '李强', '赵敏', '李强']);
  });

  test('the subject of a deduction is heard, and the ruler sees the statement', async () => {
    const { branch, after } = await imported([deduction]);
    await told(branch, '2026-11-23T10:31:00');
    expect(letters(branch, after).map(({ name }) => name)).toEqual(['赵敏', '王芳', '李强']);
    const heard: Heard[] = await branch.say('王芳', '/说明 1 当天有会', 'private');
    expect(privately(heard, '李强')).toContain('本人说明：当天有会');
    expect(privately(heard, '李强')).toContain('材料：积分登记.xlsx“登记”第2行');
  });

  test('the subject of a line never gets the sheet, which holds the lines of others', async () => {
    const { branch } = await imported([...bonus(1), deduction]);
    await told(branch, '2026-11-23T10:31:00');
    for (const line of ['/待办 1', '/材料 1']) {
      const heard = await branch.say('张三', line, 'private');
      expect(privately(heard, '张三')).not.toContain('.xlsx');
    }
    expect(privately(await branch.say('李强', '/材料 1', 'private'), '李强')).toContain('.xlsx');
  });

  test('what is ruled afterwards does not make the rest news again', async () => {
    const { branch, after } = await imported(bonus(5));
    await told(branch, '2026-11-23T10:31:00');
    await branch.say('李强', '/确认 1 2', 'private');
    const before = letters(branch, after).length;
    await told(branch, '2026-11-23T10:40:00');
    expect(letters(branch, after)).toHaveLength(before);
  });

  test('what was ruled before is no longer reported', async () => {
    const { branch, after } = await imported(bonus(1));
    await branch.say('李强', '/确认 1', 'private');
    const before = letters(branch, after).length;
    await told(branch, '2026-11-23T10:31:00');
    expect(letters(branch, after)).toHaveLength(before);
  });

  test('the audit names who registered it, with the numbers', async () => {
    const { branch } = await imported(bonus(2));
    expect(branch.sql("SELECT actor, ids, channel FROM audit WHERE use_case = 'imports.points'")).toEqual([
      { actor: 4, ids: '[1,2]', channel: 'import' },
    ]);
  });
});
