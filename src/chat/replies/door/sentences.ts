import type { View } from '../../../app/ports/voice.js';
import type { DoorSays } from '../../../app/door/says.js';
import type { PartInMatter } from '../../../domain/rulings/proxy.js';
import type { Who } from '../../../app/who.js';
import { outageText } from '../status/sentences.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { holderTitle } from '../../../words/roster.js';

export function whom(who: Who): string {
  if (typeof who !== 'string') return who.map(holderTitle).join('、');
  if (who === 'strangers') return '所有人';
  if (who === 'unbound') return '还没绑定账号的';
  if (who === 'people') return '本支部党员、群众';
  return who === 'members' ? '党员' : '本支部人员';
}

const parts: { readonly [P in PartInMatter]: string } = {
  proposer: '提出人',
  subject: '当事人',
  ruler: '认定人',
};

/** Whose it is, and where the speaker finds what is theirs. */
export function notYours(who: Who, useCase?: string): string {
  if (who === 'unbound') return '您的账号已经绑定，不必再办。发送“/帮助”可查看您能办的事。';
  if (useCase === 'points.propose')
    return `登记加减分由${whom(who)}办理。党员本人的加分由本人申报，例：/申报 8 公益活动`;
  return `这件事由${whom(who)}办理。发送“/帮助”可查看您能办的事。`;
}

/** A private command typed in the group: neither carried out nor stored. */
export function onlyPrivate(): string {
  return '这件事涉及个人情况，请私聊机器人办理，群里不办、也不保存。';
}

/** How an account of nobody gets bound; to who left, whom to turn to. */
export function unbound(
  { branch, left }: DoorSays['unbound'],
  { rulebook }: Pick<View, 'rulebook'>,
  name = '您的姓名',
): string {
  if (left !== null) {
    const { secretary } = left;
    const whom = secretary === null ? '' : `${personTitle(secretary, rulebook)}同志`;
    return `您已不在${branch}，这里不再办理。要看在支部时的记录、对其中有异议的，请与书记${whom}联系，也可以书面向上级党组织反映。又转回来的，请记录员先登记转入，再发送“/绑定 您的姓名”。`;
  }
  return `您的账号还没有对应到${branch}名册上的人。请发送“/绑定 ${name}”，由书记确认后即可使用；有认领码的请发送“/认领 认领码”。`;
}

export const doorSentences: Sentences<DoorSays> = {
  answeredInPrivate: () => '已私信答复您。',
  hasAccount: ({ person, command }, { rulebook }) => {
    const line = command === null ? '' : `“/${command}”`;
    return `${personTitle(person, rulebook)}同志有自己的账号，不能代办，请本人发送${line}。`;
  },
  notByProxy: () => '这件事须由本人办理，不能代办。',
  notYours: ({ who, useCase }) => notYours(who, useCase),
  onlyPrivate,
  outage: (connection, { today }) => outageText(connection, today),
  proxyPaper: ({ number }) =>
    `#${number} 代办同意须附本人签字的书面材料：请把图片或文件与这一行一起发送。没有办理。`,
  proxyPart: ({ number, part }) =>
    `#${number} 您是${parts[part]}，证明、说明和同意不能由您代办。请该同志书面签字，作为材料交来：“/材料 ${number}”附图；说明也可以由认定人当面听取。`,
  readsOnly: () => '工委账号只能查看，不能办理。发送“/帮助”可查看您能看的内容。',
  reasonInGroup: () =>
    '提示：事由、说明这类个人情况请私聊机器人发送，不必写在群里。刚才那一条可以在群里撤回，登记不受影响。',
  tooManyOpen: ({ most }) =>
    `没有登记：您登记而没有办结的事项已到${most}件，请等认定以后再登记，或先撤回不要的（“/撤回 编号”）。发送“/待办”可查看。`,
  unbound: (says, view) => unbound(says, view),
  unsound: () =>
    '没有办理：本支部的数据被程序以外的手改动过，现在只能查询。请管理员运行 npm run verify 查明，再用备份恢复。',
};
