import type { Facts } from '../../domain/branch/facts.js';
import type { Change } from '../../domain/branch/rows.js';
import { fileOfMatter } from '../../domain/matters/kinds.js';
import { storeAttachments } from '../matters/materials.js';
import type { ActorContext } from '../use-case.js';

/** The file of an import, recognised by its SHA-256. */
export interface ImportedFile {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  /** When these very bytes were imported last; null: never. */
  readonly importedAt: string | null;
  /** Files of the same name and another content that were imported before, oldest first. */
  readonly earlier: readonly number[];
  /** When the last of them was imported. */
  readonly earlierAt: string | null;
  /** The row that stores it; none where it is stored already. */
  readonly changes: readonly Change[];
  readonly contents: readonly { readonly id: number; readonly bytes: Uint8Array }[];
}

/** @throws where the message does not carry exactly one file */
export function importedFile({ facts, attachments }: ActorContext): ImportedFile {
  const [attachment, ...others] = attachments;
  if (attachment === undefined || others.length > 0) throw new Error('an import carries one file');
  const { name, sha256 } = attachment;
  const imported = importsOf(facts);
  const files = facts.all('file').filter(({ id }) => imported.has(id));
  const same = files.find((file) => file.sha256 === sha256);
  const earlier = files.filter((file) => file.name === name && file.sha256 !== sha256).map(({ id }) => id);
  const lastEarlier = earlier.at(-1);
  const stored = same === undefined ? storeAttachments(facts, attachments) : { changes: [], contents: [] };
  return {
    id: same?.id ?? facts.next('file'),
    name,
    sha256,
    importedAt: same === undefined ? null : (imported.get(same.id) ?? null),
    earlier,
    earlierAt: lastEarlier === undefined ? null : (imported.get(lastEarlier) ?? null),
    changes: stored.changes,
    contents: stored.contents,
  };
}

/** Files out of which matters were read, with the instant of the last time. */
function importsOf(facts: Facts): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const matter of facts.all('matter')) {
    const file = fileOfMatter(matter);
    if (file !== undefined) found.set(file, matter.openedAt);
  }
  return found;
}
