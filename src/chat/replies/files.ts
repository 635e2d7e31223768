import type { ChannelFile } from '../../app/ports/channel.js';

/** (附件“汇总表.xlsx”在这里发不出来…) — instead of files that the channel cannot carry. */
export function leftOutText(files: readonly Pick<ChannelFile, 'kind' | 'name'>[]): string {
  const names = files.map(({ kind, name }) => `${kind === 'picture' ? '图片' : '文件'}“${name}”`).join('、');
  return `(${names}在这里发不出来,请向书记或考核记录员索取。)`;
}
