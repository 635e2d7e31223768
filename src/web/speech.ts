import { z } from 'zod';
import type { ChannelFile } from '../app/ports/channel.js';
import { MAXIMUM_FILE_BYTES, MAXIMUM_FILES, readUpload } from './files.js';

const MAXIMUM_TEXT = 20_000;

/** One line from a window with its files; its own key makes resending harmless. */
interface Speech {
  readonly as: string;
  readonly chat: 'group' | 'private';
  readonly text: string;
  readonly clientId: string;
  readonly files: readonly ChannelFile[];
}

const fields = z.object({
  as: z.string().min(1),
  chat: z.enum(['group', 'private']),
  // Forms send line ends as CRLF; a NUL would end the text in the file.
  text: z.string().transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '')),
  clientId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
});

/** Reads the form of one line, or explains in one sentence what is wrong with it. */
export async function readSpeech(form: FormData): Promise<Speech | { readonly error: string }> {
  const read = fields.safeParse(
    Object.fromEntries(['as', 'chat', 'text', 'clientId'].map((k) => [k, form.get(k)])),
  );
  if (!read.success) return { error: '没有看懂这条消息，请刷新页面后再发。' };
  if (read.data.text.length > MAXIMUM_TEXT) return { error: '一条消息最多20000字，请分几条发送。' };
  const files = form.getAll('files').filter((entry) => entry instanceof File);
  if (files.length > MAXIMUM_FILES) return { error: `一次最多发送${MAXIMUM_FILES}个文件。` };
  const large = files.find((file) => file.size > MAXIMUM_FILE_BYTES);
  if (large) return { error: `“${large.name}”超过10MB，发不出去。` };
  if (read.data.text.trim() === '' && files.length === 0) return { error: '没有内容可发。' };
  return { ...read.data, files: await Promise.all(files.map(readUpload)) };
}
