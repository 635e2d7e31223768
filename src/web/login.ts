import type { Hono, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { renderSVG } from 'uqr';
import { loadAssets } from './assets.js';
import { ownMachineOnly } from './guard.js';

/** The state of the bot's login. */
export type LoginView =
  | { readonly kind: 'starting' }
  | { readonly kind: 'notLoggedIn' }
  /** `code` is the content of the QR code; scanning it logs in. */
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'scanned' }
  | { readonly kind: 'loggedIn'; readonly name: string }
  | { readonly kind: 'loggedOut' };

/** Seconds between refreshes; the page has no script. */
const again = 5;

const titles: { readonly [K in LoginView['kind']]: string } = {
  starting: '正在连接',
  notLoggedIn: '还没有登录',
  scan: '请扫码登录',
  scanned: '请在手机上确认',
  loggedIn: '已经登录',
  loggedOut: '登录已失效',
};

/**
 * `GET /login`: the QR code that logs in the bot's account. Anybody who scans it speaks for the bot, so only this
 * machine may see it.
 */
export function loginRoute(app: Hono, view: () => LoginView): void {
  const style = loadAssets().get('login.css');
  const guard: MiddlewareHandler = (c, next) => {
    c.header('Cache-Control', 'no-store');
    return ownMachineOnly(c, next);
  };
  app.get('/login', guard, (c) => c.html(page(view())));
  app.get('/login.svg', guard, (c) => {
    const now = view();
    if (now.kind !== 'scan') return c.notFound();
    return c.body(renderSVG(now.code, { border: 2 }), 200, { 'Content-Type': 'image/svg+xml' });
  });
  app.get('/login.css', guard, (c) =>
    style === undefined ? c.notFound() : c.body(style.body, 200, { 'Content-Type': style.type }),
  );
}

function page(view: LoginView) {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="refresh" content="${again}" />
        <title>${titles[view.kind]} · 支部机器人</title>
        <link rel="stylesheet" href="/login.css" />
      </head>
      <body>
        <main>
          <h1>${titles[view.kind]}</h1>
          ${words(view)}
        </main>
      </body>
    </html>`;
}

function words(view: LoginView) {
  switch (view.kind) {
    case 'notLoggedIn':
      return html`<p>二维码到了就显示在这里，本页会自己更新。</p>`;
    case 'starting':
      return html`<p>二维码马上就来，本页会自己更新。</p>`;
    case 'scan':
      // A new address for each code, so that no browser shows a cached picture.
      return html`<img src="/login.svg?${view.code.length}-${fingerprint(view.code)}" alt="登录二维码" />
        <p>请用<strong>机器人的微信号</strong>扫码，不要用您自己的。</p>
        <p>手机上：右上角“＋” → 扫一扫 → 登录。二维码过期后会自动换新的。</p>`;
    case 'scanned':
      return html`<p>已经扫码，请在手机上点“登录”。</p>`;
    case 'loggedIn':
      return html`<p>机器人的微信号是“${view.name}”。可以关掉本页了。</p>`;
    case 'loggedOut':
      return html`<p>正在取新的二维码，本页会自己更新。</p>`;
  }
}

function fingerprint(code: string): number {
  return Array.from(code).reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
