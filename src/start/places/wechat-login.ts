import { renderANSI, renderUnicodeCompact } from 'uqr';
import type { WechatyNews } from '../../channels/wechaty/channel.js';
import type { LoginView } from '../../web/login.js';

/** How the operator logs the bot's account in: on the terminal, and on a page of this machine. */
interface WechatLogin {
  hear(news: WechatyNews): void;
  /** For the page. */
  view(): LoginView;
}

const unreachedTexts = {
  none: '连不上微信，会一直重试。请看这台电脑能不能上网。',
  byAddress:
    '连不上网关，会一直重试。请看网关是否已经启动，并核对 .env 里的 WECHATY_PUPPET_SERVICE_ENDPOINT，例：WECHATY_PUPPET_SERVICE_ENDPOINT=127.0.0.1:8788；没有加密的网关还要写 WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT=true。',
  byToken: '连不上网关，会一直重试。请看这台电脑能不能上网，再向服务商核对令牌是否到期、网关是否在运行。',
};

export function openWechatLogin(options: {
  /** The group of the settings. */
  readonly room: string;
  /** Whether a gateway lies between the bot and WeChat, and how the settings name it. */
  readonly gateway: 'none' | 'byAddress' | 'byToken';
  /** Of the page. */
  readonly url: string;
  /** A terminal shows colours; a log does not. */
  readonly isTerminal: boolean;
  readonly print: (line: string) => void;
}): WechatLogin {
  const { room, gateway, url, isTerminal, print } = options;
  let view: LoginView = { kind: 'starting' };
  const textOf = (news: WechatyNews): string => {
    switch (news.kind) {
      case 'unreached':
        return unreachedTexts[gateway];
      case 'notLoggedIn':
        return `还没有登录微信号，二维码显示后请扫码；一直不显示的，请${gateway === 'none' ? '看这台电脑能不能上网' : '在网关那里登录'}。`;
      case 'scan': {
        const code = isTerminal ? renderANSI(news.code) : renderUnicodeCompact(news.code);
        return `请用机器人的微信号扫码登录（不要用您自己的）：\n${code}\n看不清时，在这台电脑上打开 ${url}`;
      }
      case 'scanned':
        return '已经扫码，请在手机上点“登录”。';
      case 'loggedIn':
        return `已登录微信号“${news.name}”。`;
      case 'loggedOut':
        return '微信登录已失效，请重新扫码；新的二维码马上显示。';
      case 'room':
        return `已找到支部群“${news.topic}”（编号 ${news.id}）。`;
      case 'noRoom':
        return noRoomText(room, news.rooms);
      case 'severalRooms':
        return `名为“${room}”的群有${news.ids.length}个，不知道是哪一个，都没有用。请在 .env 里改写群的编号后重新启动，例：WECHATY_ROOM=${news.ids[0] ?? ''}`;
      case 'roomRenamed':
        return `支部群已改名为“${news.topic}”。现在照常使用；请把 .env 里的 WECHATY_ROOM 改成新的名称，否则下次登录就找不到它。`;
    }
  };
  return {
    view: () => view,
    hear(news) {
      // A waiting puppet shows the same code again and again.
      if (news.kind === 'scan' && view.kind === 'scan' && view.code === news.code) return;
      if (isOfLogin(news)) view = news;
      print(textOf(news));
    },
  };
}

function isOfLogin(news: WechatyNews): news is Extract<WechatyNews, LoginView> {
  return ['notLoggedIn', 'scan', 'scanned', 'loggedIn', 'loggedOut'].includes(news.kind);
}

function noRoomText(room: string, rooms: readonly { readonly topic: string; readonly id: string }[]): string {
  const list = rooms.map(({ topic, id }) => `  ${topic}（编号 ${id}）`).join('\n');
  const there = rooms.length === 0 ? '这个微信号还没有加入任何群。' : `这个微信号所在的群：\n${list}`;
  return `没有找到名为“${room}”的群。${there}\n刚登录时群还没有读全：请在支部群里随便发一句话。名称不对时，改 .env 里的 WECHATY_ROOM 后重新启动，例：WECHATY_ROOM=机关第一党支部工作群`;
}
