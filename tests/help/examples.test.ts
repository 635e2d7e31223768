import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/app/use-case.js';
import { createReader } from '../../src/chat/dispatch.js';
import { inGroup, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;
/** One meeting of each kind ahead, then a second 支部大会 that needs its day. */
let contexts: readonly Context[];

beforeAll(async () => {
  branch = await openBranch();
  await branch.say('李强', '/活动 支部大会 11月28日15:00 三楼');
  await branch.say('李强', '/活动 主题党日 11月27日15:00 三楼');
  const single = await look('1');
  await branch.say('李强', '/活动 支部大会 12月28日15:00 三楼');
  contexts = [single, await look('2')];
});

/** What a reader sees at this moment. */
async function look(messageId: string): Promise<Context> {
  const speaker = { account: '李强', nickname: null, chat: { kind: 'group', id: 'group' } as const };
  let context: Context | undefined;
  const message = { channel: 'test', messageId: `look ${messageId}` };
  await branch.bot.handle({ branch: branch.id, message, speaker, files: [] }, (seen) => {
    context = seen;
    return { kind: 'silence' };
  });
  if (context === undefined) throw new Error('the reader was not asked');
  return context;
}
afterAll(() => branch.close());

describe('every command', () => {
  it('THEN each of its forms has an example, and the reader accepts every one in the usual scene', () => {
    for (const command of branch.bot.catalogue.commands) {
      for (const form of command.forms) {
        expect(form.examples, `/${command.name}`).not.toEqual([]);
        for (const example of form.examples) {
          const read = createReader(branch.bot.catalogue, example, '机器人');
          const readings = contexts.map(read);
          const accepted = readings.find((reading) => reading.kind === 'intent');
          expect(accepted?.intent.useCase.name, example).toBe(form.useCase.name);
        }
      }
    }
  });

  it('THEN /帮助 shows usage, examples and who may use it', async () => {
    for (const command of branch.bot.catalogue.commands) {
      const text = inGroup(await branch.say('张三', `/帮助 ${command.name}`));
      expect(text).toContain(command.summary);
      for (const form of command.forms) for (const example of form.examples) expect(text).toContain(example);
      expect(text).toContain('谁可以办：');
    }
  });
});

describe('/帮助', () => {
  const commandsOf = async (who: string) =>
    [...privately(await branch.say(who, '/帮助', 'private'), who).matchAll(/(?:^|】| )\/(\S+)/gmu)].map(
      ([, name]) => name,
    );

  it('GIVEN the recorder, who may do most THEN it fits one screen, the day first', async () => {
    const lines = privately(await branch.say('赵敏', '/帮助', 'private'), '赵敏').split('\n');
    expect(lines.length).toBeLessThan(27);
    expect(lines[1]).toMatch(/^\/待办 /u);
    expect(privately(await branch.say('赵敏', '/帮助 考勤', 'private'), '赵敏')).toMatch(/^\/点名 登记/mu);
  });

  it('GIVEN people of several offices THEN each sees only what they may do', async () => {
    const member = await commandsOf('张三');
    expect(member).toEqual(expect.arrayContaining(['申报', '积分', '证明', '说明', '待办', '撤回']));
    for (const name of ['加分', '减分', '确认', '驳回', '退回', '更正']) expect(member).not.toContain(name);
    expect(await commandsOf('赵敏')).toEqual(expect.arrayContaining(['加分', '减分', '更正']));
    expect(await commandsOf('赵敏')).not.toContain('确认');
    expect(await commandsOf('李强')).toEqual(
      expect.arrayContaining(['加分', '确认', '驳回', '退回', '更正']),
    );
    expect(await commandsOf('孙伟')).not.toContain('申报');
  });

  it('GIVEN an account that is bound to nobody THEN nothing that needs a person is listed', async () => {
    const names = await commandsOf('陌生人');
    for (const name of ['积分', '待办', '申报', '加分', '确认']) expect(names).not.toContain(name);
    expect(names).toContain('帮助');
  });
});
