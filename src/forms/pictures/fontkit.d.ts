declare module 'fontkit' {
  /** What is asked of a font here; the package has no types of its own. */
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number };
  }
  export function openSync(path: string): Font;
}
