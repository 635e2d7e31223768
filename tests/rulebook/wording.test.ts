import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/rulebook.js';
import { emptyFacts } from '../../src/domain/branch/facts.js';
import { put } from '../../src/domain/branch/rows.js';
import { adoptedFor } from '../../src/domain/rulebook/adopted.js';
import { readWording } from '../../src/domain/rulebook/wording.js';
import { readDocument } from '../../src/start/files/document-file.js';
import { call } from '../support/processes/command-line.js';
import { accepted } from './variant.js';
import {
  annexRows,
  docx,
  hidden,
  invented,
  line,
  listed,
  table,
  withText,
  without,
  type Cell,
} from './annex.js';

const rulebook = accepted();

function read(bytes: Uint8Array) {
  const file = readDocument(bytes);
  return file.ok ? readWording(file.document, rulebook) : file;
}

/** The texts, or everything that is wrong. */
async function found(...content: Parameters<typeof docx>) {
  const wording = read(await docx(...content));
  if (!wording.ok) return 'why' in wording ? wording.why : wording.problems;
  return Object.fromEntries(wording.found.texts);
}

const all = Object.fromEntries(invented);
const pairs = [...invented];
const grounds = [1, 2, 3, 4, 5, 6].map((number) => line(`${number}.否决的样例${number}；`));

describe('GIVEN the annex in a shape that offices have THEN every item is read by its number', () => {
  const shapes: readonly (readonly [string, Parameters<typeof docx>])[] = [
    ['one cell for each side', [table(...annexRows())]],
    ['with the grounds of the veto before it', [line('附件'), ...grounds, table(...annexRows())]],
    ['and a numbered table of names', [table(...annexRows()), table(...namesTable())]],
    ['in two tables', [table(...annexRows().slice(0, 7)), table(...annexRows().slice(7))]],
    ['lines of a text', pairs.map(([number, text]) => line(`${number}．${text}`))],
    [
      'with headings between',
      [line('一、基础项目'), ...pairs.map(([n, text]) => line(`第${n}项 ${text}`)), line('签字：')],
    ],
    ['numbers in brackets and full width', pairs.map(([n, text]) => line(`（${wide(n)}）${text}`))],
    [
      'the number in a column of its own',
      [table(...pairs.map(([n, text]): Cell[] => [String(n), text, '3', '']))],
    ],
    ['the number on a line of its own', [table(...pairs.map(([n, text]): Cell[] => ['', [`${n}、`, text]]))]],
    [
      'sentences broken by a converter',
      [table(...pairs.map(([n, text]): Cell[] => [broken(`${n}、${text}`)]))],
    ],
    [
      'numbers by Word itself',
      [
        table(
          [['1', '2', '3', '4', '5', '6'].map((n) => `${n}、${invented.get(Number(n)) ?? ''}`)],
          [pairs.slice(6).map(([, text]) => listed(text))],
        ),
      ],
    ],
    ['the same text twice', [table(...annexRows()), table(...annexRows())]],
  ];

  it.each(shapes)('%s', async (_, content) => {
    expect(await found(...content)).toEqual(all);
  });

  function namesTable(): readonly Cell[][] {
    return ['张三', '王芳', '李强'].map((name, at) => [String(at + 1), name, '100']);
  }
  function wide(number: number): string {
    return String(number).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  function broken(text: string): readonly string[] {
    return [text.slice(0, 7), text.slice(7)];
  }
});

it('GIVEN what nobody sees, marks of other languages and formulas THEN the text is kept as text', async () => {
  const odd = '=HYPERLINK("x") <b>一\u200b等</b>\u202e &amp; 𠮷';
  const texts = await found(table(...annexRows(withText(9, odd))), hidden('9、看不见的第九项'));
  expect(texts).toMatchObject({ 9: '=HYPERLINK("x") <b>一等</b> &amp;𠮷' });
});

it('GIVEN numbers within a sentence THEN they begin no item', async () => {
  const rows = annexRows(withText(16, '全年不少于')).map((row) =>
    row.map((cell) =>
      Array.isArray(cell)
        ? cell.flatMap((one: string) =>
            one === '16、全年不少于' ? [one, '10次，离退休的', '5次；1.5倍的样例。'] : [one],
          )
        : cell,
    ),
  );
  expect(await found(table(...rows))).toMatchObject({ 16: '全年不少于10次，离退休的5次；1.5倍的样例。' });
});

it('GIVEN items that the rulebook does not have THEN they are named', async () => {
  const wording = read(await docx(table(...annexRows(), ['', ['24、多出的样例。', '31、又一条。'], '', ''])));
  expect(wording).toMatchObject({ ok: true, found: { unknown: [24, 31] } });
});

describe('GIVEN what is not whole THEN nothing of it is taken', () => {
  it('no item', async () => {
    expect(await found(line('关于开会的通知'))).toEqual([{ code: 'noItems' }]);
    expect(await found(table(['姓名', '得分'], ['张三', '100']))).toEqual([{ code: 'noItems' }]);
  });

  it('one missing, or without words', async () => {
    const missing = [{ code: 'missing', numbers: [12], found: 22 }];
    expect(await found(table(...annexRows(without(12))))).toEqual(missing);
    expect(await found(table(...annexRows(withText(12, '\u200b'))))).toEqual(missing);
  });

  it('two texts for one number', async () => {
    expect(await found(table(...annexRows()), table(['', '8、另一种写法。']))).toEqual([
      { code: 'twice', number: 8, texts: [invented.get(8), '另一种写法。'] },
    ]);
  });

  it('an item that goes on for pages', async () => {
    expect(await found(table(...annexRows(withText(8, '长'.repeat(1001)))))).toEqual([
      { code: 'tooLong', number: 8, most: 1000 },
    ]);
  });
});

describe('GIVEN another file THEN it is said which', () => {
  const packed = (xml: string, name = 'word/document.xml') => zipSync({ [name]: strToU8(xml) });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'notDocx'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'notDocx'],
    ['a workbook', packed('<worksheet/>', 'xl/workbook.xml'), 'notDocx'],
    ['an old .doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'oldFormat'],
    ['half a file', packed('<w:document/>').subarray(0, 40), 'damaged'],
    ['entities that multiply', packed('<!DOCTYPE x [<!ENTITY a "aa">]><w:document/>'), 'damaged'],
    ['a bomb', packed(' '.repeat(4_000_001)), 'tooLarge'],
    ['a film', new Uint8Array(5_000_001), 'tooLarge'],
  ])('%s', (_, bytes, why) => {
    expect(readDocument(bytes)).toEqual({ ok: false, why });
  });

  it('a size that lies does not fill the memory', () => {
    const bytes = Buffer.from(packed(' '.repeat(3_000_000)));
    // The size in the table of contents and in the header before the content.
    for (const mark of [0x02014b50, 0x04034b50]) {
      const at = bytes.findIndex(
        (_, place) => place + 4 <= bytes.length && bytes.readUInt32LE(place) === mark,
      );
      bytes.writeUInt32LE(10, at + (mark === 0x02014b50 ? 24 : 22));
    }
    const file = readDocument(bytes);
    expect(file.ok ? file.document : file.why).toEqual({ tables: [], lines: [] });
  });
});

describe('npm run rulebook -- --wording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-wording-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const called = async (bytes: Uint8Array | null, ...words: readonly string[]) => {
    const file = join(folder, '附件.docx');
    if (bytes !== null) writeFileSync(file, bytes);
    return call(
      run,
      { database: join(folder, 'zhibu.db') },
      '--wording',
      bytes === null ? folder : file,
      ...words,
    );
  };

  it('shows each item beside ours, and what the points are', async () => {
    const { code, out } = await called(await docx(table(...annexRows(withText(9, '样例，记6分。')))));
    expect(code).toBe(0);
    expect(out).toContain('请核对分数：第9项附件写6分，细则为5分，以细则为准。');
    expect(out).toContain(`第8项“公益活动”：${invented.get(8) ?? ''}\n现为：`);
    expect(out).not.toContain('第13项附件写');
    expect(out).toMatch(/没有写入.*\/细则 原文/u);
  });

  it('says what is wrong, and ends with it', async () => {
    expect(await called(await docx(table(...annexRows(without(7)))))).toMatchObject({
      ...{ code: 1, out: '' },
      err: '“附件.docx”还不能用：\n读出22项，缺第7项。请补上，每项以项号开头，例：7、……\n',
    });
    expect(await called(Buffer.from('%PDF'))).toMatchObject({ code: 1, out: '' });
    expect(await called(null)).toMatchObject({ code: 1, out: '' });
    expect(await called(Buffer.from('%PDF'), 'x.yaml')).toMatchObject({ code: 2, out: '' });
  });
});

it('GIVEN the rules of next year THEN other words recorded later do not take their place', () => {
  const facts = emptyFacts({
    id: 'b1',
    name: '支部',
    createdAt: '2026-01-01T00:00:00',
    entryCount: 0,
    head: '',
  });
  const row = (no: number, version: string, fromYear: number) =>
    put('rulebook', {
      ...{ no, version, fromYear, content: '{}', matter: no, meetingOn: null },
      adoptedAt: '2026-11-23T09:00:00',
    });
  const kept = facts.with([row(1, 'a', 0), row(2, 'b', 2027), row(3, 'a.w1', 0)]);
  expect([2025, 2026, 2027, 2028].map((year) => adoptedFor(kept, year)?.version)).toEqual([
    'a.w1',
    'a.w1',
    'b',
    'b',
  ]);
});
