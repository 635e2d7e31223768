import type { MatterCard, Step } from '../../../app/matters/card.js';
import type { NoticeSays } from '../../../app/notices/says.js';
import type { View } from '../../../app/ports/voice.js';
import { spacedDate } from '../../../words/dates.js';
import { typedNumbers } from '../../../words/numbers.js';
import { answerWords, closing, correctWords, registerOf, type ObjectionCard } from '../objections/cards.js';
import { doubts, sureOf, unheardRow } from '../rulings/lists.js';
import { registeredHead, unheardText } from '../rulings/matters.js';
import { vetoNext } from '../veto/steps.js';

/** #3 张三 第17项“党费” −3分（2026年1月） */
function row(card: MatterCard, view: View): string {
  return `#${card.number} ${registeredHead(card, view)}`;
}

/** What the reader has to do, with the line to type. */
function stepText(card: MatterCard, step: Step, view: View): string {
  const number = typedNumbers([card.number], view);
  switch (step) {
    case 'hold':
      return card.kind === 'veto' ? vetoNext(card, view) : '';
    case 'prove':
      return `还缺证明，请两位同志回复“/证明 ${number}”，或发送“/材料 ${number}”附图。`;
    case 'close':
      return closing(number);
    case 'correct':
      return `异议成立，${correctWords}`;
    case 'complete':
      return `已退回，请补充：${card.returned ?? ''}`;
    case 'witness':
      return `请您证明，属实的回复“/证明 ${number}”。`;
    case 'consent':
      return `等您同意，请私聊回复“/同意 ${number}”。`;
  }
}

/** From so many days on it is said how long something has waited. */
const longWait = 2;

/** #12、#13 已等4天，#14 已等2天。 */
function waitedText(waited: NoticeSays['digest']['waited']): readonly string[] {
  const days = [...new Set(waited.map((one) => one.days))].filter((count) => count >= longWait);
  const parts = days
    .sort((one, other) => other - one)
    .map((count) => {
      const numbers = waited.filter((one) => one.days === count).map(({ number }) => `#${number}`);
      return `${numbers.join('、')} 已等${count}天`;
    });
  return parts.length === 0 ? [] : [`${parts.join('，')}。`];
}

function answerHint({ number, target }: ObjectionCard, view: View): string {
  return `异议请${answerWords(typedNumbers([number], view), registerOf(target), view)}。`;
}

/** One message a day for somebody who must act. */
export function digestText(
  { cards, own, waited, unproven, uncertain }: NoticeSays['digest'],
  view: View,
): string {
  const numbers = cards.kept.map((card) => card.number);
  const [objection] = cards.kept.filter((card) => card.kind === 'objection');
  const unheard = cards.kept.filter((card) => unheardText(card, view) !== undefined);
  const heard = cards.kept.filter((card) => !unheard.includes(card));
  const others = heard.filter(({ kind }) => kind !== 'objection');
  const { sure, unsure } = sureOf(others, view);
  const [first] = sure;
  const count = numbers.length > 0 ? `${numbers.length}条等您认定` : `${own.kept.length}条等您办理`;
  return [
    `待办汇总（${spacedDate(view.today, view.today)}）：有${count}`,
    ...heard.map((card) => [row(card, view), ...doubts(card, view)].join('，')),
    ...unheard.map((card) => unheardRow(card, view)),
    ...(unproven > 0 ? [`另有${unproven}条还缺证明。`] : []),
    ...(uncertain > 0 ? [`另有${uncertain}条消息不能确定是否送达，详见“/状态”。`] : []),
    ...(first === undefined
      ? []
      : [`回复“/确认 ${typedNumbers(sure, view)}”或“/驳回 ${typedNumbers([first], view)} 理由”。`]),
    ...unsure,
    ...(objection === undefined ? [] : [answerHint(objection, view)]),
    ...(numbers.length > 0 && own.kept.length > 0 ? [`还有${own.kept.length}条等您办理：`] : []),
    ...own.kept.map(({ card, step }) => `${row(card, view)}：${stepText(card, step, view)}`),
    ...waitedText(waited),
  ].join('\n');
}
