/**
 * The one typeface of all pictures, from an npm package (docs/adr/0015-pictures.md). A character without a glyph would be
 * drawn in some installed font, so it is never handed to the canvas.
 */
import { createRequire } from 'node:module';
import { GlobalFonts } from './canvas.js';
import { openSync, type Font } from 'fontkit';

/** Pixels, and the weight. */
export interface Type {
  readonly size: number;
  readonly bold?: boolean;
}

/** A name that no machine has installed. */
const family = 'Zhibu Pictures';

/** The printers' traditional mark for a missing character. */
const missing = '〓';

const { resolve } = createRequire(import.meta.url);

export const fontFiles = {
  regular: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
} as const;

for (const file of Object.values(fontFiles)) {
  if (GlobalFonts.registerFromPath(file, family) === null) throw new Error(`no font in ${file}`);
}

let opened: Font | undefined;

/** Both weights cover the same characters. */
function covers(character: string): boolean {
  opened ??= openSync(fontFiles.regular);
  return opened.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/** For `context.font`. */
export function fontOf({ size, bold = false }: Type): string {
  return `${bold ? 700 : 400} ${size}px "${family}"`;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What would turn or hide the text around it, and what has no shape. */
const shapeless = /[\p{Cc}\p{Cf}]/gu;

/** The characters of one line as they can be drawn: each grapheme, or 〓 in its place. */
export function drawable(line: string): readonly string[] {
  return [...graphemes.segment(line.replaceAll('\t', ' ').replace(shapeless, ''))].map(({ segment }) => {
    const composed = covers(segment) ? segment : segment.normalize('NFC');
    if (!covers(composed)) return missing;
    return Array.from(composed).filter(covers).join('');
  });
}
