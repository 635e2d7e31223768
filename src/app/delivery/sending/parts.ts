import type {
  Capabilities,
  Card,
  ChannelFile,
  Chat,
  Mentions,
  Outbound,
  ReplyHandle,
} from '../../ports/channel.js';

const encoder = new TextEncoder();

/**
 * Splits a text into messages of at most `maximumBytes` UTF-8 bytes, at line ends; only a line that is too long on its
 * own is cut between characters. An empty text gives one empty message.
 */
export function cutText(text: string, maximumBytes: number): readonly string[] {
  if (bytesOf(text) <= maximumBytes) return [text];
  const parts: string[] = [];
  let part = '';
  for (const piece of text.split('\n').flatMap((line) => cutLine(line, maximumBytes))) {
    const longer = part === '' ? piece : `${part}\n${piece}`;
    if (bytesOf(longer) <= maximumBytes) {
      part = longer;
      continue;
    }
    if (part !== '') parts.push(part);
    part = piece;
  }
  return part === '' ? parts : [...parts, part];
}

function cutLine(line: string, maximumBytes: number): readonly string[] {
  if (bytesOf(line) <= maximumBytes) return [line];
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const bytes = bytesOf(character);
    if (size + bytes > maximumBytes && piece !== '') {
      pieces.push(piece);
      piece = '';
      size = 0;
    }
    piece += character;
    size += bytes;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

/** Every part of a letter, regardless of what the channel can carry. */
export interface Message {
  readonly key: string;
  readonly chat: Chat;
  readonly text: string;
  readonly files: readonly ChannelFile[];
  readonly reply?: ReplyHandle;
  readonly mentions?: Mentions;
  readonly card?: Card;
}

/** One `send`; the reply handle is added when it is sent. */
export type Part = Omit<Outbound, 'reply' | 'update'>;

/** A sentence about files that the channel cannot carry. */
export type LeftOut = (files: readonly Pick<ChannelFile, 'kind' | 'name'>[]) => string;

/**
 * A message as the sends that the channel can carry, each with a key of its own. Files that it cannot carry are
 * named in the text; people are called by the first part, buttons and files come last.
 */
export function partsOf(message: Message, capabilities: Capabilities, leftOut: LeftOut): readonly Part[] {
  const carried = message.files.filter((file) => fits(file, capabilities));
  const left = message.files.filter((file) => !carried.includes(file));
  const lines = left.length === 0 ? [message.text] : [message.text, leftOut(left)];
  const text = lines.filter((line, index) => line !== '' || (index === 0 && lines.length === 1)).join('\n');
  const bodies = bodiesOf({ ...message, text, files: carried }, capabilities);
  return bodies.map((body, index) => ({
    key: bodies.length === 1 ? message.key : `${message.key}.${index + 1}`,
    chat: message.chat,
    ...body,
    ...(index > 0 || message.mentions === undefined || !capabilities.mentions
      ? {}
      : { mentions: message.mentions }),
  }));
}

type Body = Pick<Part, 'text' | 'files' | 'card'>;

function bodiesOf({ text, files, card }: Message, capabilities: Capabilities): readonly Body[] {
  const { together, cards, maximumBytes } = capabilities;
  const buttons = cards === null ? undefined : card;
  const inCard = buttons !== undefined && bytesOf(text) <= (cards?.maximumBytes ?? 0);
  // A picture that could not be made had no words: nothing is left to send.
  const isSilent = text === '' && (files.length === 0 || !together);
  const texts = isSilent ? [] : cutText(text, maximumBytes);
  return [
    ...texts.map((part, index) => ({
      text: part,
      files: together && index === texts.length - 1 ? files : [],
      ...(inCard && index === texts.length - 1 ? { card: buttons } : {}),
    })),
    ...(together ? [] : files.map((file) => ({ text: '', files: [file] }))),
    ...(buttons === undefined || inCard ? [] : [{ text: buttons.title, files: [], card: buttons }]),
  ];
}

function fits({ kind, bytes }: ChannelFile, capabilities: Capabilities): boolean {
  return kind === 'picture'
    ? capabilities.pictures && bytes.length <= capabilities.maximumPictureBytes
    : capabilities.files && bytes.length <= capabilities.maximumFileBytes;
}
