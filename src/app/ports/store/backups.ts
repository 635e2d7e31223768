export type Heads = ReadonlyMap<string, { readonly count: number; readonly head: string }>;

/** A copy of the whole database, made and looked through; or why there is none. */
export type Backup =
  | {
      readonly kind: 'made';
      /** Name of the folder and of the file in it; a chat never shows the path. */
      readonly folder: string;
      readonly file: string;
      readonly bytes: number;
      /** The end of each branch's chain, as it was found in the copy. */
      readonly heads: Heads;
    }
  /** The daily one of this day is there already. */
  | { readonly kind: 'present' }
  | { readonly kind: 'failed'; readonly why: BackupFailure };

/** `damaged`, `chain`: the copy was made but failed the check; it is not kept. `tools`: no `pg_dump` here. */
export type BackupFailure = 'space' | 'permission' | 'damaged' | 'chain' | 'tools' | 'other';

export interface Backups {
  /** Without holding up other messages. `at`: civil time, part of the file's name. */
  make(which: 'daily' | 'extra', at: string): Promise<Backup>;
  /** When the latest one that is still there was made. */
  latest(): string | null;
  /** Null: no second copy is wanted. */
  elsewhere(): CopyElsewhere | null;
  /** Resolves when the copies under way, and those elsewhere, are made. */
  settled(): Promise<void>;
}

/** What became of the copies that go to another place. */
export interface CopyElsewhere {
  /** When the last backup that is there was made. */
  readonly lastAt: string | null;
  /** The last try failed. */
  readonly failed: boolean;
}
