import { recordFiveOnes, recordMasses, recordRole, recordService } from '../../app/actions/record.js';
import { castBallot } from '../../app/appraisal/vote.js';
import { checkIn } from '../../app/attendance/check-in.js';
import { askLeave, giveUpLeave, leavesToGiveUp } from '../../app/attendance/leave.js';
import { makeObjection } from '../../app/objections/object.js';
import { attachMaterial } from '../../app/points/attach.js';
import { claimPoints } from '../../app/points/propose.js';
import { makeStatement, toAnswer } from '../../app/points/statement.js';
import { declineConsent, giveConsent, isGiven, ownWordAsked } from '../../app/roster/consent.js';
import type { ActorContext } from '../../app/use-case.js';
import { selfAssess } from '../../app/year/self-assess.js';
import { referenceTo } from '../../chat/words/life/activity-lines.js';
import { kindsOf } from '../../domain/actions/progress.js';
import type { ActionKind } from '../../domain/actions/rows.js';
import { announcedIn } from '../../domain/attendance/standing.js';
import { byTime } from '../../domain/period/civil.js';
import { fullDateTime } from '../../words/dates.js';
import { openAppraisal } from '../../domain/appraisal/ballots.js';
import { itemChoices } from '../points/items.js';
import { numbered } from '../lines/numbered.js';
import { personField, type Field, type LineForm } from '../lines/kind.js';

const on: Field = { label: '日期', type: 'date' };
const number: Field = { label: '编号', type: 'number' };
const toState: Field = { label: '对哪一条', choices: (context) => numbered(context, toAnswer(context)) };

/** The activities that I am due at and that are not over. */
const dueAt = ({ facts, actor }: ActorContext) =>
  announcedIn(facts)
    .filter(({ id }) => facts.get('attendance', id, actor.id) !== undefined)
    .sort(byTime);

const activity: Field = {
  label: '活动',
  choices: (context) =>
    dueAt(context).map((one) => {
      const value = referenceTo(context.facts, one, context.rulebook);
      return { value, label: `${value}（${fullDateTime(one.at, context.today)}）` };
    }),
};

const myLeave: Field = {
  label: '请假',
  choices: (context) => numbered(context, leavesToGiveUp(context)),
};

const attendance: readonly LineForm[] = [
  {
    ...{ key: 'leave', title: '请假', of: askLeave, line: '/请假 {activity}[ {kind}][ {reason}]' },
    fields: {
      activity,
      kind: { label: '类别', choices: ({ rulebook }) => rulebook.leave.kinds.map(({ label }) => label) },
      reason: { label: '事由' },
    },
    hint: '由书记确认；事由只有认定人看到。',
  },
  {
    ...{ key: 'giveUpLeave', title: '销假', of: giveUpLeave, line: '/销假 {leave}' },
    fields: { leave: myLeave },
    hint: '能参加了，撤销本人的请假。',
  },
  {
    ...{ key: 'checkIn', title: '签到', of: checkIn, line: '/签到[ {activity}]', fields: { activity } },
    hint: '活动开始前后自行签到。',
    isOfUse: (context) => dueAt(context).length > 0,
  },
];

const claims: readonly LineForm[] = [
  {
    ...{ key: 'claim', title: '申报加分', of: claimPoints, files: true },
    line: '/申报 {item}[ ×{times}] {reason}[ 证明 {witnesses}][ 日期 {on}]',
    fields: {
      item: {
        label: '项目',
        choices: ({ rulebook }) =>
          itemChoices(rulebook)
            .filter(({ side }) => side === 'bonus')
            .map(({ item, grade, label }) => ({
              value: [item, ...(grade ? [grade.label] : [])].join(' '),
              label,
            })),
      },
      reason: { label: '事由' },
      on,
      times: { label: '次数', type: 'number' },
      witnesses: { label: '证明人（没有材料的，写两位，用顿号隔开）' },
    },
    hint: '有材料或两位同志证明的，由书记认定；认定以后才计分。',
  },
  {
    ...{ key: 'material', title: '补充材料', of: attachMaterial, files: true },
    line: '/材料 {number}[ 文号 {document}]',
    fields: { number, document: { label: '文号' } },
  },
];

const voices: readonly LineForm[] = [
  {
    ...{ key: 'statement', title: '作说明', of: makeStatement, line: '/说明 {number} {text}' },
    fields: { number: toState, text: { label: '说明', type: 'long' } },
    hint: '对本人待认定的减分或变动作说明，认定人会看到。',
  },
  {
    ...{ key: 'object', title: '提出异议', of: makeObjection, line: '/异议 {target} {reason}' },
    fields: { target: { label: '编号，或公示号（如“公示1”）' }, reason: { label: '理由', type: 'long' } },
    hint: '为您保密：登记、认定这件事的同志和当事人都不能答复，也看不到是谁提出的。',
  },
  {
    ...{ key: 'consent', title: '同意', of: giveConsent, line: '/同意 {number}' },
    fields: {
      number: {
        label: '哪一条',
        choices: (context) =>
          numbered(
            context,
            ownWordAsked(context).filter((matter) => !isGiven(matter)),
          ),
      },
    },
  },
  {
    ...{ key: 'decline', title: '不同意', of: declineConsent, line: '/不同意 {number}' },
    fields: {
      number: { label: '哪一条', choices: (context) => numbered(context, ownWordAsked(context)) },
    },
  },
];

function action(command: string, kind: Exclude<ActionKind, 'masses'>, of: LineForm['of']): LineForm {
  const which: Field = {
    label: '类别',
    choices: ({ rulebook }) => kindsOf(rulebook, kind).map(({ label }) => label),
  };
  const title = `登记“${command}”`;
  return {
    ...{ key: kind, title, of, line: `/${command} {which} {text}[ 日期 {on}]` },
    fields: { which, text: { label: '做了什么' }, on },
  };
}

const actions: readonly LineForm[] = [
  action('五个一', 'fiveOnes', recordFiveOnes),
  action('三进', 'service', recordService),
  action('三大员', 'role', recordRole),
  {
    ...{
      key: 'masses',
      title: '登记联系群众',
      of: recordMasses,
      line: '/联系群众 {whom} {text}[ 日期 {on}]',
    },
    fields: { whom: { label: '联系了谁' }, text: { label: '做了什么' }, on },
  },
];

const yearly: readonly LineForm[] = [
  {
    ...{ key: 'assess', title: '填写自评', of: selfAssess, line: '/自评[ {year}] {points}' },
    fields: { points: { label: '各项分数，用空格隔开' }, year: { label: '年份', type: 'number' } },
    hint: '按考核表的基础项依次写分数，不改变积分；支部评定之前可以重新填写。',
  },
  {
    ...{ key: 'ballot', title: '无记名评议', of: castBallot, line: '/评议 {person} {tier}' },
    fields: {
      person: { ...personField, label: '评议的同志' },
      tier: { label: '等次', choices: ({ rulebook }) => Object.values(rulebook.assessment.tiers) },
    },
    isOfUse: ({ facts }) => openAppraisal(facts) !== undefined,
    hint: '一人对一人一票，投后不能更改；谁也对不上是谁投的。',
  },
];

/** What everybody does for themselves, by subject. */
export const ownForms: readonly { readonly title: string; readonly forms: readonly LineForm[] }[] = [
  { title: '活动', forms: attendance },
  { title: '加分', forms: claims },
  { title: '说明和异议', forms: voices },
  { title: '行动', forms: actions },
  { title: '年度', forms: yearly },
];
