import type { MatterCard, TodoFacts } from '../../app/rulings/says.js';
import type { View } from '../../app/ports/voice.js';
import type { Vote } from '../../domain/rulings/rows.js';
import { fullDateTime, spacedDate } from './dates.js';
import { personTitle, personTitles } from './persons.js';
import { viewAt } from './views.js';
import { cardLine, itemTitle, occasionText, points } from './items.js';
import { insteadTitle } from './instead.js';
import { adoptionLines } from './rulebook-differences.js';

/** Rows of one list; the others are counted. */
const mostRows = 20;
/** So many matters are shown in full; more are listed one line a row. */
const mostInFull = 3;

/** 张三 第8项“公益活动” +3分 — the head of a matter in lists and requests */
export function matterHead(card: MatterCard, view: View): string {
  const who = personTitle(card.subject, view.rulebook);
  switch (card.kind) {
    case 'bonus':
    case 'deduction':
      return `${who} ${itemTitle(card, view)} ${points(card.points)}分`;
    case 'leave':
      return `${who} ${activityTitle(card.activity, viewAt(card.at, view))}(${fullDateTime(card.at, view.today)})请假`;
    case 'binding':
      return `${who} 绑定账号`;
    case 'correction':
      return `${who} ${card.supplement ? '补正' : '更正'} #${card.corrects}(${points(-card.points)}分)`;
    case 'exemption':
      return `${who} ${card.exempt ? '不列入' : '重新列入'}积分考核`;
    case 'veto':
      return `${who} 一票否决 ${groundTitle(card.ground, viewAt(card.deedOn, view))}`;
    case 'objection':
      return card.about.to === 'matter'
        ? `对 #${card.about.number} 的异议`
        : `对公示第${card.about.number}号的异议`;
    case 'rulebook':
      return `采用细则“${card.title}”(${card.version})`;
  }
}

/** 第2款“长期不参加组织生活” */
export function groundTitle(number: number, { rulebook }: View): string {
  const ground = rulebook.veto.grounds.find((known) => known.number === number);
  return `第${number}款“${ground?.title ?? ''}”`;
}

export function activityTitle(kind: string, { rulebook }: View): string {
  return rulebook.activities.kinds.find(({ id }) => id === kind)?.label ?? '';
}

/** Numbers as they are to be typed: 3 4, or for somebody of several branches 一支部#3 一支部#4 */
export function matterWords(numbers: readonly number[], { among }: View): string {
  return numbers.map((number) => (among === undefined ? String(number) : `${among}#${number}`)).join(' ');
}

/** Everything a ruler is told of a matter, and the words to type. */
export function pendingText(card: MatterCard, view: View): string {
  const { rulebook, today } = view;
  const lines = [`待认定 #${card.number}:${matterHead(card, view)}`];
  if (card.kind === 'bonus' || card.kind === 'deduction') {
    const proof = [
      card.witnesses.length > 0 ? `证明:${personTitles(card.witnesses, rulebook)}` : '',
      materialsTitle(card),
    ];
    const registered = `登记:${proposerTitle(card, view)} ${fullDateTime(card.openedAt, today)}`;
    lines.push([registered, ...proof.filter((part) => part !== '')].join('  '));
    lines.push(
      card.occasion === null
        ? `事由:${card.reason}(${spacedDate(card.deedOn, today)})`
        : `事由:${occasionText(card.occasion, view)}`,
    );
  }
  if ('alike' in card && card.alike.length > 0)
    lines.push(`请留意:${card.alike.map((number) => `#${number}`).join('、')}与此相近,同一件事只计一次。`);
  if (card.kind === 'leave') {
    lines.push(
      `${leaveKindTitle(card.leaveKind, viewAt(card.at, view))}${card.reason === null ? '' : `,事由:${card.reason}`}`,
    );
  }
  if (card.kind === 'binding' && card.nickname !== null) lines.push(`账号昵称:${card.nickname}`);
  if (card.kind === 'binding' && card.hasAccount) lines.push('该同志已有账号,请向本人核实后再确认。');
  if (card.kind === 'correction')
    lines.push(`提出:${proposerTitle(card, view)}  理由:${correctionReason(card, view)}`);
  lines.push(...otherLines(card, view));
  lines.push(...remarks(card));
  const meeting = wantsMeeting(card) ? ` 会议 日期` : '';
  const number = matterWords([card.number], view);
  lines.push(`回复“/确认 ${number}${meeting}”或“/驳回 ${number} 理由”。`);
  return lines.join('\n');
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
        `提出:${proposerTitle(card, view)}  本人${card.consented ? '已同意' : '尚未同意'}`,
        ...(card.reason === null ? [] : [`事由:${card.reason}`]),
      ];
    case 'veto':
      return [
        `提出:${proposerTitle(card, view)} ${fullDateTime(card.openedAt, today)}`,
        `事由:${card.reason}(${spacedDate(card.deedOn, today)})`,
        ...(card.hearing === null ? [] : [`听取本人意见:${card.hearing}`]),
        ...(card.vote === null ? [] : [`表决:${voteText(card.vote)}`]),
      ];
    case 'objection':
      return [`理由:${card.reason}`];
    case 'rulebook':
      return [
        `提出:${proposerTitle(card, view)}  会议:${spacedDate(card.meetingOn, today)}`,
        ...adoptionLines(card, view),
      ];
    case 'bonus':
    case 'deduction':
    case 'leave':
    case 'binding':
    case 'correction':
      return [];
  }
}

/** 应到20人,实到18人,赞成11票,反对5票,弃权2票 */
export function voteText({ entitled, present, inFavour, against, abstained }: Vote): string {
  return `应到${entitled}人,实到${present}人,赞成${inFavour}票,反对${against}票,弃权${abstained}票`;
}

type CorrectionCard = Extract<MatterCard, { readonly kind: 'correction' }>;

function correctionReason({ reason, occasion }: CorrectionCard, view: View): string {
  return occasion === null ? reason : `考勤有变动,${occasionText(occasion, view)}不再减分`;
}

/** Beside the reason, which names the activity of a matter from the register. */
function materialsTitle({ materials, occasion }: Pick<PointsMatterCard, 'materials' | 'occasion'>): string {
  const all = [...(occasion === null ? [] : ['考勤登记']), ...materials];
  return all.length > 0 ? `材料:${all.join('、')}` : '';
}

type PointsMatterCard = Extract<MatterCard, { readonly kind: 'bonus' | 'deduction' }>;

function wantsMeeting(card: MatterCard): boolean {
  return (card.kind === 'bonus' || card.kind === 'deduction') && card.wantsMeeting;
}

function remarks(card: MatterCard): readonly string[] {
  return [
    ...card.statements.map((text) => `本人说明:${text}`),
    ...(card.returned === null ? [] : [`已退回补充:${card.returned}`]),
    ...card.supervision.map((text) => `监督员意见:${text}`),
  ];
}

function rowReason(card: MatterCard, view: View): string {
  switch (card.kind) {
    case 'bonus':
    case 'deduction':
      return `事由:${card.occasion === null ? card.reason : occasionText(card.occasion, view)}`;
    case 'leave': {
      const kind = leaveKindTitle(card.leaveKind, viewAt(card.at, view));
      return card.reason === null ? kind : `${kind},事由:${card.reason}`;
    }
    case 'correction':
      return `事由:${correctionReason(card, view)}`;
    case 'binding':
      return '';
    case 'exemption':
      return card.reason === null ? '' : `事由:${card.reason}`;
    case 'veto':
    case 'objection':
      return `事由:${card.reason}`;
    case 'rulebook':
      return '';
  }
}

function leaveKindTitle(kind: string, { rulebook }: View): string {
  return rulebook.leave.kinds.find(({ id }) => id === kind)?.label ?? '';
}

/** One line of a list that somebody rules from: what he must know, and nothing on a line of its own. */
function rulingRow(card: MatterCard, view: View): string {
  const { rulebook, today } = view;
  const points = card.kind === 'bonus' || card.kind === 'deduction' ? card : undefined;
  const deed = points === undefined ? '' : `(${spacedDate(points.deedOn, today)})`;
  const proof = points === undefined ? [] : [personTitles(points.witnesses, rulebook), ...points.materials];
  const known = proof.filter((part) => part !== '');
  const parts = [rowReason(card, view), known.length > 0 ? `证明:${known.join('、')}` : '', ...remarks(card)];
  const details = parts.filter((part) => part !== '').join(';');
  return `#${card.number} ${matterHead(card, view)}${deed}${details === '' ? '' : ` ${details}`}`;
}

function rows<T>(list: readonly T[], row: (entry: T) => string): readonly string[] {
  const more = list.length - mostRows;
  return [...list.slice(0, mostRows).map(row), ...(more > 0 ? [`……另有${more}条`] : [])];
}

function unprovenRow(card: MatterCard, view: View): string {
  const missing = 'missing' in card ? card.missing : 0;
  return `#${card.number} ${matterHead(card, view)},还差${missing}位证明人或一份材料`;
}

function ownRow(card: MatterCard, view: View): string {
  const missing = 'missing' in card ? card.missing : 0;
  const waits = missing > 0 ? `还缺证明(“/材料 ${card.number}”可附图)` : '待认定';
  return `#${card.number} ${matterHead(card, view)},${[waits, ...remarks(card)].join(';')}`;
}

/** What waits for the person and what of his own waits for others, by sections; empty ones are left out. */
export function todoText(todo: TodoFacts, view: View): string {
  const { ruling, unproven, barred, own, witnessing } = todo;
  const inFull = ruling.length <= mostInFull;
  const rule = inFull
    ? ruling.map((card) => pendingText(card, view))
    : [...rows(ruling, (card) => rulingRow(card, view)), rulingWords(ruling, view)];
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [inFull ? '' : `待您认定${ruling.length}条:`, rule],
    ['等待证明:', rows(unproven, (card) => unprovenRow(card, view))],
    [
      '须由他人认定:',
      rows(
        barred,
        ({ card, instead }) => `#${card.number} ${matterHead(card, view)},${insteadTitle(instead, view)}`,
      ),
    ],
    ['您登记的或与您有关的:', rows(own, (card) => ownRow(card, view))],
    [
      '请您证明:',
      rows(witnessing, (card) => `#${card.number} ${cardLine(card, view)},属实请回复“/证明 ${card.number}”`),
    ],
  ];
  const text = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [...(title === '' ? [] : [title]), ...lines].join('\n'))
    .join('\n');
  return text === '' ? '目前没有待办。' : text;
}

function rulingWords(cards: readonly MatterCard[], view: View): string {
  const numbers = cards.slice(0, 2).map(({ number }) => number);
  return `回复“/确认 ${matterWords(numbers, view)}”可一并认定几条,“/确认 全部”先列后认,“/驳回 ${matterWords(numbers.slice(0, 1), view)} 理由”驳回。`;
}

/** The list that `/确认 全部 是` confirms. */
export function shownText(cards: readonly MatterCard[], more: number, view: View): string {
  const meeting = cards.filter(wantsMeeting).map(({ number }) => `#${number}`);
  return [
    `您可以认定的有${cards.length}条:`,
    ...cards.map((card) => rulingRow(card, view)),
    ...(meeting.length > 0 ? [`${meeting.join('、')} 须经会议研究,认定后请补报会议日期。`] : []),
    ...(more > 0 ? [`另有${more}条,认定这些之后再发送“/确认 全部”。`] : []),
    '全部认定请回复“/确认 全部 是”,只认定以上各条。',
  ].join('\n');
}
