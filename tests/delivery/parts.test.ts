import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, type Message } from '../../src/app/delivery/sending/parts.js';
import { everything, type ChannelFile } from '../../src/app/ports/channel.js';
import { leftOutText } from '../../src/chat/voice.js';

const message = (text: string, more: Partial<Message> = {}): Message => ({
  key: 'b1/7',
  chat: { kind: 'group', id: 'g' },
  text,
  files: [],
  ...more,
});
const file = (name: string, size: number, kind: ChannelFile['kind'] = 'file'): ChannelFile => ({
  kind,
  name,
  bytes: new Uint8Array(size),
});
const card = {
  id: 'b1-3-7-20261123090000',
  title: '待认定 #3',
  buttons: [{ label: '确认', line: '/确认 3' }],
};

describe('GIVEN files', () => {
  it('WHEN the channel cannot carry one, or it is too large, THEN the text names it instead', () => {
    const parts = partsOf(
      message('汇总表', {
        files: [file('汇总表.xlsx', 10), file('合影.png', 11, 'picture'), file('大.zip', 99)],
      }),
      { ...everything, pictures: false, maximumFileBytes: 50 },
      leftOutText,
    );
    expect(parts).toHaveLength(1);
    expect(parts[0]?.text).toBe(
      '汇总表\n（图片“合影.png”、文件“大.zip”在这里发不出来，请向书记或考核记录员索取。）',
    );
    expect(parts[0]?.files.map(({ name }) => name)).toEqual(['汇总表.xlsx']);
  });

  it('WHEN each goes separately THEN after the text, each with a key of its own', () => {
    const parts = partsOf(
      message('两张', { files: [file('一.png', 1, 'picture'), file('二.png', 1, 'picture')] }),
      { ...everything, together: false },
      leftOutText,
    );
    expect(parts.map(({ key, text, files }) => [key, text, files[0]?.name])).toEqual([
      ['b1/7.1', '两张', undefined],
      ['b1/7.2', '', '一.png'],
      ['b1/7.3', '', '二.png'],
    ]);
  });
});

it('GIVEN neither words nor files WHEN people are called THEN nothing is sent', () => {
  expect(partsOf(message('', { mentions: 'all' }), everything, leftOutText)).toEqual([]);
});

describe('GIVEN buttons', () => {
  it('THEN they stand below the text, or on a card of their own when it is too long, or nowhere', () => {
    const cards = (maximumBytes: number | null) =>
      partsOf(
        message('待认定 #3\n很长的事由', { card }),
        { ...everything, cards: maximumBytes === null ? null : { maximumBytes } },
        leftOutText,
      ).map((part) => [part.text, part.card?.id]);
    expect(cards(100)).toEqual([['待认定 #3\n很长的事由', card.id]]);
    expect(cards(20)).toEqual([
      ['待认定 #3\n很长的事由', undefined],
      ['待认定 #3', card.id],
    ]);
    expect(cards(null)).toEqual([['待认定 #3\n很长的事由', undefined]]);
  });
});

it('whatever is said: no part is too large, keys differ, people are called once, and nothing is lost', () => {
  const given = fc.record({
    lines: fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 20 }),
    sizes: fc.array(fc.nat(100), { maxLength: 4 }),
    together: fc.boolean(),
    maximumBytes: fc.integer({ min: 40, max: 120 }),
  });
  fc.assert(
    fc.property(given, ({ lines, sizes, together, maximumBytes }) => {
      const files = sizes.map((size, index) => file(`${index}`, size));
      const said = lines.join('\n');
      const parts = partsOf(
        message(said, { files, mentions: 'all' }),
        { ...everything, together, maximumBytes, mentions: true },
        leftOutText,
      );
      expect(parts.every(({ text }) => Buffer.byteLength(text) <= maximumBytes)).toBe(true);
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
      const isSilent = said === '' && files.length === 0;
      expect(parts.filter(({ mentions }) => mentions === 'all')).toHaveLength(isSilent ? 0 : 1);
      expect(parts.flatMap((part) => part.files)).toEqual(files);
      expect(
        parts
          .map(({ text }) => text)
          .join('')
          .replaceAll('\n', ''),
      ).toBe(said.replaceAll('\n', ''));
    }),
  );
});
