import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { openSync, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { existsSync } from 'node:fs';
import { makeScoreCard } from '../../../src/forms/make.js';
import { memberFormFiles } from '../../../src/forms/member-form.js';
import { entry, factsWith, member } from '../../support/branch/branch-facts.js';
import { inputOf } from '../scenes/scene.js';
import { canDraw, drawable, fontFiles, fontOf } from '../../../src/forms/pictures/fonts.js';

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
    const font = openSync(bold ? fontFiles.bold : fontFiles.regular) as Font;
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
    const [regular, bold] = [openSync(fontFiles.regular) as Font, openSync(fontFiles.bold) as Font];
    for (let point = 0x20; point < 0x2ffff; point += 1) {
      if (regular.hasGlyphForCodePoint(point) !== bold.hasGlyphForCodePoint(point)) expect(point).toBe(0);
    }
  });
});

describe('a name beyond the font', () => {
  const lacking = '张\u{31350}';
  const input = inputOf(factsWith(member(1, lacking), member(2, '王芳'), entry(1)), '2026-11-28');

  it('is drawn from a font of the machine that has it', () => {
    const has = existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
    expect(canDraw(['吴𠮷', '马䶮'])).toBe(has);
    expect(drawable('𠮷')).toEqual([has ? '𠮷' : '〓']);
  });

  it('makes no picture rather than a wrong one, and the paper holds it', async () => {
    expect(makeScoreCard(input, 1, 2026)).toEqual([]);
    expect(makeScoreCard(input, 2, 2026)).toHaveLength(1);
    const files = await memberFormFiles(input, { person: 1, year: 2026 });
    expect(files.map(({ name }) => name)).toEqual([`${lacking}2026年度考核表.docx`]);
  });
});

describe('what can be drawn', () => {
  it.each([
    ['古丽娜尔·买买提明', '古丽娜尔·买买提明'],
    ['<b>&', '<b>&'],
    ['e\u0301', 'e\u0301'],
    ['👍🏽好', '〓好'],
    ['\u{31350}', '〓'],
    ['张\u202e三\u0000\u200b', '张三'],
    ['一\t二', '一 二'],
  ])('%s is drawn as %s', (text, drawn) => {
    expect(drawable(text).join('')).toBe(drawn);
  });
});
