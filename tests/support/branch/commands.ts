import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from '../../../src/chat/define.js';

/** The bot's commands, by name. */
export async function allCommands(): Promise<readonly Command[]> {
  const files = readdirSync('commands').map((file) => pathToFileURL(resolve('commands', file)).href);
  const modules = await Promise.all(files.map((file) => import(file) as Promise<{ command: Command }>));
  return modules.map(({ command }) => command).sort((one, other) => (one.name < other.name ? -1 : 1));
}
