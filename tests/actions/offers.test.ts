import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemFor } from '../../src/domain/actions/progress.js';
import { accepted, parseEdited, type Edit } from '../rulebook/variant.js';
import { inGroup, openBranch, type TestBranch } from '../support/branch/test-branch.js';

const problems = (...edits: Edit[]) => {
  const parsed = parseEdited(...edits);
  return parsed.ok ? [] : parsed.problems.map(({ path, reason }) => [path, reason.code]);
};

describe('the words of the actions', () => {
  it('GIVEN the shipped rulebook THEN 公益 and 关心 fit item 8, 建议 item 7, 岗位 none', () => {
    const rulebook = accepted();
    const item = (which: string) => itemFor(rulebook, { kind: 'fiveOnes', which })?.number;
    expect(['publicService', 'caring', 'suggestion', 'post'].map(item)).toEqual([8, 8, 7, undefined]);
    expect(itemFor(rulebook, { kind: 'role', which: 'publicity' })).toBeUndefined();
  });

  it('GIVEN an older file that says nothing of actions THEN the words are there, and no item is offered', () => {
    const { actions } = accepted([['actions'], undefined]);
    expect(actions.fiveOnes.map(({ label }) => label)).toEqual(['岗位', '先锋', '公益', '建议', '关心']);
    expect(actions.services.map(({ label }) => label)).toEqual(['社区', '村屯', '社会']);
    expect(actions.roles.map(({ label }) => label)).toEqual(['宣传', '辅导', '监督']);
    expect(
      [...actions.fiveOnes, ...actions.services, actions.masses].every(({ bonusItem }) => bonusItem === null),
    ).toBe(true);
  });

  it('GIVEN an item that is no bonus, or two of one label THEN the place is named', () => {
    expect(problems([['actions', 'fiveOnes', 0, 'bonusItem'], 17])).toEqual([
      ['actions.fiveOnes[0].bonusItem', 'unknownReference'],
    ]);
    expect(problems([['actions', 'masses', 'bonusItem'], 99])).toEqual([
      ['actions.masses.bonusItem', 'unknownReference'],
    ]);
    expect(problems([['actions', 'roles', 1, 'label'], '宣传'])).toEqual([
      ['actions.roles[1].label', 'duplicate'],
    ]);
  });
});

describe('/申报 in one word', () => {
  let branch: TestBranch;
  beforeEach(async () => {
    branch = await openBranch();
  });
  afterEach(() => branch.close());
  const matters = () => branch.sql<{ item: number; deed_on: string }>('SELECT item, deed_on FROM matter');

  it('GIVEN an action of yesterday’s talk THEN it is not claimed in one word any more', async () => {
    await branch.say('张三', '/五个一 公益 植树');
    branch.moveTo('2026-11-24T09:00:00');
    expect(inGroup(await branch.say('张三', '/申报'))).toContain('请写明第几项');
    expect(matters()).toEqual([]);
  });

  it('GIVEN the claim was withdrawn THEN it may be made again; while it stands it may not', async () => {
    await branch.say('张三', '/五个一 建议 延长窗口时间 日期 11月20日');
    await branch.say('张三', '/申报');
    expect(inGroup(await branch.say('张三', '/申报'))).toContain('请写明第几项');
    await branch.say('张三', '/撤回 1');
    await branch.say('张三', '/申报');
    expect(matters()).toEqual([
      { item: 7, deed_on: '2026-11-20' },
      { item: 7, deed_on: '2026-11-20' },
    ]);
  });

  it('GIVEN somebody else’s action THEN it is not his to claim', async () => {
    await branch.say('张三', '/五个一 公益 植树');
    expect(inGroup(await branch.say('王芳', '/申报'))).toContain('请写明第几项');
  });
});
