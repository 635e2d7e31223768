import { proposeCorrection, proposeSupplement } from '../../app/corrections/matter.js';
import { superviseMatter } from '../../app/objections/supervise.js';
import { withdrawMatter } from '../../app/rulings/withdraw.js';
import { proposeVeto } from '../../app/veto/propose.js';
import { hearSubject, recordVote } from '../../app/veto/vote.js';
import type { ActorContext } from '../../app/use-case.js';
import { keepsMatter } from '../../domain/roster/offices.js';
import { numbered } from '../lines/numbered.js';
import { personField, type Field, type LineForm } from '../lines/kind.js';

const number: Field = { label: '编号', type: 'number' };
const isVetoOpen = ({ facts }: ActorContext): boolean => facts.open().some(({ kind }) => kind === 'veto');
const votes = (label: string): Field => ({ label, type: 'number' });

/** What is done about matters beside ruling on them. */
export const matterForms: readonly LineForm[] = [
  {
    ...{ key: 'withdraw', title: '撤回我登记的', of: withdrawMatter, line: '/撤回 {number}' },
    fields: {
      number: {
        label: '待认定的',
        choices: (context) =>
          numbered(
            context,
            context.facts.open().filter((matter) => keepsMatter(context.facts, matter, context.actor.id)),
          ),
      },
    },
  },
  {
    ...{ key: 'correct', title: '更正已认定的', of: proposeCorrection, line: '/更正 {number} {reason}' },
    fields: { number, reason: { label: '理由' } },
    hint: '原来的记录留着，冲销另记一笔；由没有提出、也没有作出原认定的同志认定。',
    isOfUse: ({ facts }) => facts.all('matter').some(({ state }) => state === 'confirmed'),
  },
  {
    ...{
      key: 'supplement',
      title: '补正已归档年度的',
      of: proposeSupplement,
      line: '/补正 {number} {reason}',
    },
    fields: { number, reason: { label: '理由' } },
    isOfUse: ({ facts }) => facts.all('yearStep').some(({ data }) => data.step === 'archive'),
  },
  {
    ...{ key: 'supervise', title: '提监督意见', of: superviseMatter, line: '/监督 {number} {text}' },
    fields: { number, text: { label: '意见', type: 'long' } },
    isOfUse: ({ facts }) => facts.open().length > 0,
  },
  {
    ...{
      key: 'veto',
      title: '提出一票否决',
      of: proposeVeto,
      line: '/否决 {person} {ground} {reason}[ 日期 {on}]',
    },
    fields: {
      person: personField,
      ground: { label: '款号', type: 'number' },
      reason: { label: '事由' },
      on: { label: '日期', type: 'date' },
    },
    hint: '提出后告知本人，听取意见、表决通过并经认定后才生效。',
  },
  {
    ...{ key: 'hear', title: '记录一票否决的听取意见', of: hearSubject, line: '/听取 {number} {text}' },
    fields: { number, text: { label: '意见（不作说明的写“本人放弃”）', type: 'long' } },
    isOfUse: isVetoOpen,
  },
  {
    ...{ key: 'vote', title: '记录一票否决的表决', of: recordVote },
    line: '/表决 {number}[ 应到 {entitled}][ 实到 {present}] 赞成 {favour} 反对 {against} 弃权 {abstained}',
    fields: {
      ...{ number, entitled: votes('应到'), present: votes('实到') },
      ...{ favour: votes('赞成'), against: votes('反对'), abstained: votes('弃权') },
    },
    isOfUse: isVetoOpen,
  },
  {
    ...{ key: 'say', title: '直接写一行命令', of: { who: 'everybody' }, line: '/{text}', files: true },
    fields: { text: { label: '命令（如 待办 3）' } },
    hint: '与在私聊里写的一样：谁能办、怎样答复，都照聊天。',
  },
];
