import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chat, Inbound } from '../../../src/app/ports/channel.js';
import type { LocalPerson } from '../../../src/channels/local/message.js';
import { openLocalWorld, type LocalWorld } from '../../../src/channels/local/world.js';

/** A Monday morning; every test of the local group begins here. */
export const START = '2026-11-23T09:00:00';

export const GROUP: Chat = { kind: 'group', id: 'group-1' };

export const PEOPLE: readonly LocalPerson[] = [
  { account: 'liqiang', name: '李强', title: '书记·领导干部党员', kind: 'member' },
  { account: 'qianjin', name: '钱进', title: '副书记·党务干部党员', kind: 'member' },
  { account: 'zhaomin', name: '赵敏', title: '考核记录员·机关党员', kind: 'member' },
  { account: 'zhangsan', name: '张三', title: '机关党员', kind: 'member' },
  { account: 'wangfang', name: '王芳', title: '支委·窗口党员', kind: 'member' },
  { account: 'zhoutao', name: '周涛', title: '第一党小组组长·事业党员', kind: 'member' },
  { account: 'wuxia', name: '吴霞', title: '窗口党员', kind: 'member' },
  { account: 'zhuge', name: '诸葛䶮', title: '监督员·机关党员', kind: 'member' },
  { account: 'aynur', name: '阿依努尔·买买提江', title: '预备党员·窗口党员', kind: 'member' },
  { account: 'zhengguo', name: '郑国', title: '离退休党员', kind: 'retired' },
  { account: 'sunwei', name: '孙伟', title: '群众', kind: 'public' },
  { account: 'heping', name: '何平', title: '机关党委（上级）', kind: 'superior' },
];

export const privateOf = (account: string): Chat => ({ kind: 'private', account });

/** A world on a fresh file; `reopen` restarts the program on the same file. */
export function freshWorld(): {
  readonly world: LocalWorld;
  reopen: () => LocalWorld;
  readonly file: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-local-'));
  opened.push(folder);
  const file = join(folder, 'local-chat.db');
  const open = (): LocalWorld =>
    openLocalWorld(file, {
      people: PEOPLE,
      groupId: 'group-1',
      groupName: '机关第一党支部',
      realNow: () => START,
    });
  return { world: open(), reopen: open, file };
}

const opened: string[] = [];

/** Removes the files of every world opened here. */
export function removeWorlds(): void {
  for (const folder of opened.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/**
 * A stand-in for the bot: answers every command line in the group and tells the secretary in private; ignores all other
 * lines.
 */
export function echoBot(world: LocalWorld): (message: Inbound) => Promise<void> {
  return async ({ chat, text, messageId, nickname, account }) => {
    if (!text.startsWith('/')) return;
    if (text === '/名册') {
      const rows = Array.from(
        { length: 40 },
        (_, row) => `${row + 1}. 党员${row + 1} 2026年积分：${100 + row}分`,
      );
      await world.channel.send({ key: `${messageId}/0`, chat, text: rows.join('\n'), files: [] });
      return;
    }
    const reply = `已登记 #1：${nickname ?? account}“${text}”。请两位同志回复“/证明 1”。`;
    await world.channel.send({ key: `${messageId}/0`, chat, text: reply, files: [] });
    const push = `待认定 #1：${text}\n回复“/确认 1”或“/驳回 1 理由”。`;
    await world.channel.send({ key: `${messageId}/1`, chat: privateOf('liqiang'), text: push, files: [] });
  };
}

/** The local group never loses its connection. */
export const ignore = (): void => undefined;
