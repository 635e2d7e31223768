import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/forms/pictures/charts.js';
import { renderDocument } from '../../../src/forms/pictures/render-document.js';

/** Font files that this process has open: a canvas that lacks a character looks for one on the machine. */
function openFonts(): readonly string[] {
  const files = readFileSync('/proc/self/maps', 'utf8').match(/\S+\.(?:ttf|ttc|otf|pfb)$/gmu) ?? [];
  return [...new Set(files)].sort();
}

function draw(text: string): void {
  renderDocument({
    title: '',
    orientation: 'portrait',
    textSize: 12,
    footer: text,
    blocks: [
      { kind: 'title', text },
      { kind: 'paragraph', text },
      { kind: 'table', columns: [{ width: 1 }], head: [[{ text }]], rows: [[{ text }]] },
      { kind: 'signatures', labels: [text] },
    ],
  });
  const series = [{ name: text, values: [1] }];
  drawChart({ kind: 'bar', title: text, unit: text, labels: [text], series, caption: text });
}

describe.runIf(process.platform === 'linux')('whatever is drawn', () => {
  it('takes no glyph from a font of the machine, but for Chinese characters', () => {
    draw('张三');
    const before = openFonts();
    expect(before.filter((file) => file.includes('/node_modules/@expo-google-fonts/'))).toHaveLength(2);
    draw('😀👍🏽 ا \ue000 ñ 한 ไทย e\u0301 \u{10fffe}');
    expect(openFonts()).toEqual(before);
  });
});
