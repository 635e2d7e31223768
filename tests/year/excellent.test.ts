import { describe, expect, it } from 'vitest';
import { inGroup } from '../support/branch/test-branch.js';
import { ask, beforeTheYearEnds, branch, goTo, steps, vote } from './step-scene.js';

beforeTheYearEnds();

describe('优秀 is never a default (annex 1: it may be given)', () => {
  /** 加分 of ten in the old year: the only one in the first tenth, so a candidate. */
  async function candidate(name: string): Promise<void> {
    const line = `/加分 ${name} 13 市级 优秀党员 日期 2026年12月20日`;
    await branch.say('赵敏', line, 'private', ['证书.jpg']);
    await branch.say(name === '李强' ? '钱进' : '李强', '/确认 1 已听取', 'private');
    await goTo('summed');
  }
  const tiers = async () => {
    await branch.say('何平', '/年度 审核 通过', 'private');
    return inGroup(await branch.say('李强', '/年度 公示', 'private'));
  };

  it('GIVEN a candidate THEN 评定 asks for the meeting’s word, and offers both lines', async () => {
    await candidate('张三');
    const before = steps();
    expect(await ask('李强', vote)).toContain(`${vote} 优秀 张三\n${vote} 优秀 无`);
    expect(steps()).toBe(before);
  });

  it.each([
    ['张三', '张三 基础100 加10 减0 合计110分 优秀'],
    ['无', '张三 基础100 加10 减0 合计110分 合格'],
  ])('WHEN the meeting says 优秀 %s THEN the notice has it', async (named, line) => {
    await candidate('张三');
    await branch.say('李强', `${vote} 优秀 ${named}`, 'private');
    expect(await tiers()).toContain(line);
  });

  it('GIVEN a word on the candidate before THEN 评定 needs no other', async () => {
    await candidate('张三');
    await ask('李强', '/年度 等次 张三 优秀');
    await branch.say('李强', vote, 'private');
    expect(await tiers()).toContain('张三 基础100 加10 减0 合计110分 优秀');
  });

  it('GIVEN the secretary THEN only the deputy says yes of them', async () => {
    await candidate('李强');
    const before = steps();
    expect(await ask('李强', `${vote} 优秀 李强`)).toContain('本人的等次不由本人记录');
    expect(steps()).toBe(before);
    await ask('钱进', '/年度 等次 李强 优秀');
    await branch.say('李强', vote, 'private');
    expect(await tiers()).toContain('李强 基础100 加10 减0 合计110分 优秀');
  });

  it('GIVEN 优秀 recorded before and named again THEN it stands; WHEN 上级 returned it and the next line says 无 THEN not', async () => {
    await candidate('张三');
    await ask('李强', '/年度 等次 王芳 优秀 群众公认');
    expect(await ask('李强', `${vote} 优秀 张三`)).toContain(`${vote} 优秀 张三、王芳`);
    expect(await ask('李强', `${vote} 优秀 张三、王芳`)).toContain('已评定');
    await branch.say('何平', '/年度 审核 退回 再议', 'private');
    expect(await ask('李强', `${vote} 优秀 无`)).toContain('已评定');
    const notice = await tiers();
    expect(notice).not.toContain('优秀');
  });
});
