import type { ClockDoubt, StatusSays, TroubledRow } from '../../../app/status/says.js';
import type { View } from '../../../app/ports/voice.js';
import { fullDateTime } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import type { ConnectionState } from '../../../app/ports/channel.js';
import type { ConnectionHealth } from '../../../app/ports/health.js';

/** How a connection is, in the words of `/状态`. */
const connectionTitles: { readonly [S in ConnectionState]: string } = {
  connecting: '正在连接',
  connected: '正常',
  lost: '已断开，正在自动重连',
  loginNeeded: '登录已失效，须重新登录',
  displaced: '已被另一处登录顶替，不再重连',
};

const advice: { readonly [S in ConnectionState]: string } = {
  connecting: '',
  connected: '',
  lost: '待发的消息已保存，连上后自动补发。',
  loginNeeded: '请管理员重新登录；待发的消息已保存，登录后自动补发。',
  displaced: '请管理员确认是否在别处也启动了同一个机器人，只保留一处后重新启动；待发的消息已保存。',
};

/** 企业微信机器人 已断开,正在自动重连(11月24日(周二)09:00起) */
export function connectionText({ title, state, since, standby }: ConnectionHealth, today: string): string {
  const other = standby ? '，由另一个进程发送' : '';
  return `${title} ${connectionTitles[state]}${other}（${fullDateTime(since, today)}起）`;
}

/** To the secretary, through another channel. */
export function outageText(
  { title, state, since }: Pick<ConnectionHealth, 'title' | 'state' | 'since'>,
  today: string,
): string {
  return `机器人的“${title}”连接${connectionTitles[state]}（${fullDateTime(since, today)}起）。${advice[state]}`;
}

/** To the operator's terminal. */
export function outageLine(connection: ConnectionHealth): string {
  return outageText(connection, connection.since.slice(0, 10));
}

export function recoveredLine({ title, since }: ConnectionHealth): string {
  return `机器人的“${title}”连接已恢复（${fullDateTime(since, since.slice(0, 10))}）。`;
}

/** To the operator's terminal. */
export const unsoundLine =
  '数据库里有支部的记录被程序以外的手改动过：这个支部现在只能查询。请运行 npm run verify 查明，再用备份恢复。';

/** Letters listed; the others are counted. */
const mostRows = 20;

/** Characters shown of a message to the group. */
const longestOpening = 20;

function addressee({ to }: TroubledRow, { rulebook }: View): string {
  if (to === 'group') return '群消息';
  return to === 'private' ? '私信' : `给${personTitle(to, rulebook)}同志的私信`;
}

/** “公示第1号:2026年三季度积分”, or (图片): which message is meant. */
function opening(text: string): string {
  const [line = ''] = text.split('\n');
  const characters = Array.from(line);
  if (characters.length === 0) return '（图片）';
  const shown = characters.slice(0, longestOpening).join('').replaceAll('“', '‘').replaceAll('”', '’');
  return `“${shown}${characters.length > longestOpening ? '…' : ''}”`;
}

/** Who it was for, when, and its state: `12 给张三同志的私信 11月24日(周二)09:00 不能确定是否送达`. */
export function letterRow(letter: TroubledRow, view: View): string {
  const state = letter.state === 'uncertain' ? '不能确定是否送达' : '没有发出';
  const { fromPart, groupText } = letter;
  const begins = groupText === null ? '' : opening(groupText);
  const part = fromPart === null ? '' : `（从第${fromPart}段起）`;
  return `${letter.id} ${addressee(letter, view)}${begins}${part} ${fullDateTime(letter.createdAt, view.today)} ${state}`;
}

/** What to do about a letter to the group that may not have arrived. */
export function settleHint(letter: number): string {
  return `请看一下支部群：没有的，发送“/补发 ${letter}”；已经有的，发送“/补发 ${letter} 已到”。`;
}

function unknownLetters(numbers: readonly number[]): readonly string[] {
  return numbers.length === 0 ? [] : [`没有可补发的第${numbers.join('、')}条，请发送“/补发”查看编号。`];
}

/** Why the clock may be wrong, and what waits for an answer. */
export function clockDoubtText({ now, newest, why }: ClockDoubt): string {
  const [at, last] = [fullDateTime(now, ''), fullDateTime(newest, '')];
  const says =
    why === 'early'
      ? `比最近一次记录（${last}）还早，可能停电后时钟不准`
      : `离最近一次记录（${last}）已超过一个月，可能时钟不准`;
  return `请先核对本机时钟：现在显示${at}，${says}。定时的公示和提醒暂停，其他照常办理。`;
}

export const statusSentences: Sentences<StatusSays> = {
  arrived: ({ rows, unknown }, view) =>
    [
      ...rows.kept.map((letter) => `第${letter.id}条（${addressee(letter, view)}）记为已到。`),
      ...unknownLetters(unknown),
    ].join('\n'),
  clockDoubted: ({ doubt }) =>
    `${clockDoubtText(doubt.kept)}\n时间对的，请发送“/时钟 正确”；不对的，请管理员校准后重新启动。`,
  clockRight: ({ now }) => `已确认本机时钟正确：${fullDateTime(now.kept, '')}。定时的公示和提醒照常进行。`,
  inDoubt: ({ row: { kept: letter } }, { today }) => {
    const { id, state, groupText, createdAt, notice } = letter;
    const what = `${opening(groupText ?? '')}（${fullDateTime(createdAt, today)}）`;
    const waits = notice === null ? '' : '办妥之前，这次公示不算发出，公示的日子也不算满。';
    return state === 'failed'
      ? `没有发到支部群：${what}。请发送“/补发 ${id}”重新发送。${waits}`
      : `可能没有发到支部群：${what}。${settleHint(id)}${waits}`;
  },
  resent: ({ rows, unreached, unknown }, view) =>
    [
      ...rows.kept.map((letter) => `第${letter.id}条（${addressee(letter, view)}）已重新发送。`),
      ...unreached.kept.map(
        (letter) =>
          `第${letter.id}条（${addressee(letter, view)}）没有发送：这位同志现在没有可用的账号，请本人绑定账号后再补发。`,
      ),
      ...unknownLetters(unknown),
    ].join('\n'),
  troubled: ({ rows: { kept } }, view) => {
    const [first] = kept;
    if (first === undefined) return '没有需要补发的消息。';
    const more = kept.length > mostRows ? [`另有${kept.length - mostRows}条`] : [];
    return [
      `没有确认送达的消息${kept.length}条：`,
      ...kept.slice(0, mostRows).map((letter) => letterRow(letter, view)),
      ...more,
      `请先问一下对方是否收到：没有的，发送“/补发 ${first.id}”重新发送；已经有的，发送“/补发 ${first.id} 已到”。`,
    ].join('\n');
  },
};
