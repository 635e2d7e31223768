import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { Attachment } from '../use-case.js';

/** The attachments of one message as rows: each content is stored once and may prove several matters. */
interface StoredAttachments {
  readonly changes: readonly Change[];
  readonly ids: readonly number[];
  readonly contents: readonly { readonly id: number; readonly bytes: Uint8Array }[];
  /** The rows that make the attachments material of a matter, numbered from `firstNo`. */
  attachTo(matter: number, by: number, at: string, firstNo: number): readonly Change[];
}

export function storeAttachments(facts: Facts, attachments: readonly Attachment[]): StoredAttachments {
  const first = facts.next('file');
  const files = attachments.map((attachment, index) => ({ ...attachment, id: first + index }));
  return {
    changes: files.map(({ id, kind, name, sha256, bytes }) =>
      put('file', { id, kind, name, sha256, size: bytes.length }),
    ),
    ids: files.map(({ id }) => id),
    contents: files.map(({ id, bytes }) => ({ id, bytes })),
    attachTo: (matter, by, at, firstNo) =>
      files.map(({ id, name }, index) =>
        put('material', { matter, no: firstNo + index, by, at, type: 'file', file: id, text: name }),
      ),
  };
}
