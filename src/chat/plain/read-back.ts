import type { Context } from '../../app/use-case.js';
import type { CommandList } from '../define.js';
import { meaningOf } from '../replies/plain/meaning.js';
import { understand } from '../understand.js';
import { lineOf } from '../words/line.js';

export type Values = Readonly<Record<string, unknown>>;

interface ReadBack {
  readonly meaning: string;
  readonly values: Values;
}

/** What a line would do, as the person reads it before saying so. */
export function readBack(text: string, context: Context, commands: CommandList): ReadBack | undefined {
  const line = lineOf(text, commands);
  const command = commands.find(line.name);
  if (command === undefined) return undefined;
  const found = understand(command, line, context, commands, {
    amongSeveral: false,
    most: 'omitting',
  });
  if (found?.reading.kind !== 'values') return undefined;
  const { values } = found.reading;
  return { meaning: meaningOf(found.form, values, context), values };
}

const markLength = 16;

/** Person, line, and what it was read to mean, with the rows it is about: an activity that moved gives another mark. */
export function markOf(line: string, meaning: string, { facts, actor, sign }: Context): string {
  const numbers = line.match(/\d+/gu) ?? [];
  const matters = numbers.map((number) => facts.get('matter', Number(number)) ?? null);
  const text = JSON.stringify([facts.branch.id, actor?.id, line, meaning, matters]);
  return sign('offer', text).slice(0, markLength);
}
