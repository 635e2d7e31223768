import type { Founder } from '../../app/roster/found.js';
import { addDays } from '../../domain/period/civil.js';
import type { Stage } from '../stage/stage.js';

/** A branch of the simulation: its group, and its people by the sample's offices. */
export interface SimulatedBranch {
  readonly group: string;
  readonly people: readonly Founder[];
  /** Those of them who are scored: members in service. */
  readonly scored: readonly Founder[];
}

type Said = readonly [who: string, text: string, isPrivate?: 'privately'];

/** Names of activities by month, with their day: theme days monthly, meetings and lectures quarterly, as the regulation asks. */
const activitiesOf = (month: number): readonly (readonly [type: string, day: number])[] => [
  ['主题党日', 12],
  ...(month % 3 === 0 ? ([['支部大会', 17]] as const) : []),
  ...(month % 3 === 2 ? ([['党课', 17]] as const) : []),
];
/** Days before an activity on which it is announced and leave is asked. */
const announced = 5;
const asked = 3;

/**
 * One month as an office has it: activities announced, a leave approved, a roll call, good deeds with two witnesses
 * ruled on, dues, and some who look at their score. Everybody types; nothing is written past the commands.
 * @param month `YYYY-MM`
 */
export async function playMonth(
  stage: Stage,
  branches: readonly SimulatedBranch[],
  month: string,
): Promise<void> {
  const number = Number(month.slice(5));
  const day = (date: number) => `${month}-${String(date).padStart(2, '0')}`;
  const each = async (instant: string, act: (branch: SimulatedBranch) => Promise<unknown>) => {
    await stage.advance(instant);
    for (const branch of branches) await act(branch);
  };
  for (const [type, date] of activitiesOf(number)) {
    const held = day(date);
    await each(`${addDays(held, -announced)}T09:00:00`, (branch) =>
      say(stage, branch, ['zhaomin', `/活动 ${type} ${number}月${date}日15:00 三楼会议室`]),
    );
    await each(`${addDays(held, -asked)}T10:00:00`, async (branch) => {
      await say(stage, branch, [plain(branch, number), `/请假 ${type} 公出`, 'privately']);
      await confirmAll(stage, branch);
    });
    await each(`${held}T16:40:00`, async (branch) => {
      await say(stage, branch, ['zhaomin', `/点名 ${type} 全到`]);
      await say(stage, branch, ['zhaomin', `/结束 ${type}`]);
    });
  }
  await each(`${day(20)}T09:00:00`, (branch) => goodDeeds(stage, branch, number));
  await each(`${day(25)}T09:00:00`, async (branch) => {
    await say(stage, branch, ['zhaomin', `/党费 全缴 ${month}`, 'privately']);
    for (const at of [1, 2, 3]) await say(stage, branch, [plain(branch, number + at), '/积分', 'privately']);
  });
}

/** A quarter of the members each month. Nobody enters their own, so the recorder's are left out. */
async function goodDeeds(stage: Stage, branch: SimulatedBranch, month: number): Promise<void> {
  const doing = branch.scored.filter(({ offices }) => !offices.includes('recorder'));
  for (const { name } of doing.filter((_, at) => at % 4 === month % 4)) {
    const witnesses = ['王芳', '陈静', '周涛'].filter((one) => one !== name).slice(0, 2);
    const line = `/加分 ${name} 8 社区第${month}次植树 日期 ${month}月18日 证明 ${witnesses.join('、')}`;
    const number = /#(\d+)/u.exec(await say(stage, branch, ['zhaomin', line]))?.[1];
    if (number === undefined) throw new Error(`not entered: ${line}`);
    for (const witness of witnesses) {
      const account = branch.people.find((one) => one.name === witness)?.account?.account ?? '';
      await say(stage, branch, [inSample(account), `/证明 ${number}`, 'privately']);
    }
  }
  await confirmAll(stage, branch);
}

/** First the list, then the word for just these. */
async function confirmAll(stage: Stage, branch: SimulatedBranch): Promise<void> {
  for (const text of ['/确认 全部', '/确认 全部 是'])
    await say(stage, branch, ['liqiang', text, 'privately']);
}

/** Somebody without an office, another one each month. */
function plain({ scored }: SimulatedBranch, turn: number): string {
  const plainOnes = scored.filter(({ offices }) => offices.length === 0);
  return inSample(plainOnes[turn % plainOnes.length]?.account?.account ?? '');
}

const inSample = (account: string): string => account.slice(account.indexOf('-') + 1);

/** @returns what the bot answered */
async function say(stage: Stage, { group }: SimulatedBranch, [who, text, how]: Said): Promise<string> {
  const account = accountIn(group, who);
  const chat =
    how === undefined ? ({ kind: 'group', id: group } as const) : ({ kind: 'private', account } as const);
  const answers = await stage.say(account, text, { chat });
  return answers.map((answer) => answer.text).join('\n');
}

/** Accounts are the directory's: each branch has its own. */
export const accountIn = (group: string, account: string): string => `${group}-${account}`;
