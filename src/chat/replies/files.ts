import type { ChannelFile } from '../../app/ports/channel.js';

export function kindOfFile(kind: ChannelFile['kind']): string {
  return kind === 'picture' ? '图片' : '文件';
}

/** (附件“汇总表.xlsx”在这里发不出来…) — instead of files that the channel cannot carry. */
export function leftOutText(files: readonly Pick<ChannelFile, 'kind' | 'name'>[]): string {
  const names = files.map(({ kind, name }) => `${kindOfFile(kind)}“${name}”`).join('、');
  return `（${names}在这里发不出来，请向书记或考核记录员索取。）`;
}

const bytesPerMegabyte = 1024 * 1024;

/** Nothing is kept of a file that is too large, and the line that came with it is not carried out. */
export function fileTooLarge(maximumBytes: number): string {
  return `文件超过${maximumBytes / bytesPerMegabyte}MB，收不下，这一条没有办理。请压缩或拆成几个后重新发送。`;
}

export function fileNotFetched(): string {
  return '图片或文件没有收到，这一条没有办理，请重新发送。';
}

/** Below words that promised a file. */
export const paperMissing = '（附件没有做成。请稍后把这条命令再发一次；还是不行，请告诉管理员。）';
