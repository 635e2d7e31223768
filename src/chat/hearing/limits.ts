import type { Delivery } from '../../app/delivery/delivery.js';
import type { Inbound } from '../../app/ports/channel.js';
import { readLine } from '../words/line.js';
import { tooManyCommands, tooManyFiles } from '../replies/plain/sentences.js';
import type { Hearing } from './hearing.js';

/** One person at full speed holds up nobody else: what is too much is left, and said once. True: it may be heard. */
export function isWithinLimits(
  { chat, account, messageId, files, reply }: Inbound,
  lines: readonly string[],
  hearing: Hearing & { readonly delivery: Delivery },
): boolean {
  const { limits, rates, clock, botName, catalogue, channel } = hearing;
  if (limits === null) return true;
  const now = clock.now();
  const person = `${channel.name}/${account}`;
  const isAsked = (line: string) =>
    chat.kind === 'private' || readLine(line, botName, catalogue) !== undefined;
  const { commandsPerMinute, filesPerHour } = limits;
  const asked = lines.filter((line) => line !== '' && isAsked(line));
  const tooMany = asked.some(() => !rates.allows('command', person, now, commandsPerMinute));
  const tooFull = files.some(() => !rates.allows('file', person, now, filesPerHour));
  if (!tooMany && !tooFull) return true;
  if (rates.allows('tooFast', `limit/${person}`, now))
    hearing.delivery.answer({
      key: `limit/${messageId}`,
      chat,
      text: tooMany ? tooManyCommands(commandsPerMinute) : tooManyFiles(filesPerHour),
      files: [],
      ...(reply === undefined ? {} : { reply }),
    });
  return false;
}
