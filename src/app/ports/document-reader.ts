import type { WrittenDocument } from '../../domain/rulebook/wording.js';

/** Why a file is no text document that can be read: `oldFormat` .doc, .wps or one with a password. */
export type UnreadableDocument = 'oldFormat' | 'notDocx' | 'damaged' | 'tooLarge';

export type ReadDocument =
  | { readonly ok: true; readonly document: WrittenDocument }
  | { readonly ok: false; readonly why: UnreadableDocument };

/** Reads the tables and lines of a .docx that came with a message. Pure. */
export type DocumentReader = (bytes: Uint8Array) => ReadDocument;
