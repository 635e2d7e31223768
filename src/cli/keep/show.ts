/** What a backup holds and what restoring it loses, for the operator. */
import { existsSync } from 'node:fs';
import { contentsOf, hasHead, type BranchContents } from '../../store/backups/contents.js';
import { openReadOnly } from '../../store/connection.js';
import { dateOf } from '../../domain/period/civil.js';
import { dayTitle } from '../../words/dates.js';

export function copiesText(
  folder: string,
  copies: readonly { readonly name: string; readonly at: string; readonly daily: boolean }[],
): string {
  if (copies.length === 0) return `${folder} 里还没有备份。`;
  const lines = copies.map(({ name, at, daily }) => `  ${name}  ${timeOf(at)}${daily ? '' : '（手动）'}`);
  return [
    `${folder} 里的备份：`,
    ...lines,
    `例：npm run restore -- ${copies.at(-1)?.name ?? ''} --dry-run`,
  ].join('\n');
}

export function contentsText(name: string, contents: readonly BranchContents[]): string {
  const lines = contents.map(
    (branch) =>
      `  ${branch.name}：到${timeOf(branch.newest)}为止，名册${branch.people}人，事项${branch.matters}件，分录${branch.entries}笔，公示${branch.notices}次`,
  );
  return [`备份 ${name}：`, ...lines].join('\n');
}

/** The present file may be damaged: that is why somebody restores. */
export function lossText(databaseFile: string, backup: readonly BranchContents[]): string {
  if (!existsSync(databaseFile)) return '现在没有数据库，恢复不会丢失什么。';
  try {
    const db = openReadOnly(databaseFile);
    try {
      const lost = contentsOf(db).flatMap((now) => {
        const then = backup.find(({ id, name }) => id === now.id && name === now.name);
        if (then === undefined) return [`  ${now.name}：备份里没有这个支部`];
        const other = hasHead(db, then) ? '' : '（备份与现在的账本不是同一段历史）';
        return now.acts === then.acts && other === '' ? [] : [`  ${lostOf(now, then)}${other}`];
      });
      if (lost.length === 0) return '备份之后没有办过什么，恢复不会丢失什么。';
      return ['恢复会丢失备份之后办的事，要补登记：', ...lost].join('\n');
    } finally {
      db.close();
    }
  } catch {
    return '现在的数据库读不出来，无法比较恢复会丢失什么。';
  }
}

function lostOf(now: BranchContents, then: BranchContents): string {
  const more = (count: number, text: string) => (count > 0 ? [text.replace('#', String(count))] : []);
  return `${now.name}：${timeOf(then.newest)}至${timeOf(now.newest)}，${[
    ...more(now.acts - then.acts, '办理#次'),
    ...more(now.matters - then.matters, `新事项#件（#${then.matters + 1}起）`),
    ...more(now.entries - then.entries, '分录#笔'),
    ...more(now.notices - then.notices, '公示#次'),
    ...more(now.people - then.people, '名册上新增#人'),
  ].join('，')}`;
}

function timeOf(at: string): string {
  return `${dayTitle(dateOf(at))}${at.slice(11, 16)}`;
}
