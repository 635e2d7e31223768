import { FileBox } from 'file-box';
import { expect, it } from 'vitest';
import * as wechaty from 'wechaty';
import type { Boxes, Library } from '../../../src/channels/wechaty/library.js';

it('the compiler checks src/channels/wechaty/library.ts against the real wechaty', () => {
  const library: Library = wechaty;
  const boxes: Boxes = { FileBox };
  expect(typeof library.WechatyBuilder.build).toBe('function');
  expect(typeof boxes.FileBox.fromBase64).toBe('function');
  const { Message, Contact } = library.types;
  expect([
    Message.Text,
    Message.Image,
    Message.Attachment,
    Message.Unknown,
    Message.Video,
    Message.Audio,
    Message.Recalled,
    Contact.Official,
  ]).toEqual([7, 6, 1, 0, 15, 2, 13, 2]);
});
