import { afterAll, describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import { bonusMatter } from '../support/branch/branch-facts.js';
import { removeFiles } from '../support/branch/clock-bot.js';
import { freshBot, material, ready, walk } from './scene.js';

afterAll(removeFiles);

describe('the digest', () => {
  it('goes to those who may rule: the secretary, and the deputy only where the secretary is barred', async () => {
    const bot = await freshBot();
    await bot.seed(
      ...ready(1),
      put('matter', { ...bonusMatter(2, '2026-11-23T10:00:00'), subject: 4, proposer: 3 }),
      material(2),
    );
    await bot.seed(put('matter', { ...bonusMatter(3, '2026-11-23T10:00:00'), subject: 2, proposer: 3 }));
    await walk(bot, '2026-11-24T09:00:00');
    expect(bot.said).toEqual([
      '李强：待办汇总（11月24日 周二）：有1条等您认定\n#1 张三 第8项“公益活动” +3分\n另有1条还缺证明。\n回复“/确认 1”或“/驳回 1 理由”。',
      '钱进：待办汇总（11月24日 周二）：有1条等您认定\n#2 李强 第8项“公益活动” +3分\n回复“/确认 2”或“/驳回 2 理由”。',
      '赵敏：待办汇总（11月24日 周二）：有1条等您办理\n#3 王芳 第8项“公益活动” +3分：还缺证明，请两位同志回复“/证明 3”，或发送“/材料 3”附图。',
    ]);
    await bot.bot.stop();
  });

  it('says since when things wait', async () => {
    const bot = await freshBot();
    await bot.seed(...ready(1), ...ready(2));
    await walk(bot, '2026-11-27T09:00:00');
    expect(bot.said).toEqual([expect.stringMatching(/\n#1、#2 已等4天。$/u)]);
    await bot.bot.stop();
  });

  it('goes to the deputy where the secretary has no account, and a new secretary gets what waits', async () => {
    const bot = await freshBot();
    const bound = { channel: 'play', account: '李强', person: 4, boundAt: '2026-11-23T09:30:00' };
    await bot.seed(
      ...ready(1),
      put('account', { ...bound, nickname: null, unboundAt: '2026-11-23T09:31:00' }),
    );
    await walk(bot, '2026-11-24T09:00:00');
    expect(bot.said.map((text) => text.slice(0, 8))).toEqual(['钱进：待办汇总（']);
    await bot.bot.stop();
  });

  it('calls whoever must act before a ruling: hearing and vote, consent, witness, what was returned', async () => {
    const bot = await freshBot();
    const base = { ...bonusMatter(1, '2026-11-23T10:00:00'), proposer: 3 };
    const { number, state, subject, proposer, openedAt, appointments, drafted } = base;
    const open = { number, state, subject, proposer, openedAt, appointments, drafted };
    await bot.seed(
      put('matter', {
        ...{ ...open, kind: 'veto', ground: 4, deedOn: '2026-11-20', reason: '受处分' },
        ...{ hearing: null, vote: null, since: null },
      }),
      put('matter', { ...open, number: 2, kind: 'exemption', exempt: true, reason: null, consentedAt: null }),
      put('matter', { ...base, number: 3 }),
      put('witness', { matter: 3, person: 2, named: true, confirmedAt: null }),
      ...ready(4),
      put('remark', { matter: 4, no: 1, kind: 'return', by: 4, at: '2026-11-23T10:30:00', text: '请补证书' }),
    );
    await walk(bot, '2026-11-24T09:00:00');
    const told = (who: string) => bot.said.find((text) => text.startsWith(`${who}：待办汇总`)) ?? '';
    expect(told('李强')).toContain(
      '还有1条等您办理：\n#1 张三 一票否决 第4款“违规受处理”：还没有听取本人意见。',
    );
    expect(told('张三')).toContain('#2 张三 不列入积分考核：等您同意，请私聊回复“/同意 2”。');
    // The witness has been asked on her own.
    expect(told('王芳')).toBe('');
    expect(told('赵敏')).toContain('#4 张三 第8项“公益活动” +3分：已退回，请补充：请补证书');
    expect(bot.said.filter((text) => text.startsWith('群：'))).toEqual([]);
    await bot.bot.stop();
  });

  it('calls a witness who has been asked on their own, and not before Monday', async () => {
    const bot = await freshBot();
    await bot.seed(
      put('matter', { ...bonusMatter(1, '2026-11-23T10:00:00'), proposer: 3 }),
      put('witness', { matter: 1, person: 2, named: true, confirmedAt: null }),
    );
    for (const day of ['11-24', '11-25', '11-26', '11-27', '11-30', '12-01'])
      await walk(bot, `2026-${day}T09:00:00`);
    expect(bot.said.filter((text) => text.startsWith('王芳：待办汇总'))).toEqual([
      '王芳：待办汇总（11月30日 周一）：有1条等您办理\n#1 张三 第8项“公益活动” +3分：请您证明，属实的回复“/证明 1”。\n#1 已等7天。',
    ]);
    await bot.bot.stop();
  });
});
