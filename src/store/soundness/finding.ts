/** What is wrong with a file, so that a person can look there. */
export type Finding =
  /** Pages that SQLite finds damaged, or a table that it cannot read. */
  | {
      readonly wrong: 'pages';
      readonly branch: null;
      readonly count: number;
      readonly names: readonly string[];
    }
  | { readonly wrong: 'unreadable'; readonly branch: null; readonly table: string }
  /** Tables, indexes or triggers that are not those of this program. */
  | { readonly wrong: 'schema'; readonly branch: null; readonly names: readonly string[] }
  /** A row points to one that is not there. */
  | { readonly wrong: 'reference'; readonly branch: null; readonly table: string; readonly row: number }
  /** Rows of a branch that does not exist. */
  | { readonly wrong: 'stray'; readonly branch: null; readonly table: string }
  /** A row that another hand changed, added or removed; a cell whose bytes are no text; sealed content changed or moved. */
  | {
      readonly wrong: RowFault | 'text' | 'sealed';
      readonly branch: string;
      readonly table: string;
      readonly key: string;
    }
  /** More rows were changed, added or removed than the file can name; `tables`: where, as far as it still says it. */
  | { readonly wrong: 'rows'; readonly branch: string; readonly tables: readonly string[] }
  | { readonly wrong: 'branchRow'; readonly branch: string }
  | { readonly wrong: 'content' | 'notice'; readonly branch: string; readonly number: number };

export type RowFault = 'changed' | 'added' | 'removed';
