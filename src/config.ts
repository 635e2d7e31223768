import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { readEnvFile } from './env-file.js';
import { OperatorError } from './operator-error.js';

/** Checks the whole address, port included, so that an impossible one fails at once. */
function address(scheme: RegExp, message: string) {
  return z.string().refine((text) => scheme.test(text) && URL.canParse(text), message);
}

/** With the name of a database, which becomes part of file names here. */
const serverUrl = /^postgres(?:ql)?:\/\/[^/\s]*\/[\w-]+(?:\?\S*)?$/u;

/** Settings of the process. Only this file reads the environment. */
const single = z.object({
  DATABASE_URL: z
    .string()
    .refine(
      (url) => /^file:.+/u.test(url) || (serverUrl.test(url) && URL.canParse(url)),
      '应以 file: 开头，后面是数据库文件的位置，例：file:./data/zhibu.db；用 PostgreSQL 时写全地址和数据库名，例：postgresql://zhibu:secret@127.0.0.1:5432/zhibu',
    )
    .default('file:./data/zhibu.db'),
  CHANNEL: z
    .enum(['local', 'wecom', 'wechaty'], {
      error: '可写 local（本机网页）、wecom（企业微信智能机器人）或 wechaty（微信），例：local',
    })
    .default('local'),
  WECOM_BOT_ID: z
    .string()
    .regex(/^\S+$/u, '应为智能机器人的 Bot ID，中间没有空格，例：aibXXXXXXXX')
    .optional(),
  WECOM_BOT_SECRET: z
    .string()
    .regex(/^\S+$/u, '应为智能机器人“长连接”方式的 Secret，中间没有空格，例：从管理后台原样复制的一串字符')
    .optional(),
  WECOM_WS_URL: address(
    /^wss?:\/\/[^\s/]+/u,
    '应为以 wss:// 开头的完整地址，例：wss://openws.work.weixin.qq.com；一般不用写',
  ).optional(),
  WECOM_GROUP: z
    .string()
    .regex(/^\S+$/u, '应为支部群的会话编号，启动后会在终端显示，例：wrXXXXXXXX')
    .optional(),
  WECOM_WEBHOOK_KEY: z
    .string()
    .regex(
      /^[\w-]{8,}$/u,
      '应为消息推送网址中“key=”后面的部分，不是整个网址，例：693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa',
    )
    .optional(),
  WECOM_WEBHOOK_URL: address(
    /^https?:\/\/[^\s/]+/u,
    '应为以 https:// 开头的完整地址，例：https://qyapi.weixin.qq.com；一般不用写',
  ).default('https://qyapi.weixin.qq.com'),
  WECOM_WEBHOOK_GROUP: z
    .enum(['same', 'other'], {
      error: '可写 same（就是支部群）或 other（另外的群），例：WECOM_WEBHOOK_GROUP=same',
    })
    .optional(),
  WECHATY_PUPPET: z
    .string()
    .regex(
      /^(?:@[a-z0-9._-]+\/)?[a-z0-9._-]+$/u,
      '应为 wechaty 的 puppet 软件包的名称，例：wechaty-puppet-wechat4u',
    )
    .default('wechaty-puppet-wechat4u'),
  WECHATY_ROOM: z.string().min(1, '应为支部群的名称，例：机关第一党支部工作群').optional(),
  WECHATY_PUPPET_SERVICE_TOKEN: z
    .string()
    .regex(
      /^[^\s_]\S*_\S+$/u,
      '应为网关给的整串令牌，中间有下划线，没有空格，例：puppet_workpro_a1b2c3d4e5f6',
    )
    .optional(),
  WECHATY_PUPPET_SERVICE_ENDPOINT: z
    .string()
    .regex(
      /^[^\s/:]+:\d{1,5}$/u,
      '应为网关的地址和端口，中间是冒号，例：127.0.0.1:8788；用网络上的网关时一般不用写',
    )
    .refine((endpoint) => isPort(endpoint.split(':')[1]), '端口应为1至65535的整数，例：127.0.0.1:8788')
    .optional(),
  HOST: z.string().min(1, '应为本机地址，例：127.0.0.1').default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: '应为1至65535的整数，例：3210' })
    .int('应为1至65535的整数，例：3210')
    .min(1, '应为1至65535的整数，例：3210')
    .max(65535, '应为1至65535的整数，例：3210')
    .default(3210),
  DESK_URL: z
    .url({ protocol: /^https?$/u, error: '应为桌面对外的网址，例：https://zhibu.example.cn' })
    .refine(
      (url) => /^[^/]+\/\/[^/?#]+\/*$/u.test(url),
      '只写到域名（和端口）为止，例：https://zhibu.example.cn',
    )
    .transform((url) => url.replace(/\/+$/u, ''))
    .optional(),
  BOT_NAME: z.string().min(1, '应为机器人在群里的名字，例：机器人').default('机器人'),
  BRANCH_NAME: z.string().min(1, '应为支部名称，例：机关第一党支部').optional(),
  RULEBOOK: z.string().min(1, '应为细则文件的位置，例：rulebooks/2018.yaml').default('rulebooks/2018.yaml'),
  ZHIBU_KEY: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/u,
      '应为64位十六进制数，可用“openssl rand -hex 32”生成；不写则使用数据库旁的密钥文件',
    )
    .optional(),
  BACKUP_FOLDER: z.string().min(1, '应为文件夹的位置，例：/mnt/backup/zhibu').optional(),
  BACKUP_COPY: z.string().min(1, '应为文件夹的位置，例：/mnt/usb/zhibu').optional(),
  BACKUP_COMMAND: z.string().min(1, '应为一条命令，例：rclone copy "$BACKUP_FILE" remote:zhibu').optional(),
  BACKUP_PASSPHRASE: z.string().min(12, '口令至少12个字，例：六个以上不相干的词连在一起').optional(),
  PLAIN_WORDS_URL: address(
    /^https?:\/\/[^\s/]+/u,
    '应为语言模型接口（OpenAI 格式）的地址，写到 /v1，例：http://127.0.0.1:11434/v1',
  ).optional(),
  PLAIN_WORDS_MODEL: z.string().regex(/^\S+$/u, '应为模型的名称，中间没有空格，例：qwen2.5:7b').optional(),
  PLAIN_WORDS_KEY: z
    .string()
    .regex(
      /^[\x21-\x7e]+$/u,
      '应为接口的密钥，一串没有空格的英文字母和数字，例：sk-xxxxxxxx；本单位的接口一般不用写',
    )
    .optional(),
  STANDBY: z.enum(['yes', 'no'], { error: '可写 yes、no，例：no' }).default('no'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: '可写 debug、info、warn、error、silent，例：info',
    })
    .default('info'),
});

function isPort(digits: string | undefined): boolean {
  const port = Number(digits);
  return port >= 1 && port <= 65_535;
}

type Name = keyof z.infer<typeof single>;

/** A channel's settings are required only when it is chosen. */
const settings = single.superRefine((given, context) => {
  const { CHANNEL } = given;
  const need = (name: Name, what: string): void => {
    if (given[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: `CHANNEL=${CHANNEL} 时必须填写，${what}` });
  };
  const { PLAIN_WORDS_URL: url, PLAIN_WORDS_MODEL: model, PLAIN_WORDS_KEY: key } = given;
  const isMissing = (name: Name, example: string): void =>
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `写了其他 PLAIN_WORDS_… 时必须填写，例：${name}=${example}`,
    });
  if (url === undefined && (model ?? key) !== undefined)
    isMissing('PLAIN_WORDS_URL', 'http://127.0.0.1:11434/v1');
  if (model === undefined && (url ?? key) !== undefined) isMissing('PLAIN_WORDS_MODEL', 'qwen2.5:7b');
  switch (CHANNEL) {
    case 'local':
      break;
    case 'wecom': {
      const guide = '（见 docs/channels/wecom.md）';
      need('WECOM_BOT_ID', `是智能机器人的 Bot ID，例：WECOM_BOT_ID=aibXXXXXXXX${guide}`);
      need('WECOM_BOT_SECRET', `是同一页上的 Secret，例：WECOM_BOT_SECRET=从管理后台复制的一串字符${guide}`);
      break;
    }
    case 'wechaty': {
      const guide = '（见 docs/channels/wechat.md）';
      need('WECHATY_ROOM', `是支部群的名称或编号，例：WECHATY_ROOM=机关第一党支部工作群${guide}`);
      if (given.WECHATY_PUPPET === 'wechaty-puppet-service')
        need(
          'WECHATY_PUPPET_SERVICE_TOKEN',
          `是网关的令牌，例：WECHATY_PUPPET_SERVICE_TOKEN=puppet_workpro_a1b2c3d4e5f6${guide}`,
        );
      break;
    }
  }
});

export type Config = z.infer<typeof settings>;

/** A bad setting: says what is wrong and gives an example; start-up ends with exit code 1. */
export class ConfigError extends OperatorError {}

/** @throws ConfigError */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty line in .env means: not set.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`);
  throw new ConfigError(`设置有误，请修改 .env 后重新启动：\n${lines.join('\n')}`);
}

/**
 * The settings of this process: `.env` in its working folder, overridden by the environment.
 * @throws ConfigError when a setting is wrong or `.env` cannot be read
 */
export function loadConfig(): Config {
  if (existsSync('.env')) {
    const read = readEnvFile(bytesOfEnvFile(), Object.keys(single.shape));
    if (!read.ok)
      throw new ConfigError(
        `.env 有误，请修改后重新启动：\n${read.problems.map((line) => `  ${line}`).join('\n')}`,
      );
    // Libraries of channels look there for their own settings.
    for (const [name, value] of Object.entries(read.settings)) process.env[name] ??= value;
  }
  return readConfig(process.env);
}

function bytesOfEnvFile(): Uint8Array {
  try {
    return readFileSync('.env');
  } catch {
    throw new ConfigError('读不了 .env：它应当是可以读取的文本文件，可以从 .env.example 重新复制。');
  }
}
