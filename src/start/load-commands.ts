import { readdir } from 'node:fs/promises';
import type { Command } from '../chat/define.js';

/** Each file of commands/ declares one command; adding a file adds the command. */
export async function loadCommands(): Promise<readonly Command[]> {
  const folder = new URL('../../commands/', import.meta.url);
  const files = (await readdir(folder))
    .filter((file) => /\.(?:js|ts)$/u.test(file) && !file.endsWith('.d.ts'))
    .sort();
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<{ readonly command: Command }>),
  );
  return modules.map((module) => module.command);
}
