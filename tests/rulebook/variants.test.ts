/** Any rulebook that is accepted works: a short life of a branch over many of them, without a line of code. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRulebookBytes } from '../../src/start/files/rulebook-file.js';
import { findItem } from '../../src/domain/rulebook/items.js';
import { inGroup, ledgerSum, openBranch, privately } from '../support/branch/test-branch.js';
import { editedYaml, type Edit } from './variant.js';

const edits = fc.record({
  bonusCap: fc.option(fc.integer({ min: 10, max: 40 })),
  points: fc.integer({ min: 1, max: 50 }),
  title: fc.constantFrom('公益活动', '志愿服务', '奉献'),
  number: fc.constantFrom(8, 24, 99),
  witnesses: fc.integer({ min: 1, max: 3 }),
  monthly: fc.boolean(),
  retired: fc.boolean(),
  free: fc.integer({ min: 0, max: 4 }),
});

it('GIVEN variants of the rulebook THEN a bonus, its score, the rules and a publication come out by them', async () => {
  await fc.assert(
    fc.asyncProperty(
      edits,
      async ({ bonusCap, points, title, number, witnesses, monthly, retired, free }) => {
        const list: readonly Edit[] = [
          [['scoring', 'bonusCap'], bonusCap],
          [['items', 1, 'points'], points],
          [['items', 1, 'title'], title],
          [['items', 1, 'number'], number],
          [['actions', 'fiveOnes', 2, 'bonusItem'], number],
          [['actions', 'fiveOnes', 4, 'bonusItem'], number],
          [['actions', 'services', 2, 'bonusItem'], number],
          [['actions', 'masses', 'bonusItem'], number],
          [['evidence', 'witnessesNeeded'], witnesses],
          [['publication', 'frequency'], monthly ? 'monthly' : 'quarterly'],
          [['categories', 6, 'scored'], retired],
          [['leave', 'freePersonalLeaves'], free],
        ];
        const read = readRulebookBytes(Buffer.from(editedYaml(...list)));
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const { rulebook } = read.loaded;
        const branch = await openBranch(undefined, undefined, read.loaded);
        try {
          const registered = await branch.say('赵敏', `/加分 张三 ${number} 献血`, 'group', ['证.jpg']);
          expect(inGroup(registered)).toContain(
            `第${number}项“${findItem(rulebook, number)?.title ?? ''}” +${points}分`,
          );
          await branch.say('李强', '/确认 1');
          const base = rulebook.scoring.basePoints;
          const total = base + Math.min(points, bonusCap ?? points);
          expect(privately(await branch.say('张三', '/积分', 'private'), '张三')).toContain(
            `积分：${total}分`,
          );
          expect(ledgerSum(branch, 1)).toBe(points);
          expect(inGroup(await branch.say('张三', '/细则'))).toContain(`${number} ${title} +${points}分`);
          branch.moveTo('2027-01-05T10:00:00');
          const past = monthly ? '12月' : '四季度';
          expect(inGroup(await branch.say('李强', `/公示 ${past}`))).toContain(`2026年${past}积分`);
          const heard = inGroup(await branch.say('赵敏', `/加分 郑国 ${number} 植树`));
          expect(heard).toContain(retired ? '已登记 #2' : '是离退休党员');
        } finally {
          await branch.close();
        }
      },
    ),
    { numRuns: 12 },
  );
});
