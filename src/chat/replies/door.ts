import type { DoorSays } from '../../app/door/says.js';
import type { Who } from '../../app/who.js';
import { outageText } from './connections.js';
import type { Sentences } from './sentences.js';

type Holder = Extract<Who, readonly unknown[]>[number];

export const officeTitles: { readonly [O in Holder]: string } = {
  secretary: '书记',
  deputySecretary: '副书记',
  committeeMember: '支委',
  groupLeader: '党小组组长',
  recorder: '考核记录员',
  supervisor: '考核监督员',
  superior: '上级审核人',
  inspector: '工委',
};

export function whom(who: Who): string {
  if (typeof who !== 'string') return who.map((office) => officeTitles[office]).join('、');
  if (who === 'strangers') return '所有人';
  return who === 'members' ? '党员' : '本支部人员';
}

export const doorSentences: Sentences<DoorSays> = {
  notYours: ({ who }) => `这件事由${whom(who)}办理。发送“/帮助”可查看您能办的事。`,
  unbound: ({ branch }) =>
    `您的账号还没有对应到${branch}名册上的人。请发送“/绑定 您的姓名”,由书记确认后即可使用;有认领码的请发送“/认领 认领码”。`,
  onlyPrivate: () => '这件事涉及个人情况,请私聊机器人办理,群里不办、也不保存。',
  answeredInPrivate: () => '已私信答复您。',
  outage: (connection, { today }) => outageText(connection, today),
};
