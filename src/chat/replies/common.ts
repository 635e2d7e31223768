/** Refusals that several subjects have, in the same words. */
import type { SpentTwin } from '../../domain/points/twins.js';
import type { View } from '../../app/ports/voice.js';
import { fullDate } from '../../words/dates.js';
import { numbersTitle } from '../../words/numbers.js';

export function inFuture({ date }: { readonly date: string }, { today }: View): string {
  return `没有登记：${fullDate(date, today)}还没有到，请核对日期。`;
}

export function textTooLong({ most }: { readonly most: number }): string {
  return `没有登记：文字太长，请控制在${most}字以内。`;
}

export function noMatter({ number }: { readonly number: number }): string {
  return `没有 #${number}，请核对编号。发送“/待办”可查看。`;
}

/** Of many like it the last ones tell enough. */
const mostAlike = 3;

/** The last three of them, and how many there are. */
function latest(near: readonly number[]): string {
  const shown = [...near].sort((one, other) => one - other).slice(-mostAlike);
  return `${numbersTitle(shown)}${near.length > shown.length ? `等${near.length}条` : ''}`;
}

/** 与 #1 相近，同一件事只计一次 */
export function alikeTitle(near: readonly number[]): string {
  return `与 ${latest(near)} 相近，同一件事只计一次`;
}

/** 事由里写着“上周三” */
export function otherDayTitle(said: string): string {
  return `事由里写着“${said}”`;
}

/** 请留意：#3与此相近，同一件事只计一次。 */
export function alikeHint(near: readonly number[]): string {
  return `请留意：${latest(near)}与此相近，同一件事只计一次。`;
}

/** 同一次活动的 #4 还在办理，请先办 */
export function besidesTitle(numbers: readonly number[]): string {
  return `同一次活动的 ${latest(numbers)} 还在办理，请先办`;
}

const spentTitles: { readonly [H in SpentTwin['how']]: string } = {
  rejected: '已驳回',
  objected: '因异议成立已冲销',
  corrected: '已更正冲销',
};

/** 请留意：同一件事此前登记过，#1 已驳回。 */
export function spentHint(spent: readonly SpentTwin[]): string {
  const said = spent.slice(-mostAlike).map(({ number, how }) => `#${number} ${spentTitles[how]}`);
  return `请留意：同一件事此前登记过，${said.join('、')}。`;
}
