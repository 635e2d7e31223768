import type { MatterCard, ProxyNote } from '../../../app/matters/card.js';
import type { View } from '../../../app/ports/voice.js';
import type { Vote } from '../../../domain/rulings/rows.js';
import { fullDateTime, spacedDate } from '../../../words/dates.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import { itemTitle, occasionText, registerTitle } from '../points/items.js';
import { formerYearLines, formerYearTitle } from '../imports/former-year.js';
import { activityTitle } from '../attendance/activities.js';
import { aboutTitle, objectionText } from '../objections/cards.js';
import { adoptionLines } from '../rulebook/differences.js';
import { vetoNext, vetoReason } from '../veto/steps.js';
import { viewAt } from '../views.js';
import { groundTitle, signed } from '../../../words/items.js';
import { howTitles } from '../../../words/roster.js';
import { leaveKindTitle } from '../../../words/activities.js';

/** 张三 第8项“公益活动” +3分 — the head of a matter in lists and requests */
export function matterHead(card: MatterCard, view: View): string {
  // Who objects is shielded, and a rulebook or a whole year is about nobody.
  const nameless = card.kind === 'objection' || card.kind === 'rulebook' || card.kind === 'formerYear';
  const who = nameless ? '' : `${personTitle(card.subject, view.rulebook)} `;
  return `${who}${matterTopic(card, view)}`;
}

/** 第8项“公益活动” +3分 — where it is plain whom it is about */
export function matterTopic(card: MatterCard, view: View): string {
  switch (card.kind) {
    case 'bonus':
    case 'deduction':
      return `${itemTitle(card, view)} ${signed(card.points)}分`;
    case 'leave':
      return `${activityTitle({ kind: card.activity, at: card.at }, view)}请假`;
    case 'binding':
      return `绑定账号`;
    case 'correction':
      return `${card.supplement ? '补正' : '更正'} #${card.corrects}（${card.veto === null ? `${signed(-card.points)}分` : `撤销一票否决${groundTitle(card.veto, view.rulebook)}`}）`;
    case 'exemption':
      return `${card.exempt ? '不列入' : '重新列入'}积分考核`;
    case 'veto':
      return `一票否决 ${groundTitle(card.ground, viewAt(card.deedOn, view).rulebook)}`;
    case 'objection':
      return `对${aboutTitle(card.about)}的异议`;
    case 'rulebook':
      return `采用细则“${card.title}”（${card.version}）`;
    case 'formerYear':
      return formerYearTitle(card);
  }
}

/** Numbers as they are to be typed: 3 4, or for somebody of several branches 一支部#3 一支部#4 */
export function matterWords(numbers: readonly number[], { among }: View): string {
  return numbers.map((number) => (among === undefined ? String(number) : `${among}#${number}`)).join(' ');
}

/** Everything a ruler is told of a matter, and the words to type. */
export function pendingText(card: MatterCard, view: View): string {
  const { rulebook, today } = view;
  if (card.kind === 'objection')
    return objectionText(card, matterWords([card.number], view), remarks(card, view), view);
  const waits = card.kind === 'veto' && card.next !== 'certification';
  const lines = [`${waits ? '正在办理' : '待认定'} #${card.number}：${matterHead(card, view)}`];
  if (card.kind === 'bonus' || card.kind === 'deduction') {
    const proof = [
      card.witnesses.length > 0 ? `证明：${personTitles(card.witnesses, rulebook)}` : '',
      materialsTitle(card),
    ];
    const registered = `登记：${proposerTitle(card, view)} ${fullDateTime(card.openedAt, today)}`;
    lines.push([registered, ...proof.filter((part) => part !== '')].join('  '));
    lines.push(
      card.occasion === null
        ? `事由：${card.reason}（${spacedDate(card.deedOn, today)}）`
        : `事由：${occasionText(card.occasion, view)}`,
    );
  }
  if ('alike' in card && card.alike.length > 0)
    lines.push(`请留意：${card.alike.map((number) => `#${number}`).join('、')}与此相近，同一件事只计一次。`);
  if (card.kind === 'leave') {
    lines.push(
      `${leaveKindTitle(card.leaveKind, viewAt(card.at, view).rulebook)}${card.reason === null ? '' : `，事由：${card.reason}`}`,
    );
  }
  if (card.kind === 'binding')
    lines.push(applicant(card), ...bindingDoubts(card).map((doubt) => `${doubt}。`));
  if (card.kind === 'correction')
    lines.push(`提出：${proposerTitle(card, view)}  理由：${correctionReason(card, view)}`);
  lines.push(...otherLines(card, view));
  lines.push(...remarks(card, view));
  const meeting = wantsMeeting(card) ? ` 会议 日期` : '';
  const number = matterWords([card.number], view);
  lines.push(
    card.kind === 'veto' ? vetoNext(card, view) : `回复“/确认 ${number}${meeting}”或“/驳回 ${number} 理由”。`,
  );
  return lines.join('\n');
}

type BindingCard = Extract<MatterCard, { readonly kind: 'binding' }>;

/** By the nickname, or where people have none by the account itself: without either nobody could tell whose it is. */
function applicant({ nickname, account }: BindingCard): string {
  return nickname === null ? `申请的账号：${account}` : `账号昵称：${nickname}`;
}

/** Why to ask the person himself before anything is confirmed. */
function bindingDoubts({ rivals, hasAccount }: BindingCard): readonly string[] {
  const others = rivals.map((number) => `#${number}`).join('、');
  return [
    ...(others === '' ? [] : [`${others}也申请绑定为这位同志，请向本人核实后再确认`]),
    ...(hasAccount ? ['该同志已有账号，请向本人核实后再确认'] : []),
  ];
}

function proposerTitle({ proposer }: MatterCard, { rulebook }: View): string {
  return proposer === null ? '' : personTitle(proposer, rulebook);
}

/** What the ruler has to know of a matter that is neither points nor leave nor a binding. */
function otherLines(card: MatterCard, view: View): readonly string[] {
  const { today } = view;
  switch (card.kind) {
    case 'exemption':
      return [
        `提出：${proposerTitle(card, view)}  本人${card.consented ? '已同意' : '尚未同意'}${card.materials.length === 0 ? '' : `  材料：${card.materials.join('、')}`}`,
        ...(card.reason === null ? [] : [`事由：${card.reason}`]),
      ];
    case 'veto':
      return [
        `提出：${proposerTitle(card, view)} ${fullDateTime(card.openedAt, today)}`,
        `事由：${vetoReason(card, view)}（${spacedDate(card.deedOn, today)}）`,
        ...(card.hearing === null ? [] : [`听取本人意见：${card.hearing.replaceAll('\n', '；')}`]),
        ...card.annulled.map((vote) => `原表决（已退回）：${voteText(vote)}`),
        ...(card.vote === null ? [] : [`表决：${voteText(card.vote)}`]),
      ];
    case 'rulebook':
      return [
        `提出：${proposerTitle(card, view)}  会议：${spacedDate(card.meetingOn, today)}`,
        ...adoptionLines(card, view),
      ];
    case 'formerYear':
      return formerYearLines(card, view);
    case 'bonus':
    case 'deduction':
    case 'leave':
    case 'binding':
    case 'correction':
    case 'objection':
      return [];
  }
}

/** 应到20人,实到18人,赞成11票,反对5票,弃权2票 */
export function voteText({ entitled, present, inFavour, against, abstained }: Vote): string {
  return `应到${entitled}人，实到${present}人，赞成${inFavour}票，反对${against}票，弃权${abstained}票`;
}

type CorrectionCard = Extract<MatterCard, { readonly kind: 'correction' }>;

function correctionReason({ reason, occasion }: CorrectionCard, view: View): string {
  return occasion === null ? reason : `考勤有变动，${occasionText(occasion, view)}不再减分`;
}

/** Beside the reason, which names the activity of a matter from the register. */
function materialsTitle({ materials, occasion }: Pick<PointsMatterCard, 'materials' | 'occasion'>): string {
  const all = [...(occasion === null ? [] : [registerTitle(occasion)]), ...materials];
  return all.length > 0 ? `材料：${all.join('、')}` : '';
}

type PointsMatterCard = Extract<MatterCard, { readonly kind: 'bonus' | 'deduction' }>;

export function wantsMeeting(card: MatterCard): boolean {
  return (card.kind === 'bonus' || card.kind === 'deduction') && card.wantsMeeting;
}

/** 代为登记:赵敏代郑国(电话) */
function proxyText({ person, by, how }: ProxyNote, { rulebook }: View): string {
  const way = how === null ? '' : `（${howTitles[how]}）`;
  return `代为登记：${personTitle(by, rulebook)}代${personTitle(person, rulebook)}${way}`;
}

export function remarks(card: MatterCard, view: View): readonly string[] {
  return [
    ...card.proxies.map((note) => proxyText(note, view)),
    ...card.statements.map((text) => `本人说明：${text}`),
    ...(card.returned === null ? [] : [`已退回补充：${card.returned}`]),
    ...card.supervision.map((text) => `监督员意见：${text}`),
  ];
}

export function rowReason(card: MatterCard, view: View): string {
  switch (card.kind) {
    case 'bonus':
    case 'deduction':
      return `事由：${card.occasion === null ? card.reason : occasionText(card.occasion, view)}`;
    case 'leave': {
      const kind = leaveKindTitle(card.leaveKind, viewAt(card.at, view).rulebook);
      return card.reason === null ? kind : `${kind}，事由：${card.reason}`;
    }
    case 'correction':
      return `事由：${correctionReason(card, view)}`;
    case 'binding':
      return [applicant(card), ...bindingDoubts(card)].join('；');
    case 'exemption':
      return card.reason === null ? '' : `事由：${card.reason}`;
    case 'veto':
      return `事由：${vetoReason(card, view)}`;
    case 'objection':
      return `事由：${card.reason}`;
    case 'rulebook':
      return '';
    case 'formerYear':
      return `材料：${card.materials.join('、')}`;
  }
}
