import { beginAppraisal, endAppraisal, showAppraisal } from '../../app/appraisal/appraise.js';
import { recordPosting } from '../../app/notices/post.js';
import { recordDisposal } from '../../app/year/disposal.js';
import { recordImprovement, recordPairing, recordTalk } from '../../app/year/follow-ups.js';
import { showYearList } from '../../app/year/lists.js';
import { archiveYear } from '../../app/year/steps/archive.js';
import { auditYear } from '../../app/year/steps/audit.js';
import { decideYear } from '../../app/year/steps/decide.js';
import { publishYear } from '../../app/year/steps/publish.js';
import { sumUp } from '../../app/year/steps/sum.js';
import { setTier } from '../../app/year/steps/tier.js';
import { openAppraisal } from '../../domain/appraisal/ballots.js';
import { yearOfResults } from '../../domain/year/follow-up.js';
import type { Stage } from '../../domain/year/state.js';
import { personField, type Field, type LineForm } from '../lines/kind.js';

const person = personField;
const on: Field = { label: '日期', type: 'date' };
const count = (label: string): Field => ({ label, type: 'number' });
const tier: Field = {
  label: '等次',
  choices: ({ rulebook }) => Object.values(rulebook.assessment.tiers),
};

/** A step of the procedure, with the stage that it leads to. */
interface Step {
  readonly name: string;
  readonly stage: Stage;
  readonly of: LineForm['of'];
  readonly forms: readonly LineForm[];
}

/** In their order (annex 1, 考核流程). */
export const steps: readonly Step[] = [
  {
    ...{ name: '汇总', stage: 'summed', of: sumUp },
    forms: [
      {
        ...{ key: 'sum', title: '汇总', of: sumUp, line: '/年度 汇总', fields: {} },
        hint: '按已认定的积分列出名单和建议等次；评定之前可以重新汇总。',
      },
    ],
  },
  {
    ...{ name: '评定', stage: 'decided', of: decideYear },
    forms: [
      {
        ...{
          key: 'tier',
          title: '会议另定的等次',
          of: setTier,
          line: '/年度 等次 {person} {tier}[ {reason}]',
        },
        fields: { person, tier, reason: { label: '理由' } },
      },
      {
        ...{ key: 'decide', title: '登记会议评定', of: decideYear },
        line: '/年度 评定 应到 {entitled} 实到 {present} 同意 {favour}[ 优秀 {outstanding}]',
        fields: {
          ...{ entitled: count('应到'), present: count('实到'), favour: count('同意') },
          outstanding: { label: '优秀（姓名用顿号隔开，没有的写“无”）' },
        },
      },
    ],
  },
  {
    ...{ name: '审核', stage: 'passed', of: auditYear },
    forms: [
      {
        ...{ key: 'audit', title: '上级审核', of: auditYear, line: '/年度 审核 {verdict}[ {remarks}]' },
        fields: { verdict: { label: '结论', choices: () => ['通过', '退回'] }, remarks: { label: '意见' } },
      },
    ],
  },
  {
    ...{ name: '公示', stage: 'noticed', of: publishYear },
    forms: [
      {
        ...{ key: 'notice', title: '发布年度公示', of: publishYear, line: '/年度 公示', fields: {} },
        hint: '在群里发布，或先私下发给书记和记录员张贴；公示期满才能归档。',
      },
      {
        ...{ key: 'posted', title: '登记已张贴', of: recordPosting, line: '/公示 已张贴 {on} {place}' },
        fields: { on, place: { label: '地点' } },
      },
      {
        ...{ key: 'readOut', title: '登记已宣读', of: recordPosting, line: '/公示 已宣读 {on} {place}' },
        fields: { on, place: { label: '会议' } },
      },
    ],
  },
  {
    ...{ name: '归档', stage: 'archived', of: archiveYear },
    forms: [
      {
        ...{ key: 'archive', title: '归档', of: archiveYear, line: '/年度 归档', fields: {} },
        hint: '归档以后只有补正可以更正，请先核对。',
      },
    ],
  },
];

/** 民主评议 as a secret ballot: members vote on their own page. */
export const appraisal: readonly LineForm[] = [
  {
    ...{ key: 'begin', title: '开始民主评议', of: beginAppraisal, line: '/评议 开始[ {year}]' },
    fields: { year: count('年份') },
  },
  {
    ...{ key: 'end', title: '结束民主评议', of: endAppraisal, line: '/评议 结束[ {accepted}]' },
    fields: { accepted: { label: '还有人没有投，也结束', choices: () => ['是'] } },
    hint: '结束以后不能再投，随即计票，票不保留。',
    isOfUse: ({ facts }) => openAppraisal(facts) !== undefined,
  },
  {
    ...{ key: 'tally', title: '看评议结果', of: showAppraisal, line: '/评议 结果[ {year}]' },
    fields: { year: count('年份') },
    isOfUse: ({ facts }) => facts.all('appraisal').some(({ state }) => state === 'closed'),
  },
];

/** What follows the tiers. */
export const afterwards: readonly LineForm[] = [
  {
    ...{ key: 'list', title: '看名单', of: showYearList, line: '/年度 名单 {list}' },
    fields: { list: { label: '名单', choices: () => ['评优', '谈话', '两年'] } },
    isOfUse: ({ facts, today }) => yearOfResults(facts, today) !== undefined,
  },
  {
    ...{ key: 'talk', title: '登记谈心谈话', of: recordTalk, line: '/谈话 {person} {text}[ 日期 {on}]' },
    fields: { person, text: { label: '内容' }, on },
  },
  {
    ...{ key: 'pair', title: '登记结对帮扶', of: recordPairing, line: '/结对 {person} {partner}' },
    fields: { person: { ...person, label: '受帮扶的同志' }, partner: { ...person, label: '结对的同志' } },
  },
  {
    ...{
      key: 'improve',
      title: '登记整改',
      of: recordImprovement,
      line: '/整改 {person} {outcome}[ {text}]',
    },
    fields: {
      person,
      outcome: { label: '效果', choices: () => ['明显', '不明显', '不愿'] },
      text: { label: '说明' },
    },
  },
  {
    ...{ key: 'dispose', title: '登记组织处置', of: recordDisposal },
    line: '/处置 {person}[ {measure}][ 期限 {term}][ 会议 {meeting}][ 听取 {heard}][ 批准 {approved}][ 文号 {paper}][ 送达 {delivered}][ 结果 {result}]',
    fields: {
      person,
      measure: { label: '处置', choices: () => ['限期改正', '劝退', '除名'] },
      term: { label: '期限（如 6个月）' },
      meeting: { label: '会议日期', type: 'date' },
      heard: { label: '听取本人意见的日期', type: 'date' },
      approved: { label: '上级批准的日期', type: 'date' },
      paper: { label: '文号' },
      delivered: { label: '送达日期', type: 'date' },
      result: { label: '结果' },
    },
    hint: '只作记录；各项可以先后补记。',
  },
];

export const yearForms = [...steps.flatMap(({ forms }) => forms), ...appraisal, ...afterwards];
