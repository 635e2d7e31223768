import type { Instead, MatterCard, RulingResult, RulingSays } from '../../app/rulings/says.js';
import type { View } from '../../app/ports/voice.js';
import type { MatterState } from '../../domain/branch/rows.js';
import type { Barred } from '../../domain/rulings/four-eyes.js';
import { fullDateTime, spacedDate } from './dates.js';
import { personTitle, personTitles } from './persons.js';
import { cardLine, itemTitle, points } from './points.js';
import type { Sentences } from './sentences.js';

/** 张三 第8项“公益活动” +3分 — the head of a matter in lists and requests */
export function matterHead(card: MatterCard, view: View): string {
  const who = personTitle(card.subject, view.rulebook);
  switch (card.kind) {
    case 'bonus':
    case 'deduction':
      return `${who} ${itemTitle(card, view)} ${points(card.points)}分`;
    case 'leave':
      return `${who} ${activityTitle(card.activity, view)}(${fullDateTime(card.at, view.today)})请假`;
    case 'binding':
      return `${who} 绑定账号`;
    case 'correction':
      return `${who} 更正 #${card.corrects}(${points(-card.points)}分)`;
  }
}

function activityTitle(kind: string, { rulebook }: View): string {
  return rulebook.activities.kinds.find(({ id }) => id === kind)?.label ?? '';
}

function pendingText(card: MatterCard, view: View): string {
  const { rulebook, today } = view;
  const lines = [`待认定 #${card.number}:${matterHead(card, view)}`];
  if (card.kind === 'bonus' || card.kind === 'deduction') {
    const proof = [
      card.witnesses.length > 0 ? `证明:${personTitles(card.witnesses, rulebook)}` : '',
      card.materials.length > 0 ? `材料:${card.materials.join('、')}` : '',
    ];
    const registered = `登记:${personTitle(card.proposer, rulebook)} ${fullDateTime(card.openedAt, today)}`;
    lines.push([registered, ...proof.filter((part) => part !== '')].join('  '));
    lines.push(`事由:${card.reason}(${spacedDate(card.deedOn, today)})`);
  }
  if (card.kind === 'leave') {
    const kind = rulebook.leave.kinds.find(({ id }) => id === card.leaveKind)?.label ?? '';
    lines.push(`${kind}${card.reason === null ? '' : `,事由:${card.reason}`}`);
  }
  if (card.kind === 'binding' && card.nickname !== null) lines.push(`账号昵称:${card.nickname}`);
  if (card.kind === 'binding' && card.hasAccount) lines.push('该同志已有账号,请向本人核实后再确认。');
  if (card.kind === 'correction')
    lines.push(`提出:${personTitle(card.proposer, rulebook)}  理由:${card.reason}`);
  lines.push(...card.statements.map((text) => `本人说明:${text}`));
  const meeting = 'wantsMeeting' in card && card.wantsMeeting ? ` 会议 日期` : '';
  lines.push(`回复“/确认 ${card.number}${meeting}”或“/驳回 ${card.number} 理由”。`);
  return lines.join('\n');
}

const barred: { readonly [B in Barred]: string } = {
  notOfficer: '须由书记或副书记认定',
  subject: '是您本人的事项',
  proposer: '是您登记的事项',
  witness: '您是证明人',
  madeTheRuling: '更正的是您作出的认定',
  appointedAfter: '开立在您任职之前,又是书记本人的事项',
  branchMayRule: '支部内有人可以认定,上级不代为认定',
};

function insteadText({ by, persons }: Instead, { rulebook }: View): string {
  const names = personTitles(persons, rulebook);
  if (by === 'branch') return `应由${names}同志认定,已转给他`;
  return names === '' ? '支部内无人可以认定,须由上级党组织认定' : `支部内无人可以认定,已转上级${names}同志`;
}

const decided: { readonly [S in MatterState]: string } = {
  open: '还在办理',
  confirmed: '已经认定',
  rejected: '已经驳回',
  withdrawn: '已经撤回',
  closed: '已经办结',
  cancelled: '已经销假',
};

function resultText(result: RulingResult, view: View): string {
  const head = `#${result.number}`;
  switch (result.kind) {
    case 'confirmed': {
      const { card, total } = result;
      const meeting = result.wantsMeeting
        ? `此项须经会议研究,请补报会议日期:“/确认 ${result.number} 会议 日期”。`
        : '';
      return `${head} 已认定:${personTitle(card.subject, view.rulebook)}同志 ${points(card.points)}分,现${total}分。${meeting}`;
    }
    case 'confirmedQuietly':
      return `${head} 已认定。`;
    case 'leaveGranted': {
      const activity = `${activityTitle(result.activity, view)}(${fullDateTime(result.at, view.today)})`;
      return `${head} 已准假:${personTitle(result.subject, view.rulebook)}同志 ${activity}。`;
    }
    case 'bound':
      return `${head} 已绑定:${personTitle(result.subject, view.rulebook)}同志的账号可以使用了。`;
    case 'corrected':
      return `${head} 已更正 #${result.corrects}:${personTitle(result.subject, view.rulebook)}同志 ${points(result.points)}分,现${result.total}分。`;
    case 'barred':
      return `${head} ${barred[result.why]},${insteadText(result.instead, view)}。`;
    case 'unknown':
      return `没有 ${head},请核对编号。`;
    case 'decided': {
      const by = result.ruler === null ? '' : `(${personTitle(result.ruler, view.rulebook)}同志)`;
      return `${head} ${decided[result.state]}${by},不再重复办理。`;
    }
    case 'noProof':
      return `${head} 还缺证明,暂不能认定:还差${result.missing}位证明人,或补一份材料。`;
  }
}

export const rulingSentences: Sentences<RulingSays> = {
  pending: ({ card }, view) => pendingText(card.kept, view),
  results: ({ results }, view) => results.map((result) => resultText(result, view)).join('\n'),
  superiorMissing: ({ number }) =>
    `#${number} 支部内无人可以认定,须由上级党组织认定,但还没有上级账号。请在名册中加入上级审核人并请其认领账号。`,
  confirmedToSubject: ({ card, total }, view) =>
    `#${card.kept.number} 已认定:${cardLine(card.kept, view)},现${total}分。`,
  rejected: ({ number }) => `#${number} 已驳回。`,
  rejectedTo: ({ number, subject, reason }, { rulebook }) =>
    `#${number}(${personTitle(subject, rulebook)}同志)未予认定,理由:${reason.kept}`,
};
