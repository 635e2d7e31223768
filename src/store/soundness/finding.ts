/** What is wrong with a file, so that a person can look there. */
export type Finding =
  /** Pages that SQLite finds damaged, or a table that it cannot read. */
  | { readonly wrong: 'pages'; readonly branch: null; readonly count: number }
  | { readonly wrong: 'unreadable'; readonly branch: null; readonly table: string }
  /** Tables, indexes or triggers that are not those of this program. */
  | { readonly wrong: 'schema'; readonly branch: null; readonly names: readonly string[] }
  /** A row points to one that is not there. */
  | { readonly wrong: 'reference'; readonly branch: null; readonly table: string; readonly row: number }
  /** Rows of a branch that does not exist. */
  | { readonly wrong: 'stray'; readonly branch: null; readonly table: string }
  /** A cell whose bytes are no text, or whose sealed content was changed or moved. */
  | {
      readonly wrong: 'text' | 'sealed';
      readonly branch: string;
      readonly table: string;
      readonly key: string;
    }
  /** Rows were changed, added or removed; `tables`: where, when the file still says it. */
  | { readonly wrong: 'rows'; readonly branch: string; readonly tables: readonly string[] }
  | { readonly wrong: 'log' | 'branchRow'; readonly branch: string }
  | { readonly wrong: 'content' | 'notice'; readonly branch: string; readonly number: number };
