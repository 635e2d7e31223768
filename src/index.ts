/** For embedding and tests; the program itself is src/main.ts. */
export type { Bot, BotOptions } from './start/bot.js';
export { createBot } from './start/create-bot.js';
