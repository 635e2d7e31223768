import { RulebookChanged } from '../app/rulebook/changed.js';
import { changedRulebookText } from '../chat/replies/rulebook/sentences.js';
import type { Bot } from './create-bot.js';
import { RulebookError } from './rulebook-file.js';

/** @throws RulebookError when the file was edited under a version that a branch is kept by */
export async function startOn(bot: Bot, rulebookFile: string): Promise<void> {
  await bot.start().catch((error: unknown) => {
    if (!(error instanceof RulebookChanged)) throw error;
    throw new RulebookError(changedRulebookText(rulebookFile, error.branch, error.version));
  });
}
