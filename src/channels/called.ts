/** Blanks of every width, and the one that WeChat adds after a mention. */
const blank = '[\\s\\u2005\\u00a0]';
const separates = new RegExp(`^(?:${blank}|[/\uff0f]|$)`, 'u');
const endsBefore = new RegExp(`(?:^|${blank})$`, 'u');
/** A name may have blanks of its own, so that the first slash behind one counts. */
const callsBeforeCommand = new RegExp(`^(?:@[^\\s\\u2005/\uff0f]+|@[^\\n]*?${blank})(?=[/\uff0f])`, 'u');

/**
 * The line without the mention of the bot, which most people type in front and some behind.
 * @param names what the group calls the bot
 * @param isCalled the service itself reports a mention: then every mention in front of a command is dropped
 */
export function withoutCall(said: string, names: readonly string[], isCalled: boolean): string {
  const calls = names.map((name) => `@${name}`).sort((a, b) => b.length - a.length);
  let line = said.trim();
  const front = calls.find((call) => line.startsWith(call) && separates.test(line.slice(call.length)));
  if (front !== undefined) line = line.slice(front.length).trim();
  const behind = calls.find((call) => line.endsWith(call) && endsBefore.test(line.slice(0, -call.length)));
  if (behind !== undefined) line = line.slice(0, -behind.length).trim();
  return isCalled ? line.replace(callsBeforeCommand, '') : line;
}

export function isCommand(line: string): boolean {
  return line.startsWith('/') || line.startsWith('\uff0f');
}
