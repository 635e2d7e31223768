/** What the bot says to ordinary words: it offers one complete line, and the person decides. */
import type { Side } from '../../../domain/points/rows.js';

/** 您是想请假吗？支部大会，9月18日（周五）15:00，事假。 */
export function proposed(offer: {
  readonly act: string;
  readonly meaning: string;
  readonly line: string;
  /** How to say yes here; null: only by copying the line. */
  readonly yes: string | null;
  /** Something changed since it was offered before. */
  readonly again?: boolean;
  readonly byModel?: boolean;
  /** Something came with the sentence, which is not kept. */
  readonly hasFiles?: boolean;
}): string {
  const { act, meaning, line, yes, again = false, byModel = false, hasFiles = false } = offer;
  const head = `${again ? '情况有变，请再看一下。' : ''}您是想${act}吗？${byModel ? '（由模型提议）' : ''}`;
  const how = yes === null ? `要办请复制这一行发送：${line}` : `就这样请回复“${yes}”，或改好再发：${line}`;
  const files = hasFiles ? '\n随这句发来的图片、文件没有收下，登记以后请发“/材料 编号”再发一次。' : '';
  return `${head}${meaning}\n${how}${files}`;
}

/** A roll call of a meeting that is still ahead. */
export function notBegun(meaning: string, line: string): string {
  return `还没有登记：活动还没有开始，谁到了要等开会时再点名。\n${meaning}\n开会时请复制这一行发送：${line}`;
}

export function whichLine(lines: readonly string[]): string {
  return `您是指哪一件？请复制一行发送：\n${lines.join('\n')}`;
}

export function onlyByCopy(lines: readonly string[]): string {
  return `这里回复“是”不办理，请复制一行发送：\n${lines.join('\n')}`;
}

/** OK, 没问题: no word that does it. */
export function notYetDone(line: string): string {
  return `还没有办理。要办请回复“是”，或改好再发：${line}`;
}

export function confirmListed(): string {
  return '还没有认定。要认定刚才列出的各条，请发送：/确认 全部 是';
}

export function declined(): string {
  return '好，没有办理。';
}

export function tooLate(): string {
  return '刚才的提议已经过时，没有办理。请再说一遍，或直接发送命令。';
}

export function nothingWaits(): string {
  return '没有等您回复“是”的事，这一句没有办理。还要办的，请把整件事再说一遍，或直接发送命令。';
}

/** What each office does most days. */
const daily = {
  recorder: '看待办发“待办”，登记到会发“/点名”',
  officer: '看等您认定的发“待办”，一起认定发“/确认 全部”',
  member: '查积分发“积分”，请假发“请假”',
} as const;

export function notUnderstood(as: keyof typeof daily = 'member'): string {
  return `没听懂。${daily[as]}，全部用法发“帮助”。`;
}

/** 堵车了，晚十分钟 */
export function lateIsNoLeave(): string {
  return '晚到不必请假，也不必登记，到会后签到或由记录员点名就算到会；到不了的请发送“请假”。';
}

/** 我上周六去社区扫雪了，能加分不 */
export function claimByItem(): string {
  return '没有登记。申报自己的加分请写明第几项，例：/申报 8 献血。各项见“/细则”。';
}

/** Of leave, testimony or proof, however often: people who hear nothing believe that it is on record. */
export function notRegistered(): string {
  return '没有听懂，这句没有登记。请假、说明、证明、点名的写法见“/帮助”。';
}

/** To somebody who knows of a deduction. */
export function notYetHeard(number: number): string {
  return `没有听懂，这句没有登记。对 #${number} 有话要说，请以“${number}号说明”开头再发一遍。`;
}

/** 给张三加3分 */
export function whichItem(side: Side): string {
  const example = side === 'bonus' ? '给张三加分，第8项，清扫社区' : '给张三扣分，第15项一般，无故离岗';
  return `没有登记：请写明是第几项，分数由细则决定，例：${example}。`;
}

/** Behind a sentence that came between an offer and its 是, and was not understood. */
export function offerLapsed(): string {
  return '\n刚才提议的没有办理，要办请复制那一行发送。';
}

/** The same again within the hour. */
export function notHeard(): string {
  return '没有听懂，也没有登记。发送“/帮助”看能办的事。';
}

export function tooFast(): string {
  return '您说得太快了，请过一分钟再说，或直接发送命令。';
}

export function tooManyCommands(most: number): string {
  return `您一分钟里发了${most}条以上，这一条没有办理，请过一分钟再发。`;
}

export function tooManyFiles(most: number): string {
  return `您一小时里发了${most}个以上的文件，这一条没有办理，请过一小时再发。`;
}

/** On the card whose button was pressed. */
export function cardAnswered(isYes: boolean): string {
  return isYes ? '您选了“就这样”，办理结果见下一条消息。' : '您选了“不是”，没有办理。';
}

/** On a card that is decided, in place of its buttons. */
export const settledButton = { label: '查看待办', line: '/待办' };

/** Somebody took back the chat message that had opened these. */
export function recalled(matters: readonly { readonly number: number; readonly kind: string }[]): string {
  const all = matters.map(({ number }) => `#${number}`).join('、');
  const lines = matters.map(({ number, kind }) => `“/${kind === 'leave' ? '销假' : '撤回'} ${number}”`);
  return `撤回聊天消息不等于撤回登记，${all} 还在。要撤回的，请发送${lines.join('、')}。`;
}

export function sendPicture(kind: 'video' | 'voice', awaited: boolean): string {
  return kind === 'video' || awaited
    ? `${kind === 'video' ? '视频' : '语音'}不能作材料，请发图片或文件（例：把证书拍张照片发来）。`
    : '语音听不了，请打字告诉我，或发送“帮助”。';
}

export const yesButton = '就这样';
export const noButton = '不是';
