import { appoint, dismiss } from '../../app/roster/appoint.js';
import { unbindAccount } from '../../app/roster/binding/bind.js';
import { addMass, addMember } from '../../app/roster/membership/add.js';
import { comeBack, goAway, recordLetter } from '../../app/roster/membership/away.js';
import {
  changeCategory,
  changeGroup,
  makeProbationary,
  makeRegular,
} from '../../app/roster/membership/change.js';
import { endMembership, recordDeath, removeMass, transferMember } from '../../app/roster/membership/leave.js';
import { putRight, renameMember } from '../../app/roster/membership/particulars.js';
import type { ActorContext } from '../../app/use-case.js';
import { isHere } from '../../domain/branch/people.js';
import { particularFields, type Person } from '../../domain/roster/rows.js';
import { fieldTitles } from '../../words/particulars.js';
import { officeLabels, probationaryLabel } from '../../words/roster.js';
import type { Field, LineForm } from '../lines/kind.js';

const categories = ({ rulebook }: ActorContext) => [
  ...rulebook.categories.map(({ label }) => label),
  probationaryLabel,
];
const category: Field = { label: '类别', choices: categories };
const office: Field = { label: '职务', choices: () => officeLabels };
const on: Field = { label: '日期', type: 'date' };
const meeting: Field = { label: '会议日期', type: 'date' };
const group: Field = { label: '党小组（没有的写“无”）' };
const newcomer = { name: { label: '姓名' }, category, group };

/** Who comes onto the roster. */
export const newcomers: readonly LineForm[] = [
  {
    ...{ key: 'add', title: '添加党员', of: addMember, fields: newcomer },
    line: '/党员 添加 {name} {category}[ 小组 {group}]',
  },
  {
    ...{
      key: 'moveIn',
      title: '转入党员',
      of: addMember,
      fields: { ...newcomer, meeting, paper: { label: '文号' } },
    },
    line: '/党员 转入 {name} {category}[ 小组 {group}][ 会议 {meeting}][ 文号 {paper}]',
    hint: '曾在本支部、转回来的，写会议日期和文号，经认定后列入。',
  },
  {
    ...{ key: 'addMass', title: '登记群众', of: addMass, fields: { name: { label: '姓名' } } },
    line: '/群众 添加 {name}',
    hint: '本单位可以作证明的群众。',
  },
];

const ofMember: readonly LineForm[] = [
  {
    ...{
      key: 'putRight',
      title: '改正手机、日期等资料',
      of: putRight,
      line: '/党员 修改 {person} {field} {value}',
    },
    fields: {
      field: { label: '项目', choices: () => particularFields.map((one) => fieldTitles[one]) },
      value: { label: '正确的内容' },
    },
    hint: '日期写2010-07-01或2010年7月；清除一项写“无”。原来的内容留在经历里。',
  },
  {
    ...{ key: 'rename', title: '改名', of: renameMember, line: '/党员 改名 {person} {name}' },
    fields: { name: { label: '新的姓名' } },
  },
  {
    ...{ key: 'category', title: '调整类别', of: changeCategory, fields: { category, meeting } },
    line: '/党员 调整 {person} {category}[ 会议 {meeting}]',
    hint: '列入或退出考核、预备与正式之间的变动，须写会议日期，经另一位同志认定。',
  },
  {
    ...{ key: 'group', title: '调整党小组', of: changeGroup, line: '/党员 小组 {person} {group}' },
    fields: { group: { ...group, label: '党小组（不再编入的写“无”）' } },
  },
  {
    ...{ key: 'appoint', title: '任职', of: appoint, line: '/任职 {person} {office}[ 推荐 {recommended}]' },
    fields: { office, recommended: { label: '民主推荐的日期（未办的写“未办”）' } },
  },
  {
    ...{ key: 'dismiss', title: '免职', of: dismiss, line: '/免职 {person} {office}', fields: { office } },
  },
  {
    ...{ key: 'probationary', title: '列为预备党员', of: makeProbationary, fields: { meeting } },
    line: '/党员 预备 {person}[ 会议 {meeting}]',
  },
  {
    ...{ key: 'regular', title: '转正', of: makeRegular, line: '/党员 转正 {person} {on}', fields: { on } },
  },
  {
    ...{ key: 'away', title: '登记外出流动', of: goAway, line: '/党员 流动 {person} {on}[ 联系 {contact}]' },
    fields: { on, contact: { label: '联系方式和去向' } },
  },
  {
    ...{ key: 'back', title: '流动返回', of: comeBack, line: '/党员 返回 {person} {on}', fields: { on } },
  },
  {
    ...{ key: 'transfer', title: '转出', of: transferMember, line: '/党员 转出 {person}', fields: {} },
    hint: '转出以后不再参加考核，账号随即停用。',
  },
  ...(['退党', '除名'] as const).map((how) => ({
    ...{ key: how, title: how, of: endMembership, fields: { meeting, paper: { label: '文号' } } },
    line: `/党员 ${how} {person} 会议 {meeting} 文号 {paper}`,
  })),
  {
    ...{ key: 'death', title: '去世', of: recordDeath, line: '/党员 去世 {person}', fields: {} },
    hint: '登记以后不再参加考核，也不再收到任何消息。',
  },
];

const unbind: LineForm = {
  ...{ key: 'unbind', title: '停用账号', of: unbindAccount, line: '/解绑 {person}[ {which}]' },
  fields: { which: { label: '有几个账号的，写第几个', type: 'number' } },
  hint: '手机遗失或换号时停用；停用后可用新账号重新绑定。',
};

const ofMass: LineForm = {
  ...{ key: 'removeMass', title: '移除群众', of: removeMass, line: '/群众 移除 {person}', fields: {} },
  hint: '调离本单位的，从可以作证明的名单里移除。',
};

const letters: readonly LineForm[] = ['介绍信', '回执'].map((what) => ({
  ...{ key: what, title: `登记${what}`, of: recordLetter, fields: { on } },
  line: `/党员 ${what} {person} {on}`,
}));

/** What can be done with this person's row. */
export function formsFor(person: Person): readonly LineForm[] {
  if (!isHere(person)) return person.kind === 'member' ? letters : [];
  if (person.kind === 'mass') return [ofMass, unbind];
  if (person.kind !== 'member') return [unbind];
  return [...ofMember, unbind];
}

export const personForms = [...ofMember, unbind, ofMass, ...letters];
