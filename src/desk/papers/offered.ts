import { orderLogbook } from '../../app/papers/logbook.js';
import {
  orderMemberCard,
  orderMemberCards,
  orderMemberForm,
  orderMemberForms,
} from '../../app/papers/member.js';
import { orderRegister, orderSummary } from '../../app/papers/registers.js';
import type { RegisterKind } from '../../app/ports/papers.js';
import type { Intent } from '../../app/use-case.js';
import { registerTitle } from '../../words/roster.js';

interface Offered {
  readonly key: string;
  readonly title: string;
  readonly order: (year: number) => Intent;
}

const registers = ['members', 'points', 'attendance', 'dues'] as const satisfies readonly RegisterKind[];

/** Every paper that the chat makes, of a whole year; the door says who may have which. */
export const papersOffered: readonly Offered[] = [
  {
    key: 'summary',
    title: '积分汇总（公示）表',
    order: (year) => orderSummary.intent({ span: { year, quarter: null }, order: 'roster', large: false }),
  },
  { key: 'forms', title: '考核表（全部）', order: (year) => orderMemberForms.intent({ year }) },
  { key: 'cards', title: '党员信息卡（全部）', order: (year) => orderMemberCards.intent({ year }) },
  ...registers.map((register) => ({
    key: register,
    title: registerTitle(register),
    order: (year: number) => orderRegister.intent({ register, part: null, span: { year, quarter: null } }),
  })),
  {
    key: 'logbook',
    title: '活动记录本',
    order: (year) => orderLogbook.intent({ subject: null, span: { year, quarter: null } }),
  },
  { key: 'form', title: '我的考核表', order: (year) => orderMemberForm.intent({ member: null, year }) },
  { key: 'card', title: '我的党员信息卡', order: (year) => orderMemberCard.intent({ member: null, year }) },
];
