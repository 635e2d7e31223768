import { existsSync } from 'node:fs';
import { z } from 'zod';

/** Settings of the process. The only reader of the environment. */
const settings = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/u, '应以 file: 开头,后面是数据库文件的位置,例:file:./data/zhibu.db')
    .default('file:./data/zhibu.db'),
  CHANNEL: z.enum(['local'], { error: '可写 local(本机网页),例:local' }).default('local'),
  HOST: z.string().min(1, '应为本机地址,例:127.0.0.1').default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: '应为1至65535的整数,例:3210' })
    .int('应为1至65535的整数,例:3210')
    .min(1, '应为1至65535的整数,例:3210')
    .max(65535, '应为1至65535的整数,例:3210')
    .default(3210),
  BOT_NAME: z.string().min(1, '应为机器人在群里的名字,例:机器人').default('机器人'),
  BRANCH_NAME: z.string().min(1, '应为支部名称,例:机关第一党支部').optional(),
  RULEBOOK: z.string().min(1, '应为细则文件的位置,例:rulebooks/2018.yaml').default('rulebooks/2018.yaml'),
  ZHIBU_KEY: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/u,
      '应为64位十六进制数,可用“openssl rand -hex 32”生成;不写则使用数据库旁的密钥文件',
    )
    .optional(),
  BACKUP_FOLDER: z.string().min(1, '应为文件夹的位置,例:/mnt/backup/zhibu').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: '可写 debug、info、warn、error、silent,例:info',
    })
    .default('info'),
});

export type Config = z.infer<typeof settings>;

/** A bad setting, named with what is wrong and an example; start-up ends with exit code 1. */
export class ConfigError extends Error {}

/** @throws ConfigError */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty line in .env means: not set.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}:${issue.message}`);
  throw new ConfigError(`设置有误,请修改 .env 后重新启动:\n${lines.join('\n')}`);
}

/**
 * The settings of this process: `.env` of the folder it was started in, and what the environment already says.
 * @throws ConfigError when a setting is wrong or `.env` cannot be read
 */
export function loadConfig(): Config {
  if (existsSync('.env')) {
    try {
      process.loadEnvFile('.env');
    } catch {
      throw new ConfigError('读不了 .env:它应当是可以读取的文本文件,可以从 .env.example 重新复制。');
    }
  }
  return readConfig(process.env);
}
