import { MissingPackage, TokenRefused, UnusablePuppet } from '../channels/wechaty/errors.js';
import { WecomRefused } from '../channels/wecom/errors.js';
import { OperatorError } from '../operator-error.js';
import { ServerError } from '../store/postgres/server-error.js';
import { serverSentence } from './database-file.js';

/**
 * A failed start, or what ended the program later, in words that the operator can act on.
 * @param head of what has no sentence of its own
 */
export function sentenceFor(error: unknown, head = '启动失败'): string {
  if (error instanceof OperatorError) return error.message;
  const server = error instanceof ServerError ? serverSentence(error) : undefined;
  if (server !== undefined) return server;
  if (error instanceof WecomRefused)
    return `企业微信没有接受这个机器人（错误码${error.errcode}）：请核对 .env 里的 WECOM_BOT_ID 和 WECOM_BOT_SECRET，从管理后台重新复制，例：WECOM_BOT_ID=aibXXXXXXXX；详见 docs/channels/wecom.md。`;
  const wechaty = wechatySentence(error);
  if (wechaty !== undefined) return wechaty;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return '端口已被占用：请在 .env 中把 PORT 换成别的数，例：PORT=3211';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST 不是本机地址，例：HOST=127.0.0.1';
  if (code === 'EACCES') return '没有权限使用这个端口，请在 .env 中换一个，例：PORT=3210';
  return `${head}：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Part of the program, but left out by `npm ci --omit=peer`. */
const ownPackages = /^(?:file-box|wechaty|wechaty-grpc|wechaty-puppet-(?:wechat4u|service|mock))$/u;

function wechatySentence(error: unknown): string | undefined {
  const example = '例：WECHATY_PUPPET=wechaty-puppet-wechat4u';
  if (error instanceof MissingPackage) {
    const { packageName: name } = error;
    return ownPackages.test(name)
      ? `CHANNEL=wechaty 要用的软件包 ${name} 没有安装：请在程序所在的文件夹里运行“npm ci”（不要加 --omit=peer），再重新启动。`
      : `WECHATY_PUPPET：没有安装软件包 ${name}。请核对名称，${example}；名称没有错的，先运行“npm install --no-save ${name}”再启动。`;
  }
  if (error instanceof UnusablePuppet)
    return `WECHATY_PUPPET：这个 puppet 用不了（${error.message}）。请核对名称和它自己要的设置，${example}；详见 docs/channels/wechat.md。`;
  if (error instanceof TokenRefused)
    return '网关没有接受令牌：请核对 .env 里的 WECHATY_PUPPET_SERVICE_TOKEN，从网关处重新复制，例：WECHATY_PUPPET_SERVICE_TOKEN=puppet_workpro_a1b2c3d4e5f6；详见 docs/channels/wechat.md。';
  return undefined;
}
