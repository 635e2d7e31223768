declare module 'fontkit' {
  /** What is asked of a font here; the package has no types of its own. */
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number };
  }
  /** Several in one file (.ttc). */
  export interface Collection {
    readonly fonts: readonly Font[];
  }
  export function openSync(path: string): Font | Collection;
}
