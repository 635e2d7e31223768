import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { drawable, fontFiles, fontOf } from '../../../src/forms/pictures/fonts.js';

const rare = ['䶮', '㛃', '𫖯'];

/** As drawn, in black on white. */
function pixelsOf(text: string, bold: boolean): string {
  const pen = createCanvas(120, 120).getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, 120, 120);
  pen.fillStyle = '#000000';
  pen.font = fontOf({ size: 80, bold });
  pen.fillText(text, 20, 90);
  return Buffer.from(pen.getImageData(0, 0, 120, 120).data).toString('base64');
}

describe('the fonts of pictures', () => {
  it.each([false, true])('draw 䶮 㛃 𫖯, none as an empty box (bold: %s)', (bold) => {
    const font = openSync(bold ? fontFiles.bold : fontFiles.regular);
    expect(rare.map((character) => font.glyphForCodePoint(character.codePointAt(0)!).id)).not.toContain(0);
    const [blank, box, lacking] = [' ', '\u{10fffe}', '〓'].map((text) => pixelsOf(text, bold));
    expect(blank).not.toBe(box);
    const drawn = rare.map((character) => pixelsOf(drawable(character).join(''), bold));
    for (const one of drawn) expect([blank, box, lacking]).not.toContain(one);
    expect(new Set(drawn).size).toBe(3);
  });

  it('come from the project alone, and both weights are there', () => {
    expect(Object.values(fontFiles).every((file) => file.includes('/node_modules/@expo-google-fonts/'))).toBe(
      true,
    );
    const own = GlobalFonts.families.find(({ family }) => family === 'Zhibu Pictures');
    expect(own?.styles.map(({ weight }) => weight).sort()).toEqual([400, 700]);
  });

  it('cover the same characters in both weights', () => {
    const [regular, bold] = [openSync(fontFiles.regular), openSync(fontFiles.bold)];
    for (let point = 0x20; point < 0x2ffff; point += 1) {
      if (regular.hasGlyphForCodePoint(point) !== bold.hasGlyphForCodePoint(point)) expect(point).toBe(0);
    }
  });
});

describe('what can be drawn', () => {
  it.each([
    ['古丽娜尔·买买提明', '古丽娜尔·买买提明'],
    ['<b>&', '<b>&'],
    ['e\u0301', 'e\u0301'],
    ['👍🏽好', '〓好'],
    ['𠮷', '〓'],
    ['张\u202e三\u0000\u200b', '张三'],
    ['一\t二', '一 二'],
  ])('%s is drawn as %s', (text, drawn) => {
    expect(drawable(text).join('')).toBe(drawn);
  });
});
