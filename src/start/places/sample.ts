import type { Founder } from '../../app/roster/found.js';
import type { Config } from '../../config.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Bot } from '../bot.js';

/** The sample branch of the local page: twelve members with their offices, a superior and two of the public. Its name is nobody's. */
export const sampleBranchName = '示例党支部';
export const sampleGroup = 'sample-group';
/** The founding message: its claim identifies the sample, whatever a branch is called. */
export const sampleFounding = { channel: 'founding', messageId: 'sample' } as const;

/** A branch named by the settings is real, even if somebody filled the sample with their own people. */
export function isSample(bot: Bot, branch: string, { BRANCH_NAME }: Config): boolean {
  return BRANCH_NAME === undefined && bot.store.handled(branch, sampleFounding);
}

/** Tells the operator which branch runs. */
export function branchLine(bot: Bot, branch: string, config: Config): string {
  if (isSample(bot, branch, config))
    return '现在运行的是示例支部（.env 里没有写 BRANCH_NAME）：其中的人和事都是编的，请勿登记真实情况。';
  return `现在运行的支部：${bot.store.branch(branch)?.name ?? ''}`;
}

type Row = readonly [
  name: string,
  account: string,
  category: string,
  offices: Founder['offices'],
  group?: string,
];

const retired = '离退休党员';
const members: readonly Row[] = [
  ['李强', 'liqiang', '领导干部党员', ['secretary', 'committeeMember'], '第一小组'],
  ['钱进', 'qianjin', '党务干部党员', ['deputySecretary', 'committeeMember'], '第二小组'],
  ['赵敏', 'zhaomin', '机关党员', ['recorder'], '第一小组'],
  ['吴桐', 'wutong', '机关党员', ['supervisor'], '第二小组'],
  ['张三', 'zhangsan', '机关党员', [], '第一小组'],
  ['王芳', 'wangfang', '窗口党员', ['groupLeader'], '第一小组'],
  ['周涛', 'zhoutao', '机关党员', ['committeeMember', 'groupLeader'], '第二小组'],
  ['陈静', 'chenjing', '事业党员', [], '第二小组'],
  ['孟䶮', 'mengyan', '窗口党员', [], '第一小组'],
  ['郑国', 'zhengguo', retired, [], '第二小组'],
  ['何琳', 'helin', retired, [], '第一小组'],
  ['阿依努尔·买买提', 'aynur', '新党员', [], '第二小组'],
];
const others: readonly (readonly [name: string, account: string, kind: Founder['kind']])[] = [
  ['孙伟', 'sunwei', 'mass'],
  ['林晓', 'linxiao', 'mass'],
  ['刘部长', 'liubuzhang', 'superior'],
];

/** The category of this label; if the rulebook lacks it, the first for people of that kind. */
function categoryLike({ categories }: Rulebook, label: string): string | null {
  const inService = label !== retired;
  const same = categories.find((category) => category.label === label);
  return (
    (same ?? categories.find((category) => category.inService === inService) ?? categories[0])?.id ?? null
  );
}

/** @param joinedOn the day on which everybody joined the roster, `YYYY-MM-DD` */
export function samplePeople(rulebook: Rulebook, channel: string, joinedOn: string): readonly Founder[] {
  const person = (name: string, account: string, kind: Founder['kind']): Founder => ({
    name,
    kind,
    category: null,
    probationary: false,
    group: null,
    joinedOn,
    joinedUnknown: true,
    partyJoinedOn: null,
    phone: null,
    offices: [],
    account: { channel, account },
  });
  return [
    ...members.map(([name, account, label, offices, group]) => ({
      ...person(name, account, 'member'),
      category: categoryLike(rulebook, label),
      offices,
      group: group ?? null,
    })),
    ...others.map(([name, account, kind]) => person(name, account, kind)),
  ];
}
