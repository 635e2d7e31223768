import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { bearWitness } from '../../src/app/points/witness.js';
import { decide } from '../../src/app/perform.js';
import { useCase, done, type ByProxy, type Context } from '../../src/app/use-case.js';
import { createReader } from '../../src/chat/dispatch.js';
import { put } from '../../src/domain/branch/rows.js';
import { z } from 'zod';
import { inGroup, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;
let context: Context;
beforeAll(async () => {
  branch = await openBranch();
  await branch.say('李强', '/活动 支部大会 11月28日15:00 三楼');
  await branch.say('张三', '/申报 8 献血');
  const speaker = { account: '赵敏', nickname: null, chat: { kind: 'group', id: 'group' } as const };
  const message = { channel: 'test', messageId: 'look' };
  await branch.bot.handle({ branch: branch.id, message, speaker, files: [] }, (seen) => {
    context = seen;
    return { kind: 'silence' };
  });
});
afterAll(() => branch.close());

const idOf = (name: string) => context.facts.all('person').find((person) => person.name === name)!;
const probe = (byProxy?: ByProxy) =>
  useCase({
    name: 'test.probe',
    who: 'members',
    place: 'anywhere',
    ...(byProxy === undefined ? {} : { byProxy }),
    input: z.strictObject({ number: z.int() }),
    run: () => done({ replies: [] }),
  });
/** 郑国 and 何 nobody: 郑国 has an account here, so another member is put on the roster without one. */
const without = (): Context => {
  const id = context.facts.next('person');
  const person = { ...idOf('郑国'), id, name: '何琳' };
  const facts = context.facts.with([put('person', person)]);
  return { ...context, facts, actor: person, enteredBy: idOf('赵敏') };
};
const code = (outcome: ReturnType<typeof decide>) => (outcome.kind === 'refused' ? outcome.say.code : 'done');

describe('the door, for what the recorder enters for somebody', () => {
  it.each([
    ['not marked', undefined, 'door.notByProxy'],
    ['allowed', 'allowed', 'done'],
    ['impartial', 'impartial', 'done'],
    ['a signed paper without the paper', 'signedPaper', 'door.proxyPaper'],
  ] as const)('GIVEN a use case %s THEN %s → %s', (_, byProxy, expected) => {
    expect(code(decide(without(), probe(byProxy).intent({ number: 1 })))).toBe(expected);
  });

  it('GIVEN the paper comes with the line THEN it may be entered', () => {
    const paper = { kind: 'picture' as const, name: '同意书.jpg', bytes: Buffer.from('x'), sha256: 'x' };
    expect(
      code(decide({ ...without(), attachments: [paper] }, probe('signedPaper').intent({ number: 1 }))),
    ).toBe('done');
  });

  it('GIVEN the person has an account, is no member, or the other holds no office THEN nothing is entered', () => {
    const intent = probe('allowed').intent({ number: 1 });
    expect(code(decide({ ...without(), actor: idOf('郑国') }, intent))).toBe('door.hasAccount');
    expect(code(decide({ ...without(), enteredBy: idOf('李强') }, intent))).toBe('door.notByProxy');
    const gone = { ...without().actor!, leftOn: '2026-11-20' };
    expect(code(decide({ ...without(), actor: gone }, intent))).toBe('door.unbound');
  });

  it('GIVEN the recorder proposed the matter, or rules it, THEN no witness is entered; somebody else’s matter is fine', () => {
    const intent = bearWitness.intent({ number: 1 });
    expect(code(decide(without(), intent))).toBe('done');
    const open = without();
    const claim = open.facts.get('matter', 1)!;
    for (const part of [{ proposer: idOf('赵敏').id }, { subject: idOf('赵敏').id }]) {
      const facts = open.facts.with([put('matter', { ...claim, ...part })]);
      expect(code(decide({ ...open, facts }, intent))).toBe('door.proxyPart');
    }
  });

  it('GIVEN 评议 or any word that is not marked THEN the reader does not take it', () => {
    for (const line of [
      '/代 郑国 评议 李强 优秀',
      '/代 郑国 申报 8 献血',
      '/代 郑国 确认 1',
      '/代 郑国 代 张三 签到',
    ])
      expect(createReader(branch.bot.catalogue, line, '机器人')(context).kind).toBe('answer');
  });
});

describe('on record', () => {
  let other: TestBranch;
  beforeEach(async () => {
    other = await openBranch();
    await other.say('李强', '/活动 支部大会 11月28日15:00 三楼');
    await other.say('赵敏', '/党员 添加 何琳 离退休党员');
  });
  afterEach(() => other.close());

  it('GIVEN a leave by telephone THEN who entered it for whom, how and for which day; the audit names the recorder', async () => {
    const heard = await other.say('赵敏', '/代 何琳 请假 支部大会 病假 住院 方式 电话 日期 11月22日');
    expect(inGroup(heard)).toContain('由赵敏同志代为登记，方式：电话');
    expect(inGroup(heard)).not.toContain('住院');
    expect(privately(heard, '李强')).toContain('代为登记：赵敏代何琳（电话）');
    const entries = other.sql('SELECT person, entered_by, use_case, how, said_on FROM proxy_entry');
    expect(entries).toEqual([
      { person: 9, entered_by: 4, use_case: 'attendance.askLeave', how: 'telephone', said_on: '2026-11-22' },
    ]);
    const [audit] = other.sql<{ actor: number; use_case: string }>(
      'SELECT actor, use_case FROM audit ORDER BY rowid DESC LIMIT 1',
    );
    expect(audit).toEqual({ actor: 4, use_case: 'roster.proxy' });
  });

  it('GIVEN a line that is refused THEN nothing is on record', async () => {
    for (const line of [
      '/代 何琳 证明 7',
      '/代 王芳 请假 支部大会',
      '/代 何琳 签到',
      '/代 何琳 请假 支部大会 日期 2027年1月1日',
    ])
      await other.say('赵敏', line);
    await other.say('李强', '/代 何琳 请假 支部大会');
    expect(other.sql('SELECT * FROM proxy_entry')).toEqual([]);
  });
});
