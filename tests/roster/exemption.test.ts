import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressOf } from '../../src/domain/attendance/quota.js';
import { whyNotScored } from '../../src/domain/branch/people.js';
import { periodNamed } from '../../src/domain/notice/period.js';
import { composePublication } from '../../src/domain/notice/publication.js';
import { accepted } from '../rulebook/variant.js';
import { factsWith, member } from '../support/branch/branch-facts.js';
import { commandLineCast, openBranch, type Heard, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;
beforeAll(async () => {
  branch = await openBranch(commandLineCast);
});
afterAll(() => branch.close());

const said = (heard: readonly Heard[]) => heard.map(({ to, text }) => `${to ?? '群'}：${text}`).join('\n');
const whisper = async (who: string, text: string) => said(await branch.say(who, text, 'private'));
const changes = () =>
  branch.sql<{ what: string; value_before: string; value_after: string; changed_on: string }>(
    'SELECT what, value_before, value_after, changed_on FROM roster_change ORDER BY id',
  );

describe('an exemption', () => {
  it('GIVEN the reason THEN member, proposer and ruler see it, and no row holds it as text', async () => {
    expect(await whisper('李强', '/不列入 张三 骨折卧床')).toContain('“/同意 1”');
    await whisper('张三', '/同意 1');
    const ruled = await branch.say('钱进', '/确认 1');
    expect(said(ruled.filter(({ to }) => to === null))).toBe('群：#1 已认定。');
    for (const who of ['赵敏', '王芳']) {
      const seen = await whisper(who, '/待办');
      expect(seen).not.toContain('骨折');
      expect(await whisper(who, '/积分 张三')).not.toContain('骨折');
    }
    const [row] = branch.sql<{ sealed: Buffer }>('SELECT * FROM matter WHERE number = 1');
    expect(JSON.stringify(row)).not.toContain('骨折');
    expect(changes()).toEqual([
      { what: 'exempt', value_before: 'no', value_after: 'yes', changed_on: '2026-11-23' },
    ]);
  });

  it('GIVEN no consent THEN neither deputy nor superior rules, in whatever order it is tried', async () => {
    await whisper('李强', '/不列入 王芳');
    for (const line of ['/确认 2', '/确认 全部 是', '/确认 2 2'])
      expect(await whisper('钱进', line)).not.toContain('已认定');
    expect(await whisper('赵敏', '/同意 2')).toBe(await whisper('赵敏', '/同意 2'));
    expect(await whisper('赵敏', '/同意 2')).toBe('赵敏：没有 #2，请核对编号。发送“/待办”可查看。');
    expect(await whisper('赵敏', '/同意 77')).toBe('赵敏：没有 #77，请核对编号。发送“/待办”可查看。');
    await whisper('李强', '/撤回 2');
    expect(await whisper('王芳', '/同意 2')).toContain('已经撤回');
    expect(changes()).toHaveLength(1);
  });

  it('GIVEN the secretary about themselves THEN another officer has to propose it', async () => {
    expect(await whisper('李强', '/不列入 李强')).toContain('请由钱进同志办理');
  });

  it('GIVEN a deputy about the secretary and nobody else THEN consent is needed and the matter goes above', async () => {
    expect(await whisper('钱进', '/不列入 李强')).toContain('“/同意 3”');
    expect(await whisper('李强', '/同意 3')).toContain('上级');
    expect(await whisper('李强', '/确认 3')).not.toContain('已认定');
    expect(await whisper('钱进', '/确认 3')).not.toContain('已认定');
  });

  it('GIVEN the member withdrew consent THEN nobody can rule any more', async () => {
    await whisper('李强', '/列入 张三');
    await whisper('张三', '/同意 4');
    await whisper('张三', '/不同意 4');
    expect(await whisper('钱进', '/确认 4')).toContain('已经办结');
    expect(await whisper('张三', '/同意 4')).toContain('不用再答复');
    expect(await whisper('张三', '/积分')).toContain('没有积分');
  });

  it('GIVEN the group THEN nothing is taken, and nothing of the words comes back', async () => {
    for (const line of ['/不列入 王芳 骨折', '/列入 张三 骨折', '/同意 4', '/不同意 4']) {
      const heard = await branch.say('李强', line);
      expect(said(heard), line).toBe('群：这件事涉及个人情况，请私聊机器人办理，群里不办、也不保存。');
    }
    const typo = said(await branch.say('李强', '/不列人 王芳 骨折'));
    expect(typo).not.toContain('骨折');
  });
});

describe('who is scored', () => {
  const third = periodNamed('quarterly', { year: 2026, period: 3 });
  const facts = factsWith(
    member(1, '张三'),
    member(2, '王芳', { exempt: true }),
    member(3, '郑国', { category: 'retired' }),
  );
  const listed = (rulebook: ReturnType<typeof accepted>) =>
    composePublication(facts, rulebook, third).lines.map(({ person }) => person.name);

  it('GIVEN the shipped rulebook THEN neither exempt nor retired members are listed', () => {
    expect(listed(accepted())).toEqual(['张三']);
  });

  it('GIVEN a rulebook that scores retired members THEN they are listed, and still owe five activities', () => {
    const scoring = accepted([['categories', 6, 'scored'], true]);
    expect(listed(scoring)).toEqual(['张三', '郑国']);
    const retired = facts.get('person', 3);
    if (retired === undefined) throw new Error('no person 3');
    expect(whyNotScored(scoring, retired)).toBeUndefined();
    expect(progressOf(facts, scoring, retired, '2026-12-31')?.quota).toBe(5);
  });

  it('GIVEN that rulebook and an exempt retired member THEN they are not listed either', () => {
    const scoring = accepted([['categories', 6, 'scored'], true]);
    const both = factsWith(member(1, '郑国', { category: 'retired', exempt: true }));
    expect(composePublication(both, scoring, third).lines).toEqual([]);
  });
});
