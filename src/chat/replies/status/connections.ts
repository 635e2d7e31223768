import type { ConnectionState } from '../../../app/ports/channel.js';
import type { ConnectionHealth } from '../../../app/ports/health.js';
import { fullDateTime } from '../../../words/dates.js';

/** How a connection is, in the words of `/状态`. */
export const connectionTitles: { readonly [S in ConnectionState]: string } = {
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
