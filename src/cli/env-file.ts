import { existsSync } from 'node:fs';
import { ConfigError } from '../config.js';

/**
 * Reads the settings of `.env` in the working folder, where there is one; what the environment says already stays.
 * @throws ConfigError when it cannot be read
 */
export function loadEnvironment(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch {
    throw new ConfigError('读不了 .env:它应当是可以读取的文本文件,可以从 .env.example 重新复制。');
  }
}
