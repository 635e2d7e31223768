import { join } from 'node:path';
import { everything, type Channel, type Inbound } from '../../app/ports/channel.js';
import { foundBranch } from '../../app/roster/found.js';
import type { LoadedRulebook } from '../../domain/rulebook/adopted.js';
import type { Bot } from '../../start/bot.js';
import { createBot } from '../../start/create-bot.js';
import { samplePeople } from '../../start/sample.js';
import { perSecond, type Speed } from './speed.js';

const now = '2026-11-23T09:00:00';
const channelName = 'bench';
const members = ['张三', '王芳', '周涛', '陈静', '孟䶮', '吴桐', '钱进'];

/** The whole bot over a channel that says nothing to nobody: what is measured is ours alone. */
export interface Subject {
  readonly branches: readonly string[];
  /** One `/加分` line in the group of a branch; resolves when its answer is durable. */
  write(branch: number): Promise<void>;
  /** One `/积分` line. */
  read(branch: number): Promise<void>;
  close(): Promise<void>;
}

export async function openBot(
  folder: string,
  rulebook: LoadedRulebook,
  branchCount: number,
): Promise<Subject> {
  let hear: (message: Inbound) => Promise<void> = () => Promise.resolve();
  let count = 0;
  const channel: Channel = {
    name: channelName,
    capabilities: everything,
    start: (receive) => {
      hear = receive;
      return Promise.resolve();
    },
    send: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  const silent = () => undefined;
  const bot = await createBot({
    databaseFile: join(folder, `bot-${branchCount}.db`),
    rulebook,
    channel,
    clock: { now: () => now },
    ids: { claimCode: () => '000000', reference: () => 'E0001' },
    log: {
      info: silent,
      warn: silent,
      error: (facts) => void process.stderr.write(`${JSON.stringify(facts)}\n`),
    },
    botName: '机器人',
  });
  const branches = await found(bot, rulebook, branchCount);
  await bot.start();
  const say = (branch: number, account: string, text: string) => {
    count += 1;
    const chat = { kind: 'group', id: `group-${branch}` } as const;
    return hear({ chat, account, messageId: `m${count}`, text, files: [] });
  };
  return {
    branches,
    write: (branch) =>
      say(branch, 'zhaomin', `/加分 ${members[count % members.length] ?? '张三'} 8 公益活动第${count}次`),
    read: (branch) => say(branch, 'zhangsan', '/积分'),
    close: () => bot.stop(),
  };
}

async function found(bot: Bot, rulebook: LoadedRulebook, branchCount: number): Promise<readonly string[]> {
  const branches: string[] = [];
  const people = [...samplePeople(rulebook.rulebook, channelName, '2020-01-01')];
  for (let index = 0; index < branchCount; index += 1) {
    const branch = await bot.store.createBranch(`第${index + 1}党支部`, now);
    await bot.store.bindGroup(branch, channelName, `group-${index}`);
    const message = { channel: 'founding', messageId: `founding-${index}` };
    await bot.handle({ branch, message, speaker: null, files: [] }, () => ({
      kind: 'intent',
      intent: foundBranch.intent({ people }),
    }));
    branches.push(branch);
  }
  return branches;
}

/** Each line is said when the one before is durable. */
export async function oneAfterAnother(count: number, line: () => Promise<void>): Promise<Speed> {
  const times: number[] = [];
  const begun = performance.now();
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await line();
    times.push(performance.now() - start);
  }
  return perSecond(count, performance.now() - begun, times);
}

/** Every branch always has one line under way. */
export async function inFlight(count: number, subject: Subject): Promise<Speed> {
  const times: number[] = [];
  const begun = performance.now();
  const each = Math.floor(count / subject.branches.length);
  const talk = async (branch: number) => {
    for (let index = 0; index < each; index += 1) {
      const start = performance.now();
      await subject.write(branch);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(subject.branches.map((_, branch) => talk(branch)));
  return perSecond(times.length, performance.now() - begun, times);
}
