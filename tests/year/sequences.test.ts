import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf } from '../../src/domain/period/civil.js';
import type { YearStep } from '../../src/domain/year/rows.js';
import { projectFolder } from '../../src/project-folder.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { inMemory, type InMemory } from '../support/branch/in-memory.js';

const cast = {
  张三: {},
  王芳: {},
  赵敏: { offices: ['recorder'] },
  李强: { offices: ['secretary'] },
  钱进: { offices: ['deputySecretary'] },
  何平: { kind: 'superior' },
} as const;

/** The usual way, which the random lines interrupt. */
const usual = [
  ['赵敏', '/年度 汇总'],
  ['李强', '/年度 评定 应到 5 实到 5 同意 5'],
  ['何平', '/年度 审核 通过'],
  ['李强', '/年度 公示'],
  ['李强', '/年度 归档'],
] as const;

/** What random lines left open is settled, and what they moved comes before the meeting again. */
const tidyUp = [
  ...[1, 2, 3, 4, 5, 6].map((number) => ['李强', `/驳回 ${number} 年底清理`] as const),
  ['何平', '/年度 审核 退回 请重新汇总'],
] as const;

const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...usual) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom('张三', '赵敏', '李强', '钱进', '何平'),
      fc.constantFrom(
        '/年度',
        '/年度 汇总',
        '/年度 评定 应到 5 实到 5 同意 3',
        '/年度 评定 应到 5 实到 5 同意 2',
        '/年度 等次 张三 合格 会议决定',
        '/年度 等次 王芳 优秀 会议决定',
        '/年度 审核 退回 请核实',
        '/年度 审核 通过',
        '/年度 公示',
        '/年度 归档',
        '/确认 1 已听取',
        '/确认 2 已听取',
        '/确认 3 已听取',
        '/更正 1 有误',
        '/更正 2 有误',
      ),
    ),
  },
  { weight: 1, arbitrary: fc.constant(['赵敏', '/减分 张三 22 撤销 决定 日期 2026年12月20日'] as const) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }) },
);

const openBranch = await inMemory(await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml')));

function stepsOf(branch: InMemory): readonly YearStep[] {
  return branch.facts().of('yearStep', 2026);
}

/** After any lines at all, an archived year has gone every step, the last of each in this order. */
function inspect(steps: readonly YearStep[]): void {
  const at = steps.findIndex(({ data }) => data.step === 'archive');
  if (at === -1) return;
  expect(at).toBe(steps.length - 1);
  const last = (wanted: YearStep['data']['step']) => steps.findLastIndex(({ data }) => data.step === wanted);
  const order = (['summary', 'decision', 'audit', 'notice', 'archive'] as const).map(last);
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((one, other) => one - other));
  const audit = steps[last('audit')]?.data;
  expect(audit?.step === 'audit' && audit.passed).toBe(true);
  for (const { at: posted, data } of steps.slice(last('notice'))) {
    if (data.step !== 'notice' && data.step !== 'memberNotice') continue;
    expect(data.until >= addDays(dateOf(posted), 7)).toBe(true);
    expect(dateOf(steps[at]?.at ?? '') > data.until).toBe(true);
  }
}

describe('any sequence of lines at the year end', () => {
  it('THEN nothing is archived that was not decided, passed and noticed for seven days; and afterwards nothing changes', () => {
    let archived = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 30, maxLength: 60 }), (said) => {
        const branch = openBranch(cast, '2027-01-04T10:00:00');
        let day = '2027-01-04';
        // However the random lines fall, the usual way is tried at the end; with none it is gone for certain.
        for (const one of [...said, ...tidyUp, ...usual.slice(0, 4), 9, 9, ...usual.slice(4)]) {
          if (typeof one === 'number') {
            day = addDays(day, one);
            branch.moveTo(`${day}T10:00:00`);
            continue;
          }
          const before = stepsOf(branch);
          branch.say(one[0], one[1], one[1].startsWith('/减') ? ['图.jpg'] : []);
          const closed = before.some(({ data }) => data.step === 'archive');
          if (closed) expect(stepsOf(branch)).toEqual(before);
        }
        inspect(stepsOf(branch));
        const done = stepsOf(branch).some(({ data }) => data.step === 'archive');
        expect(branch.facts().of('yearRecord', 2026)).toHaveLength(done ? 5 : 0);
        archived += done ? 1 : 0;
      }),
      { numRuns: 15, examples: [[[]]] },
    );
    expect(archived).toBeGreaterThan(0);
  });
});
