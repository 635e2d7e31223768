import { readUpload } from '../web/files.js';
import type { ChannelFile } from '../app/ports/channel.js';

/** What was sent with a form. */
export interface Form {
  /** Trimmed; empty where the field is missing. */
  text(name: string): string;
  /** Of every field of this name, as they were sent. */
  texts(name: string): readonly string[];
  numbers(name: string): readonly number[];
  files(name: string): Promise<readonly ChannelFile[]>;
}

export function formOf(data: FormData): Form {
  const texts = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  return {
    texts,
    text: (name) => (texts(name)[0] ?? '').replaceAll('\0', '').trim(),
    numbers: (name) => texts(name).flatMap((text) => (/^\d{1,9}$/u.test(text) ? [Number(text)] : [])),
    files: (name) =>
      Promise.all(
        data
          .getAll(name)
          .filter((value) => value instanceof File)
          .filter(({ size }) => size > 0)
          .map(readUpload),
      ),
  };
}
