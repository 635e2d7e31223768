import { join } from 'node:path';
import type { LoadedRulebook } from '../../domain/rulebook/adopted.js';
import { samplePeople } from '../../start/places/sample.js';
import { openStage } from '../stage/stage.js';
import { perSecond, type Speed } from './speed.js';

const members = ['张三', '王芳', '周涛', '陈静', '孟䶮', '吴桐', '钱进'];

/** The whole bot over a channel that does nothing, so that we measure only our own work. */
interface Subject {
  readonly branches: readonly string[];
  /** One `/加分` line in a branch's group; resolves when its answer is durable. */
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
  const silent = () => undefined;
  const stage = await openStage({
    databaseFile: join(folder, `bot-${branchCount}.db`),
    rulebook,
    log: {
      info: silent,
      warn: silent,
      error: (facts) => void process.stderr.write(`${JSON.stringify(facts)}\n`),
    },
  });
  const branches = Array.from({ length: branchCount }, (_, index) => `第${index + 1}党支部`);
  for (const branch of branches) await stage.found(branch, samplePeople(rulebook.rulebook, '', '2020-01-01'));
  let count = 0;
  const say = (branch: number, account: string, text: string) =>
    stage.hear(account, text, { chat: { kind: 'group', id: branches[branch] ?? '' } });
  return {
    branches,
    write(branch) {
      count += 1;
      // As in a real branch hardly any deed is like another: members, days and reasons differ.
      const member = members[Math.floor(count / 280) % members.length] ?? '张三';
      const day = `${1 + (count % 10)}月${1 + (Math.floor(count / 10) % 28)}日`;
      return say(branch, 'zhaomin', `/加分 ${member} 8 公益活动第${count}次 日期 ${day}`);
    },
    read: (branch) => say(branch, 'zhangsan', '/积分'),
    close: () => stage.close(),
  };
}

/** Each line waits until the last one is durable. */
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

/** Keeps so many lines under way at once, by turns in each branch. */
export async function inFlight(count: number, subject: Subject, together: number): Promise<Speed> {
  const times: number[] = [];
  const begun = performance.now();
  const each = Math.floor(count / together);
  const talk = async (branch: number) => {
    for (let index = 0; index < each; index += 1) {
      const start = performance.now();
      await subject.write(branch);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: together }, (_, at) => talk(at % subject.branches.length)));
  return perSecond(times.length, performance.now() - begun, times);
}
