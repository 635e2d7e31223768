import { join } from 'node:path';
import { put } from '../../domain/branch/rows.js';
import type { LoadedRulebook } from '../../domain/rulebook/adopted.js';
import { samplePeople } from '../../start/places/sample.js';
import { openStage } from '../stage/stage.js';
import { perSecond, type Speed } from './speed.js';

/** Matters that wait in a branch, and lines between two rulings on all others. */
const mostOpen = 20;
const members = ['张三', '王芳', '周涛', '陈静', '孟䶮', '吴桐', '钱进'];

/** The whole bot over a channel that does nothing, so that we measure only our own work. */
interface Subject {
  readonly branches: readonly string[];
  /** One `/加分` line in a branch's group; resolves when its answer is durable. */
  write(branch: number): Promise<void>;
  /** Decides all but the youngest open matters of a branch at once, unmeasured: nobody leaves thousands waiting. */
  rule(branch: number): Promise<void>;
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
  const ids: string[] = [];
  for (const branch of branches)
    ids.push(await stage.found(branch, samplePeople(rulebook.rulebook, '', '2020-01-01')));
  const { store } = stage.bot;
  let count = 0;
  const say = (branch: number, account: string, text: string) =>
    stage.hear(account, text, { chat: { kind: 'group', id: branches[branch] ?? '' } });
  return {
    branches,
    write(branch) {
      count += 1;
      // As in a real branch hardly any deed is like another: members, days and reasons differ.
      const member = members[count % members.length] ?? '张三';
      const day = `${1 + (Math.floor(count / 7) % 10)}月${1 + (Math.floor(count / 70) % 28)}日`;
      return say(branch, 'zhaomin', `/加分 ${member} 8 公益活动第${count}次 日期 ${day}`);
    },
    async rule(branch) {
      const id = ids[branch] ?? '';
      const { facts, version } = store.snapshot(id);
      const decided = facts.open().slice(0, -mostOpen);
      await store.commit({
        ...{ branch: id, version, at: facts.branch.createdAt, unrecorded: [], contents: [], letters: [] },
        ...{ message: { channel: 'bench', messageId: String(version) }, audit: null },
        changes: decided.map((matter) => put('matter', { ...matter, state: 'rejected' })),
        nextDue: store.branch(id)?.nextDue ?? null,
      });
      stage.said.length = 0;
    },
    read: (branch) => say(branch, 'zhangsan', '/积分'),
    close: () => stage.close(),
  };
}

/** Each line waits until the last one is durable. */
export async function oneAfterAnother(
  count: number,
  line: () => Promise<void>,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Speed> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % mostOpen === 0) await pause();
    const start = performance.now();
    await line();
    times.push(performance.now() - start);
  }
  return perSecond(
    count,
    times.reduce((sum, time) => sum + time, 0),
    times,
  );
}

/** Keeps so many lines under way at once, by turns in each branch. */
export async function inFlight(count: number, subject: Subject, together: number): Promise<Speed> {
  const times: number[] = [];
  let took = 0;
  const talk = async (branch: number, lines: number) => {
    for (let index = 0; index < lines; index += 1) {
      const start = performance.now();
      await subject.write(branch);
      times.push(performance.now() - start);
    }
  };
  while (times.length < count) {
    for (const branch of subject.branches.keys()) await subject.rule(branch);
    const begun = performance.now();
    const all = Array.from({ length: together }, (_, at) => talk(at % subject.branches.length, 4));
    await Promise.all(all);
    took += performance.now() - begun;
  }
  return perSecond(times.length, took, times);
}
