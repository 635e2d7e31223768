import { itemTitle, occasionText } from '../points/items.js';
import { viewAt } from '../views.js';
import { brokenTitle, notesLines, vetoWaits, vetoReason, vetoNext } from '../veto/steps.js';
import { fullDate, spacedDate, fullDateTime } from '../../../words/dates.js';
import { groundMeaning, signed, groundTitle } from '../../../words/items.js';
import { readingMeaning, settingTitle, settingValueTitle } from '../../../words/readings.js';
import { statusTitle } from '../../../words/roster.js';
import { personTitles, personTitle } from '../../../words/persons.js';
import { leaveKindTitle } from '../../../words/activities.js';
import { truthTitle } from '../../../words/truth.js';
import { formerYearTitle, formerYearLines } from '../imports/sentences.js';
import { adoptionLines } from '../rulebook/differences.js';
import { activityTitle } from '../attendance/activities.js';
import { aboutTitle, closing, objectionText } from '../objections/cards.js';
import type { MatterCard } from '../../../app/matters/card.js';
import type { View } from '../../../app/ports/voice.js';
import type { MatterKind } from '../../../domain/rulings/rows.js';
import type { Vote } from '../../../domain/rulings/votes.js';
import { typedNumbers } from '../../../words/numbers.js';
import { registerProof } from '../../../words/matters.js';
import { alikeHint, besidesTitle, otherDayTitle, spentHint } from '../common.js';

type CardOf<K extends MatterKind> = Extract<MatterCard, { readonly kind: K }>;
type PointsCard = Extract<MatterCard, { readonly kind: 'bonus' | 'deduction' }>;

/** The texts of one kind of matter, in lists and in requests to a ruler. */
interface KindWords<C extends MatterCard> {
  /** 第8项“公益活动” +3分 */
  topic(card: C, view: View): string;
  /** In a list of many; empty: the topic says all. */
  reason(card: C, view: View): string;
  /** Further lines for a ruler; left out: none. */
  lines?(card: C, view: View): readonly string[];
  /** What comes next, instead of 确认 or 驳回. */
  next?(card: C, view: View): string;
  /** The whole of it for its ruler, instead of head, lines and next. */
  text?(card: C, remarks: readonly string[], view: View): string;
  /** Whether a procedure of its own still runs, so that nobody rules yet; left out: none does. */
  isUnderWay?(card: C): boolean;
  /** In a list of what cannot be ruled yet; left out: proof is missing. */
  unproven?(card: C, view: View): string;
  /** In the proposer's own list; left out: 待认定. */
  waits?(card: C): string;
  /** No name: objectors are shielded, and a rulebook or a whole year has no subject. */
  readonly nameless?: true;
}

const points: KindWords<PointsCard> = {
  topic: (card, view) => `${itemTitle(card, view)} ${signed(card.points)}分`,
  reason: (card, view) => `事由：${card.occasion === null ? card.reason : occasionText(card.occasion, view)}`,
  lines: (card, view) => {
    const { rulebook, today } = view;
    const proof = [
      card.witnesses.length > 0 ? `证明：${personTitles(card.witnesses, rulebook)}` : '',
      materialsTitle(card),
    ];
    const registered = `登记：${proposerTitle(card, view)} ${fullDateTime(card.openedAt, today)}`;
    return [
      [registered, ...proof.filter((part) => part !== '')].join('  '),
      card.occasion === null
        ? `事由：${card.reason}（${spacedDate(card.deedOn, today)}）`
        : `事由：${occasionText(card.occasion, view)}`,
      ...(card.otherDay === null
        ? []
        : [
            `请留意：${otherDayTitle(card.otherDay)}，日期按${fullDate(card.deedOn, today)}登记，请先核对是哪一天。`,
          ]),
      ...(card.alike.length === 0 ? [] : [alikeHint(card.alike)]),
      ...(card.spent.length === 0 ? [] : [spentHint(card.spent)]),
      ...(card.besides.length === 0 ? [] : [`请留意：${besidesTitle(card.besides)}。`]),
    ];
  },
};

/** What an exemption or a change of status would take out of the year without a ruling of its own. */
function losesText(loses: CardOf<'status'>['loses'], view: View): readonly string[] {
  if (loses.length === 0) return [];
  const rows = loses.map((card) => `#${card.number} ${itemTitle(card, view)} ${signed(card.points)}分`);
  return [`请留意：另有未办结的 ${rows.join('、')}；先认定这一条，这些以后只留记录，不计入考核。`];
}

const kinds: {
  readonly [K in MatterKind]: KindWords<K extends 'bonus' | 'deduction' ? PointsCard : CardOf<K>>;
} = {
  bonus: points,
  deduction: points,
  leave: {
    topic: (card, view) => `${activityTitle({ kind: card.activity, at: card.at }, view)}请假`,
    reason: leaveReason,
    lines: (card, view) => [leaveReason(card, view)],
  },
  attendance: {
    topic: (card, view) => {
      const { rulebook } = viewAt(card.activity.at, view);
      return `${activityTitle(card.activity, view)}考勤由${truthTitle(card.from, rulebook)}改为${truthTitle(card.truth, rulebook)}`;
    },
    reason: (card) => `理由：${card.reason}`,
    lines: (card, view) => [`提出：${proposerTitle(card, view)}  理由：${card.reason}`],
  },
  binding: {
    topic: () => `绑定账号`,
    reason: (card) => [applicant(card), ...bindingDoubts(card)].join('；'),
    lines: (card) => [applicant(card), ...bindingDoubts(card).map((doubt) => `${doubt}。`)],
    unproven: () => '等待本人用原来的账号同意',
  },
  correction: {
    topic: (card, view) =>
      `${card.supplement ? '补正' : '更正'} #${card.corrects}（${card.veto === null ? `${signed(-card.points)}分` : `撤销一票否决${groundTitle(card.veto, view.rulebook)}`}）`,
    reason: (card, view) => correctionReason(card, view, '事由：'),
    lines: (card, view) => [`提出：${proposerTitle(card, view)}${correctionReason(card, view, '  理由：')}`],
  },
  exemption: {
    topic: (card) => `${card.exempt ? '不列入' : '重新列入'}积分考核`,
    reason: (card) => (card.reason === null ? '' : `事由：${card.reason}`),
    lines: (card, view) => [
      `提出：${proposerTitle(card, view)}  本人${card.consented ? '已同意' : '尚未同意'}${card.materials.length === 0 ? '' : `  材料：${card.materials.join('、')}`}`,
      ...(card.reason === null ? [] : [`事由：${card.reason}`]),
      ...losesText(card.loses, view),
    ],
    unproven: () => '等待本人同意',
    waits: (card) => (card.consented ? '待认定' : `等待本人同意（本人私聊回复“/同意 ${card.number}”）`),
  },
  status: {
    topic: (card, view) => statusTitle(card, view.rulebook),
    reason: (card, view) => `会议：${fullDate(card.meetingOn, view.today)}`,
    lines: (card, view) => [
      `提出：${proposerTitle(card, view)}  会议：${fullDate(card.meetingOn, view.today)}${card.paper === null ? '' : `  文号：${card.paper}`}`,
      ...losesText(card.loses, view),
    ],
    unproven: () => '登记以后情况已有变动，请驳回',
  },
  veto: {
    topic: (card, view) => {
      const broken = card.drafted?.broken;
      const ended = broken === undefined ? '' : `（${brokenTitle(broken.matter, broken.refused)}后不再成立）`;
      return `一票否决 ${groundTitle(card.ground, viewAt(card.deedOn, view).rulebook)}${ended}`;
    },
    reason: (card, view) => `事由：${vetoReason(card, view)}`,
    lines: (card, view) => [
      `提出：${proposerTitle(card, view)} ${fullDateTime(card.openedAt, view.today)}`,
      groundMeaning(card.ground, viewAt(card.deedOn, view).rulebook),
      `事由：${vetoReason(card, view)}（${spacedDate(card.deedOn, view.today)}）`,
      ...notesLines(card.notes, view),
      ...(card.hearing === null ? [] : [`听取本人意见：${card.hearing.replaceAll('\n', '；')}`]),
      ...(card.unasked ? ['请留意：以上意见由提出人记录，本人此后没有回复，请先向本人核实。'] : []),
      ...card.annulled.map((vote) => `原表决（已退回）：${voteText(vote)}`),
      ...(card.vote === null ? [] : [`表决：${voteText(card.vote)}`]),
    ],
    next: vetoNext,
    unproven: vetoNext,
    waits: (card) => vetoWaits(card.next),
    isUnderWay: ({ next }) => next !== 'certification',
  },
  objection: {
    topic: (card) => `对${aboutTitle(card.about)}的异议`,
    reason: (card) => `事由：${card.reason}`,
    text: objectionText,
    waits: (card) => (card.upheld === null ? '待答复' : '异议成立，待更正'),
    unproven: (card, view) => `异议成立，${closing(typedNumbers([card.number], view))}`,
    nameless: true,
  },
  rulebook: {
    topic: (card) =>
      card.meetingOn === null ? '各项改用附件的原文' : `采用细则“${card.title}”（${card.version}）`,
    reason: () => '',
    lines: (card, view) => adoptionLines(card, proposerTitle(card, view), view),
    unproven: () => '登记以后细则已有变动，请驳回',
    nameless: true,
  },
  reading: {
    topic: (card) => `改${settingTitle(card.setting)}为“${settingValueTitle(card.to)}”`,
    reason: () => '',
    lines: (card, view) => [
      `提出：${proposerTitle(card, view)}  原为“${settingValueTitle(card.from)}”`,
      `认定后即执行：${readingMeaning(card.setting, card.to)}`,
    ],
    nameless: true,
  },
  formerYear: {
    topic: formerYearTitle,
    reason: (card) => `材料：${card.materials.join('、')}`,
    lines: formerYearLines,
    unproven: () => '这一年度已在本支部办理，请驳回',
    nameless: true,
  },
};

export function sentencesOf({ kind }: MatterCard): KindWords<MatterCard> {
  return kinds[kind];
}

function leaveReason(card: CardOf<'leave'>, view: View): string {
  const kind = leaveKindTitle(card.leaveKind, viewAt(card.at, view).rulebook);
  const reason = card.reason === null ? kind : `${kind}，事由：${card.reason}`;
  const late = card.afterwards ? '（活动开始后补请）' : '';
  return `${reason}${late}${card.came ? '；点名登记为到会，准假以后仍按到会计' : ''}`;
}

/** The nickname, or the account id where there is none: something must identify the applicant. */
function applicant({ nickname, account }: CardOf<'binding'>): string {
  return nickname === null ? `申请的账号：${account}` : `账号昵称：${nickname}`;
}

/** Why to check with the person before confirming. */
function bindingDoubts({ rivals, hasAccount, consented }: CardOf<'binding'>): readonly string[] {
  const others = rivals.map((number) => `#${number}`).join('、');
  return [
    ...(others === '' ? [] : [`${others}也申请绑定为这位同志，请向本人核实后再确认`]),
    ...(consented
      ? ['该同志已用原来的账号同意']
      : hasAccount
        ? ['该同志已有账号，请向本人核实后再确认']
        : []),
  ];
}

function proposerTitle({ proposer }: MatterCard, { rulebook }: View): string {
  return proposer === null ? '' : personTitle(proposer, rulebook);
}

function correctionReason({ reason, occasion }: CardOf<'correction'>, view: View, head: string): string {
  const said = occasion === null ? reason : `考勤有变动，${occasionText(occasion, view)}不再减分`;
  return said === null ? '' : `${head}${said}`;
}

/** The materials; the reason already names the activity of a register's matter. */
function materialsTitle({ materials, occasion }: Pick<PointsCard, 'materials' | 'occasion'>): string {
  const all = [...(occasion === null ? [] : [registerProof(occasion)]), ...materials];
  return all.length > 0 ? `材料：${all.join('、')}` : '';
}

/** 应到20人,实到18人,赞成11票,反对5票,弃权2票 */
export function voteText({ entitled, present, inFavour, against, abstained }: Vote): string {
  return `应到${entitled}人，实到${present}人，赞成${inFavour}票，反对${against}票，弃权${abstained}票`;
}
