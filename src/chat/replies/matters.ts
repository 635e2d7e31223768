import type { MatterCard, ProxyNote, TodoFacts } from '../../app/rulings/says.js';
import type { View } from '../../app/ports/voice.js';
import type { Vote } from '../../domain/rulings/rows.js';
import { fullDateTime, spacedDate } from './dates.js';
import { personTitle, personTitles } from './persons.js';
import { cardLine, itemTitle, occasionText, points, registerTitle } from './items.js';
import { insteadTitle } from './instead.js';
import { aboutTitle, objectionText } from './objection-cards.js';
import { vetoNext, vetoReason, vetoWaits } from './veto-steps.js';
import { howTitles } from './roster-words.js';

/** Rows of one list; the others are counted. */
const mostRows = 20;
/** So many matters are shown in full; more are listed one line a row. */
const mostInFull = 3;

/** 张三 第8项“公益活动” +3分 — the head of a matter in lists and requests */
export function matterHead(card: MatterCard, view: View): string {
  // Who objects is shielded, and a rulebook is about nobody.
  const nameless = card.kind === 'objection' || card.kind === 'rulebook';
  const who = nameless ? '' : `${personTitle(card.subject, view.rulebook)} `;
  return `${who}${matterTopic(card, view)}`;
}

/** 第8项“公益活动” +3分 — where it is plain whom it is about */
export function matterTopic(card: MatterCard, view: View): string {
  switch (card.kind) {
    case 'bonus':
    case 'deduction':
      return `${itemTitle(card, view)} ${points(card.points)}分`;
    case 'leave':
      return `${activityTitle(card.activity, view)}(${fullDateTime(card.at, view.today)})请假`;
    case 'binding':
      return `绑定账号`;
    case 'correction':
      return `${card.supplement ? '补正' : '更正'} #${card.corrects}(${card.veto === null ? `${points(-card.points)}分` : `撤销一票否决${groundTitle(card.veto, view)}`})`;
    case 'exemption':
      return `${card.exempt ? '不列入' : '重新列入'}积分考核`;
    case 'veto':
      return `一票否决 ${groundTitle(card.ground, view)}`;
    case 'objection':
      return `对${aboutTitle(card.about)}的异议`;
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
  if (card.kind === 'objection')
    return objectionText(card, matterWords([card.number], view), remarks(card, view), view);
  const waits = card.kind === 'veto' && card.next !== 'certification';
  const lines = [`${waits ? '正在办理' : '待认定'} #${card.number}:${matterHead(card, view)}`];
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
      `${leaveKindTitle(card.leaveKind, view)}${card.reason === null ? '' : `,事由:${card.reason}`}`,
    );
  }
  if (card.kind === 'binding' && card.nickname !== null) lines.push(`账号昵称:${card.nickname}`);
  if (card.kind === 'binding' && card.hasAccount) lines.push('该同志已有账号,请向本人核实后再确认。');
  if (card.kind === 'correction')
    lines.push(`提出:${proposerTitle(card, view)}  理由:${correctionReason(card, view)}`);
  lines.push(...otherLines(card, view));
  lines.push(...remarks(card, view));
  const meeting = wantsMeeting(card) ? ` 会议 日期` : '';
  const number = matterWords([card.number], view);
  lines.push(
    card.kind === 'veto' ? vetoNext(card, view) : `回复“/确认 ${number}${meeting}”或“/驳回 ${number} 理由”。`,
  );
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
        `事由:${vetoReason(card, view)}(${spacedDate(card.deedOn, today)})`,
        ...(card.hearing === null ? [] : [`听取本人意见:${card.hearing.replaceAll('\n', ';')}`]),
        ...card.annulled.map((vote) => `原表决(已退回):${voteText(vote)}`),
        ...(card.vote === null ? [] : [`表决:${voteText(card.vote)}`]),
      ];
    case 'rulebook':
      return [`提出:${proposerTitle(card, view)}  会议:${spacedDate(card.meetingOn, today)}`];
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
  return `应到${entitled}人,实到${present}人,赞成${inFavour}票,反对${against}票,弃权${abstained}票`;
}

type CorrectionCard = Extract<MatterCard, { readonly kind: 'correction' }>;

function correctionReason({ reason, occasion }: CorrectionCard, view: View): string {
  return occasion === null ? reason : `考勤有变动,${occasionText(occasion, view)}不再减分`;
}

/** Beside the reason, which names the activity of a matter from the register. */
function materialsTitle({ materials, occasion }: Pick<PointsMatterCard, 'materials' | 'occasion'>): string {
  const all = [...(occasion === null ? [] : [registerTitle(occasion)]), ...materials];
  return all.length > 0 ? `材料:${all.join('、')}` : '';
}

type PointsMatterCard = Extract<MatterCard, { readonly kind: 'bonus' | 'deduction' }>;

function wantsMeeting(card: MatterCard): boolean {
  return (card.kind === 'bonus' || card.kind === 'deduction') && card.wantsMeeting;
}

/** 代为登记:赵敏代郑国(电话) */
function proxyText({ person, by, how }: ProxyNote, { rulebook }: View): string {
  const way = how === null ? '' : `(${howTitles[how]})`;
  return `代为登记:${personTitle(by, rulebook)}代${personTitle(person, rulebook)}${way}`;
}

function remarks(card: MatterCard, view: View): readonly string[] {
  return [
    ...card.proxies.map((note) => proxyText(note, view)),
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
      const kind = leaveKindTitle(card.leaveKind, view);
      return card.reason === null ? kind : `${kind},事由:${card.reason}`;
    }
    case 'correction':
      return `事由:${correctionReason(card, view)}`;
    case 'binding':
      return '';
    case 'exemption':
      return card.reason === null ? '' : `事由:${card.reason}`;
    case 'veto':
      return `事由:${vetoReason(card, view)}`;
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
  const parts = [
    rowReason(card, view),
    known.length > 0 ? `证明:${known.join('、')}` : '',
    ...remarks(card, view),
  ];
  const details = parts.filter((part) => part !== '').join(';');
  return `#${card.number} ${matterHead(card, view)}${deed}${details === '' ? '' : ` ${details}`}`;
}

function rows<T>(list: readonly T[], row: (entry: T) => string): readonly string[] {
  const more = list.length - mostRows;
  return [...list.slice(0, mostRows).map(row), ...(more > 0 ? [`……另有${more}条`] : [])];
}

/** A veto waits for its hearing or its vote, not for proof. */
function isProofMissing({ kind }: MatterCard): boolean {
  return kind !== 'veto';
}

function unprovenRow(card: MatterCard, view: View): string {
  if (card.kind === 'exemption') return `#${card.number} ${matterHead(card, view)},等待本人同意`;
  if (card.kind === 'veto') return `#${card.number} ${matterHead(card, view)},${vetoNext(card, view)}`;
  const missing = 'missing' in card ? card.missing : 0;
  return `#${card.number} ${matterHead(card, view)},还差${missing}位证明人或一份材料`;
}

function ownWaits(card: MatterCard): string {
  if (card.kind === 'veto') return vetoWaits(card.next);
  if (card.kind === 'objection') return '待答复';
  return card.kind === 'exemption' && !card.consented
    ? `等待本人同意(本人私聊回复“/同意 ${card.number}”)`
    : '待认定';
}

function ownRow(card: MatterCard, view: View): string {
  const missing = 'missing' in card ? card.missing : 0;
  const waits = missing > 0 ? `还缺证明(“/材料 ${card.number}”可附图)` : ownWaits(card);
  return `#${card.number} ${matterHead(card, view)},${[waits, ...remarks(card, view)].join(';')}`;
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
    ['等待证明:', rows(unproven.filter(isProofMissing), (card) => unprovenRow(card, view))],
    [
      '正在办理:',
      rows(
        unproven.filter((card) => !isProofMissing(card)),
        (card) => unprovenRow(card, view),
      ),
    ],
    [
      '须由他人认定:',
      rows(barred, ({ card, instead }) =>
        card.kind === 'veto' && card.next !== 'certification'
          ? unprovenRow(card, view)
          : `#${card.number} ${matterHead(card, view)},${insteadTitle(instead, view)}`,
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
