import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;

beforeEach(async () => {
  branch = await openBranch({
    张三: {},
    赵敏: { offices: ['recorder'] },
    李强: { offices: ['secretary'] },
    钱进: { offices: ['deputySecretary'] },
    孙伟: { kind: 'mass', category: null },
    何平: { kind: 'superior', category: null },
  });
  await branch.say('赵敏', '/加分 张三 8 献血', 'group', ['证.jpg']);
  await branch.say('李强', '/确认 1');
  await branch.say('孙伟', '/异议 1 有误', 'private');
});
afterEach(() => branch.close());

/** What the clock has sent the deputy, up to an instant. */
async function reminders(until: string): Promise<readonly string[]> {
  const runs: string[] = [];
  await branch.bot.advance(until, (instant) => branch.moveTo(instant));
  for (const { messageId } of branch.bot.store.lastRuns(branch.id, 500))
    if (messageId.startsWith('objection-reminder/')) runs.push(messageId);
  return runs.reverse();
}

describe('an objection made on Monday 23 November', () => {
  it('GIVEN no answer THEN it is called to mind on the fifth working day at nine, and every five again', async () => {
    expect(await reminders('2026-11-30T08:59:59')).toEqual([]);
    expect(await reminders('2026-11-30T09:00:00')).toEqual(['objection-reminder/2@2026-11-30T09:00:00']);
    expect(await reminders('2026-12-06T09:00:00')).toHaveLength(1);
    expect(await reminders('2026-12-07T09:00:00')).toEqual([
      'objection-reminder/2@2026-11-30T09:00:00',
      'objection-reminder/2@2026-12-07T09:00:00',
    ]);
    expect(privately(await branch.say('何平', '/状态', 'private'), '何平')).toContain(
      '异议：待答复1件（#2），其中1件已满5个工作日',
    );
  });

  it('GIVEN an answer the day before THEN nobody is reminded', async () => {
    branch.moveTo('2026-11-27T17:00:00');
    await branch.say('钱进', '/答复 2 维持 属实', 'private');
    expect(await reminders('2026-12-15T09:00:00')).toEqual([]);
  });

  it('GIVEN four working days THEN it is not overdue; GIVEN five THEN it is', async () => {
    const status = async () => privately(await branch.say('何平', '/状态', 'private'), '何平');
    branch.moveTo('2026-11-29T23:59:59');
    expect(await status()).toContain('异议：待答复1件（#2）\n');
    branch.moveTo('2026-11-30T00:00:00');
    expect(await status()).toContain('其中1件已满5个工作日');
  });
});
