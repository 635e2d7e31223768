import type { Context } from '../../../app/use-case.js';

/** Behind a line that was not done: what came with it is not kept, and the line to copy does not bring it. */
export function filesLost({ attachments }: Context): string {
  return attachments.length === 0 ? '' : '\n随这行发来的图片、文件没有收下，请随改好的那行再发一次。';
}
