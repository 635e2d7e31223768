import type { Upheld, RulingResult } from '../../../app/matters/results.js';
import type { MatterCard } from '../../../app/matters/card.js';
import type {
  InRegister,
  NoticeRef,
  EnteredLine,
  ShownLine,
  TargetCard,
} from '../../../app/matters/objected.js';
import type { View } from '../../../app/ports/voice.js';
import type { ObjectionTarget } from '../../../domain/rulings/rows.js';
import { fullDateTime } from '../../../words/dates.js';
import { cardLine, restoredText } from '../points/items.js';
import { typedNumbers } from '../../../words/numbers.js';
import { periodTitle } from '../../../words/periods.js';
import { officeTitle, statusTitle } from '../../../words/roster.js';
import { comrade, personTitle } from '../../../words/persons.js';
import { signed } from '../../../words/items.js';
import { otherTruths } from '../../../words/truth.js';
import { viewAt } from '../views.js';

export type ObjectionCard = Extract<MatterCard, { readonly kind: 'objection' }>;

/** ` #3 `, 公示第1号: within a sentence */
export function aboutTitle({ to, number }: ObjectionTarget): string {
  return to === 'matter' ? ` #${number} ` : `公示第${number}号`;
}

function noticeTitle({ number, year, period, postedAt }: NoticeRef, { today }: View): string {
  const what = period === null ? `${year}年度考核` : `${periodTitle(period)}积分`;
  return `公示第${number}号（${what}，${fullDateTime(postedAt, today)}发出）`;
}

/** #3 张三同志 第8项“公益活动” +3分(11月23日 周一),李强认定 */
export function targetTitle(target: TargetCard, view: View): string {
  const { rulebook } = view;
  switch (target.kind) {
    case 'points':
      return `#${target.card.number} ${cardLine(target.card, view)}，${personTitle(target.ruler, rulebook)}${target.confirmed ? '认定' : '驳回'}`;
    case 'correction':
      return `#${target.number} 对 #${target.card.number} ${cardLine(target.card, view)}的更正，${personTitle(target.ruler, rulebook)}认定`;
    case 'veto':
      return `#${target.number} ${personTitle(target.subject, rulebook)}同志 一票否决第${target.ground}款（${target.year}年）`;
    case 'status':
      return `#${target.number} ${comrade(target.subject, rulebook)}${statusTitle(target, rulebook)}，${personTitle(target.ruler, rulebook)}认定`;
    case 'notice':
      return noticeTitle(target.notice, view);
  }
}

/** What 成立 will do, so that it surprises nobody. */
function consequence(target: Exclude<TargetCard, { readonly kind: 'notice' }>): string {
  switch (target.kind) {
    case 'points':
      return target.confirmed
        ? target.register === null
          ? `答复“成立”即冲销 #${target.card.number}（${signed(-target.card.points)}分）。`
          : `#${target.card.number} 是考勤生成的，答复“成立”请写明实际情况，考勤和分数一并改正。`
        : '答复“成立”即重新登记，由没有经办过的同志认定。';
    case 'correction':
      return '答复“成立”即重新登记，由没有经办过的同志认定。';
    case 'veto':
      return '答复“成立”即撤销这一否决，积分恢复计算。';
    case 'status':
      return '答复“成立”即恢复变动以前的身份。';
  }
}

/** What the answering officer reads about an objection, never who raised it. */
export function objectionText(card: ObjectionCard, remarks: readonly string[], view: View): string {
  const { target, about, reason, materials, upheld } = card;
  const number = typedNumbers([card.number], view);
  return [
    `待答复 #${card.number}：对${aboutTitle(about)}的异议`,
    ...(target === null ? [] : [`针对：${targetTitle(target, view)}`]),
    `理由：${reason}${materials.length === 0 ? '' : `  材料：${materials.join('、')}`}`,
    ...remarks,
    ...(upheld === null ? answerLines(card, number, view) : [`已答复成立：${upheld}`, closing(number)]),
  ].join('\n');
}

/** 成立 was said; the rest of it is the branch's to do. */
export function closing(number: string): string {
  return `更正以后请发送“/答复 ${number} 成立 怎样办的”，提出异议的同志会收到。`;
}

function answerLines(card: ObjectionCard, number: string, view: View): readonly string[] {
  const { target, lines } = card;
  const ofNotice = target?.kind === 'notice';
  return [
    ...(target === null || ofNotice ? [] : [consequence(target)]),
    `${answerWords(number, registerOf(target), view)}，说明${ofNotice ? '告诉提出异议的同志，成立的也告诉书记和考核记录员' : '只告诉提出异议的同志'}。`,
    ...(ofNotice ? correctingLines(upheldLine(number, null, view), lines, view) : []),
  ];
}

/** So many lines of a notice are offered; more are no help. */
const mostLines = 6;

/** How one line of a notice is corrected with the answer. */
export function correctingLines(upheld: string, lines: readonly ShownLine[], view: View): readonly string[] {
  if (lines.length === 0) return [];
  return [
    '要当即更正其中一条的，请选一行发送：',
    ...lines.slice(0, mostLines).map(({ card, register }) => {
      const [truth] = truthsOf(register, view);
      const words = `${upheld} 更正 ${card.number}${truth === undefined ? '' : ` 实为 ${truth}`}`;
      return `#${card.number} ${cardLine(card, view)}：${words}`;
    }),
    ...(lines.length > mostLines ? ['其余各条同样写上编号，编号在“/明细 姓名”里。'] : []),
  ];
}

/** What was entered or corrected since: named behind the explanation it puts the notice right. */
export function enteredLines(upheld: string, lines: readonly EnteredLine[], view: View): readonly string[] {
  if (lines.length === 0) return [];
  return [
    '另行登记、更正，已经认定的，请选一行发送：',
    ...lines.slice(-mostLines).map(({ number, card }) => {
      const corrects = number === card.number ? '' : `更正 #${card.number} `;
      return `#${number} ${corrects}${cardLine(card, view)}：${upheld} #${number}`;
    }),
  ];
}

export function registerOf(target: TargetCard | null): InRegister | null {
  return target?.kind === 'points' ? target.register : null;
}

/** `/答复 8 成立 说明`, and of a line of a register what is true instead: the first kind as a model. */
export function upheldLine(number: string, register: InRegister | null, view: View): string {
  const [first] = truthsOf(register, view);
  return `/答复 ${number} 成立 说明${first === undefined ? '' : ` 实为 ${first}`}`;
}

function truthsOf(register: InRegister | null, view: View): readonly string[] {
  return register === null ? [] : otherTruths(register.now, viewAt(register.at, view).rulebook);
}

/** The lines that answer an objection; `number` as people type it. */
export function answerWords(number: string, register: InRegister | null, view: View): string {
  const truths = truthsOf(register, view);
  const or = truths.length === 0 ? '' : `（按实际情况写：${truths.join('、')}）`;
  return `回复“/答复 ${number} 维持 说明”或“${upheldLine(number, register, view)}”${or}`;
}

function numbersOf(list: readonly number[]): string {
  return list.map((number) => `#${number}`).join('、');
}

/** To the one who answered. */
export function upheldText({ number, upheld }: Extract<RulingResult, { readonly kind: 'upheld' }>): string {
  return `#${number} 异议成立${effectText(number, upheld)}已私下告知提出异议的同志。`;
}

/** How a notice is put right. */
export const correctWords = '多记、错记的请发送“/更正 编号 理由”，漏记的请发送“/加分 姓名 项号 事由”。';

function effectText(number: number, upheld: Upheld): string {
  switch (upheld.what) {
    case 'reversed': {
      const { corrected, points: change, restored } = upheld;
      return `：已更正 ${numbersOf(corrected)}，${signed(change)}分${restoredText(restored)}。`;
    }
    case 'redone':
      return `：已重新登记为 #${upheld.number}，${upheld.ready ? '由没有经办过的同志认定' : '还缺证明'}。`;
    case 'registered':
      return `：同一件事已登记为 #${upheld.number}，不重复登记。`;
    case 'vetoSetAside':
      return `：一票否决已撤销，${upheld.year}年积分恢复计算。`;
    case 'standingRestored':
      return '：已恢复变动以前的身份。';
    case 'toPutRight':
      return `，分数尚未改动${upheld.asked.length === 0 ? `：${correctWords}` : `，已请${upheld.asked.map(officeTitle).join('和')}据此更正。`}办好以后请发送“/答复 ${number} 成立 怎样办的”。`;
    case 'putRight':
      return upheld.unchanged ? '，分数无须改动，已办结。' : '，已办结。';
    case 'archived':
      return `，但${upheld.year}年度已经归档，分数没有改动。${supplementHint(upheld.supplement)}`;
    case 'nothing':
      return '，没有需要改动的分数。';
  }
}

function supplementHint(number: number | null): string {
  return number === null ? '' : `应当纠正的，请记录员或书记发送“/补正 ${number} 理由”，报上级认定。`;
}
