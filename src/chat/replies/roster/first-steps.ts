import type { View } from '../../../app/ports/voice.js';
import type { Newcomer, RosterSays } from '../../../app/roster/says.js';
import { comrade } from '../../../words/persons.js';
import { holderTitle, officesTitle } from '../../../words/roster.js';
import { itemExample } from '../usage/examples.js';

/** Two lines on what somebody new here can do first. */
export function firstSteps(kind: Newcomer, { rulebook }: View): readonly string[] {
  const first: { readonly [K in Newcomer]: string } = {
    recorder:
      '通知活动：/活动；点名：/点名；登记加减分：/加分、/减分；登记党费：/党费。写法见“/帮助 活动”“/帮助 加分”',
    unscored: '看活动：/活动；请假：/请假 支部大会；看党费：/党费',
    scored: `看积分：/积分；请假：/请假 支部大会；申报加分：/申报 ${itemExample(rulebook, 'bonus')}`,
    mass: '有人请您作证明时，核实后回复“/证明 编号”；对结果有意见，私聊发送“/异议 编号 理由”。',
    superior: '看等您办的事：/待办；看年度进度：/年度',
    inspector: '看年度进度：/年度；看登记和认定的情况：/审计',
  };
  const examples: Readonly<Record<string, string>> = {
    scored: '我有多少分',
    unscored: '周五的会几点',
    recorder: '给张三加分，第8项，清扫社区',
  };
  const example = examples[kind];
  const saidPlainly = example === undefined ? '' : `；直接说也可以，例：${example}`;
  return [first[kind], `全部能办的事发送“/帮助”${saidPlainly}`];
}

/** Somebody else may have asked to be this person: who holds the code hears so. */
export function claimedText(claimed: RosterSays['claimed'], view: View): string {
  const { branch, person, offices, kind, fell } = claimed;
  const title = kind === 'superior' || kind === 'inspector' ? holderTitle(kind) : officesTitle(offices);
  const numbers = fell.map((number) => `#${number}`).join('、');
  return [
    `${comrade(person, view.rulebook)}的账号已认领（${branch}${title}），认领码随即作废。`,
    ...firstSteps(kind, view),
    ...(numbers === '' ? [] : [`${numbers} 是别的账号申请绑定为您，已随之作废。`]),
  ].join('\n');
}
