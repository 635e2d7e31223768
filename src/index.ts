/** For embedding and tests; the program itself is src/main.ts. */
export { createBot, type Bot, type BotOptions } from './start/create-bot.js';
