import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeScore } from '../../src/domain/points/score.js';
import { openBranch, type TestBranch } from '../support/branch/test-branch.js';

const people = ['张三', '王芳', '赵敏', '李强', '钱进', '何平'] as const;
const cast = {
  张三: {},
  王芳: {},
  赵敏: { offices: ['recorder'] },
  李强: { offices: ['secretary'] },
  钱进: { offices: ['deputySecretary'] },
  何平: { kind: 'superior' },
} as const;

const who = fc.constantFrom(...people);
const member = fc.constantFrom('张三', '王芳', '李强', '钱进', '赵敏');
const number = fc.integer({ min: 1, max: 8 });
const reason = fc.constantFrom('献血', '植树');

/** One line typed by any person; most are refused, and that is the point. */
const line = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constantFrom('/加分', '/加分'),
        member,
        fc.constantFrom('8', '13 工委', '13 省级'),
        reason,
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constant('/减分'),
        member,
        fc.constantFrom('15 一般', '15 强烈', '22 留党', '19 亲属 ×2'),
        reason,
      ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant('/申报'), fc.constantFrom('8', '9'), reason) },
    {
      weight: 6,
      arbitrary: fc.tuple(
        fc.constant('/确认'),
        number.map((one) => `${one} 已听取`),
      ),
    },
    { weight: 1, arbitrary: fc.constant(['/确认', '全部']) },
    { weight: 1, arbitrary: fc.constant(['/确认', '全部', '是']) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('/撤回', '/证明', '/材料'), number.map(String)) },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom('/驳回', '/退回', '/说明'),
        number.map(String),
        fc.constant('不实'),
      ),
    },
    { weight: 3, arbitrary: fc.tuple(fc.constant('/更正'), number.map(String), fc.constant('有误')) },
  )
  .map((words) => words.join(' '));

interface EntryRow {
  readonly seq: number;
  readonly member: number;
  readonly side: 'bonus' | 'deduction';
  readonly points: number;
  readonly ruler: number;
  readonly reverses: number | null;
  readonly item: number;
  readonly deedOn: string;
}

async function inspect(branch: TestBranch): Promise<void> {
  const rows = branch.sql<EntryRow>(
    'SELECT seq, member, side, points, ruler, reverses, item, deed_on AS deedOn FROM ledger_entry ORDER BY seq',
  );
  expect(rows.every((row) => row.ruler !== row.member)).toBe(true);
  const reversed = rows.flatMap((row) => (row.reverses === null ? [] : [row.reverses]));
  expect(new Set(reversed).size).toBe(reversed.length);
  for (const [index, name] of people.slice(0, 5).entries()) {
    const own = rows.filter((row) => row.member === index + 1);
    const sums = branch.sql<{ bonus: number; minus: number }>(
      "SELECT COALESCE(SUM(CASE side WHEN 'bonus' THEN points END), 0) AS bonus, COALESCE(SUM(CASE side WHEN 'deduction' THEN -points END), 0) AS minus FROM ledger_entry WHERE member = ?",
      index + 1,
    )[0];
    const total = 100 + (sums?.bonus ?? 0) - Math.min(100, sums?.minus ?? 0);
    expect(computeScore(own, { basePoints: 100, bonusCap: null }, false).total).toBe(total);
    const [answer] = await branch.say(name, '/积分', 'private');
    expect(answer?.text).toContain(`${name} 2026年积分：${total}分`);
  }
  const twice = branch.sql<{ count: number }>(
    "SELECT COUNT(*) AS count FROM ruling r JOIN matter m ON m.branch = r.branch AND m.number = r.matter WHERE r.ruler IN (m.subject, m.proposer) OR m.state NOT IN ('confirmed', 'rejected')",
  );
  expect(twice[0]?.count).toBe(0);
}

describe('any sequence of lines', () => {
  it('THEN the rows of the file add up to the score, nothing is reversed twice and nobody rules on himself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(who, line), { minLength: 10, maxLength: 60 }), async (said) => {
        const branch = await openBranch(cast);
        try {
          for (const [speaker, text] of said) {
            const heard = await branch.say(
              speaker,
              text,
              'group',
              text.startsWith('/加') || text.startsWith('/减') ? ['图.jpg'] : [],
            );
            expect(heard.map((each) => each.text).join('\n')).not.toContain('系统出错');
          }
          await inspect(branch);
        } finally {
          await branch.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});
