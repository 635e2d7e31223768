/**
 * The typeface of all pictures, from an npm package (docs/adr/0015-pictures.md), and for characters of names that it lacks
 * (𠮷) one of the machine that has them. A character without a glyph is never handed to the canvas.
 */
import { existsSync } from 'node:fs';
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

/** Where Windows, Debian (fonts-hanazono, fonts-noto-cjk) and macOS keep what has them. */
const rareFiles = [
  'C:\\Windows\\Fonts\\simsunb.ttf',
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/System/Library/Fonts/Supplemental/Songti.ttc',
] as const;

interface RareFont {
  readonly family: string;
  readonly font: Font;
}

let rareFonts: readonly RareFont[] | undefined;

/** Opened with the first character that needs them. A broken file is none. */
function openRare(): readonly RareFont[] {
  return rareFiles.filter(existsSync).flatMap((file, at) => {
    const family = `Zhibu Rare ${at + 1}`;
    try {
      const read = openSync(file);
      const font = 'fonts' in read ? read.fonts[0] : read;
      return font === undefined || GlobalFonts.registerFromPath(file, family) === null
        ? []
        : [{ family, font }];
    } catch {
      return [];
    }
  });
}

const han = /\p{Script=Han}/u;

function isRare(character: string): boolean {
  if (!han.test(character)) return false;
  rareFonts ??= openRare();
  return rareFonts.some(({ font }) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

let opened: Font | undefined;

/** Both weights cover the same characters. */
function covers(character: string): boolean {
  opened ??= openSync(fontFiles.regular) as Font;
  return opened.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) || isRare(character);
}

/** Whether every letter of these texts can be drawn: a name with 〓 in it is worse than no picture. */
export function canDraw(texts: readonly string[]): boolean {
  return texts.every((text) => Array.from(text).every((one) => !/\p{L}/u.test(one) || covers(one)));
}

/** For `context.font`. */
export function fontOf({ size, bold = false }: Type): string {
  const families = [family, ...(rareFonts ?? []).map((rare) => rare.family)];
  return `${bold ? 700 : 400} ${size}px ${families.map((name) => `"${name}"`).join(', ')}`;
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
