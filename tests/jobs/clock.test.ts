import { afterEach, expect, describe, it } from 'vitest';
import { openStage, type Stage } from '../../src/cli/stage/stage.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { people } from '../support/branch/clock-bot.js';

const open: Stage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

interface Office {
  /** Lines on the terminal. */
  readonly doubts: string[];
  /** `李强：…` in private, `群：…` in the group. */
  readonly said: string[];
  readonly stage: Stage;
  start(now: string): Promise<void>;
  runDue(): Promise<void>;
}

/** A branch that worked at ten o'clock on 2 October; the scores of the quarter in which it began go out on the 8th. */
async function worked(): Promise<Office> {
  const doubts: string[] = [];
  const said: string[] = [];
  const stage = await openStage({
    rulebook: await loadRulebook('rulebooks/2018.yaml'),
    clock: '2026-09-29T10:00:00',
    founding: { branch: '机关第一党支部', people },
    onClockDoubt: ({ why }) => doubts.push(why),
    onSaid: ({ chat, text }) => said.push(`${chat.kind === 'group' ? '群' : chat.account}：${text}`),
  });
  open.push(stage);
  stage.clock.set('2026-10-02T10:00:00');
  await stage.say('赵敏', '/加分 张三 8 植树 证明 王芳、周涛');
  said.length = 0;
  return {
    ...{ doubts, said, stage },
    async start(now) {
      doubts.length = 0;
      stage.clock.set(now);
      await stage.restart();
    },
    async runDue() {
      await stage.bot.runDue(stage.clock.now());
      await stage.bot.delivery.idle();
    },
  };
}
const previewed = ({ said }: Office) => said.filter((line) => line.includes('积分公示预览')).length;
const early = '2026-10-02T08:00:00';
const late = '2026-11-20T10:00:00';

describe('GIVEN a clock at start that disagrees with the records', () => {
  it.each([
    [early, 'early', '比最近一次记录'],
    [late, 'late', '已超过一个月'],
  ])('WHEN it says %s THEN terminal and secretary are told and no job runs', async (now, why, words) => {
    const office = await worked();
    await office.start(now);
    expect(office.doubts).toEqual([why]);
    const [told, ...others] = office.said.filter((line) => line.includes('时钟'));
    expect(told).toMatch(new RegExp(`^李强：.*${words}[^]*“/时钟 正确”`, 'u'));
    expect(others).toEqual([]);
    await office.runDue();
    expect(previewed(office)).toBe(0);
    expect(office.stage.sql("SELECT * FROM inbox WHERE channel = 'clock'")).toEqual([]);
  });

  it('WHEN people write meanwhile THEN they are answered', async () => {
    const office = await worked();
    await office.start(late);
    await office.stage.whisper('张三', '/积分');
    expect(office.said.at(-1)).toMatch(/^张三：/u);
  });

  it('WHEN the secretary says that it is right THEN what is due runs, and the next start asks nothing', async () => {
    const office = await worked();
    await office.start(late);
    await office.stage.whisper('王芳', '/时钟 正确');
    await office.runDue();
    expect(previewed(office)).toBe(0);
    await office.stage.whisper('李强', '/时钟 正确');
    expect(office.said.at(-1)).toContain('已确认本机时钟正确');
    await office.runDue();
    expect(previewed(office)).toBe(1);
    await office.start('2026-11-20T11:00:00');
    expect(office.doubts).toEqual([]);
  });

  it('WHEN the operator says so THEN due jobs run', async () => {
    const office = await worked();
    await office.start(late);
    await office.stage.bot.confirmClock();
    await office.runDue();
    expect(previewed(office)).toBe(1);
  });

  it('WHEN nobody answers THEN the next start on the same clock asks again, whatever was written meanwhile', async () => {
    const office = await worked();
    await office.start(late);
    await office.stage.say('赵敏', '/加分 王芳 8 献血 证明 张三、周涛');
    await office.start('2026-11-20T12:00:00');
    expect(office.doubts).toEqual(['late']);
  });

  it('WHEN it was put right before the next start THEN nothing is asked', async () => {
    const office = await worked();
    await office.start(early);
    await office.start('2026-10-09T10:00:00');
    expect(office.doubts).toEqual([]);
    expect(previewed(office)).toBe(1);
  });
});

it.each(['2026-10-02T09:59:30', '2026-11-02T10:00:00'])(
  'a clock a moment behind, or a rest of a month, is no doubt: %s',
  async (now) => {
    const office = await worked();
    await office.start(now);
    expect(office.doubts).toEqual([]);
  },
);
