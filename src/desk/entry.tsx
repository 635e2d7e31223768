import { getConnInfo } from '@hono/node-server/conninfo';
import type { Hono, Context as Request } from 'hono';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Clock } from '../app/ports/clock.js';
import type { Log } from '../app/ports/log.js';
import { formOf, type Form } from './form.js';
import type { Desk } from './desk.js';
import type { Keys, Session } from './keys.js';
import type { Tools } from './page.js';
import { Frame } from './parts/frame.js';

export interface DeskOptions {
  readonly desk: Desk;
  readonly keys: Keys;
  readonly tools: Tools;
  readonly clock: Clock;
  /** Behind https the cookie is sent nowhere else. */
  readonly isSecure: boolean;
  readonly log: Pick<Log, 'error'>;
  /** Whether the group's own page is served beside it. */
  readonly hasChat: boolean;
  /** The sample lets one sit down as anybody. */
  readonly sample?: () => readonly {
    readonly account: string;
    readonly branch: string;
    readonly name: string;
    /** Offices and category. */
    readonly title: string;
  }[];
}

export type Status = 200 | 401 | 403 | 404 | 410 | 429 | 500;

export const cookie = 'desk';
export function entering(app: Hono, { desk, keys, isSecure, sample }: DeskOptions): void {
  const sitDown = (c: Request, key: string) => {
    setCookie(c, cookie, key, { path: '/desk', httpOnly: true, sameSite: 'Strict', secure: isSecure });
    return c.redirect('/desk', 303);
  };
  const address = (c: Request) => getConnInfo(c).remote.address ?? '';
  // Previews of chats open a link: only the button uses it up.
  app.get('/in/:key', (c) => {
    const key = c.req.param('key');
    const isWrong = !keys.isGood(key);
    // Behind a proxy all share one address: who has a good link is let in.
    if (isWrong && keys.isTooMuch(address(c))) return outside(c, tooOften, 429);
    return isWrong ? outside(c, expired, 410) : outside(c, <Enter link={key} />);
  });
  app.post('/in/:key', (c) => {
    const key = c.req.param('key');
    if (!keys.isGood(key) && keys.isTooMuch(address(c))) return outside(c, tooOften, 429);
    const session = keys.enter(key);
    return session === undefined ? outside(c, expired, 410) : sitDown(c, session);
  });
  app.post('/sit', async (c) => {
    const wanted = (await sent(c)).text('account');
    const one = sample?.().find(({ account }) => account === wanted);
    return one === undefined ? outside(c, expired, 403) : sitDown(c, keys.sit(one));
  });
  app.post('/branch', async (c) => {
    const session = sessionOf(c, keys);
    const form = await sent(c);
    const wanted = form.text('branch');
    if (session === undefined || form.text('csrf') !== session.csrf) return outside(c, enterHint, 401);
    const seat = (await desk.seats(session)).find(({ branch }) => branch === wanted);
    if (seat === undefined) return outside(c, '您不在这个支部的名册上。', 403);
    await keys.leave(getCookie(c, cookie) ?? '');
    return sitDown(c, keys.sit(seat));
  });
  app.post('/out', async (c) => {
    const session = sessionOf(c, keys);
    const form = await sent(c);
    if (session !== undefined && form.text('csrf') === session.csrf)
      await keys.leave(getCookie(c, cookie) ?? '');
    deleteCookie(c, cookie, { path: '/desk' });
    return outside(c, '已退出。再进来，请在与机器人的私聊里发送“/桌面”。');
  });
  app.get('/type', (c) => {
    setCookie(c, 'type', c.req.query('large') === '1' ? 'large' : 'usual', {
      path: '/desk',
      sameSite: 'Strict',
    });
    return c.redirect('/desk', 303);
  });
}

const tooOften = '打开错误链接的次数太多，请一分钟后再试。';
const expired = '这个链接已经用过或过期了。请在与机器人的私聊里发送“/桌面”，用新的链接打开。';
export const enterHint = '请在与机器人的私聊里发送“/桌面”，用收到的链接打开。';

function Enter({ link }: { readonly link: string }) {
  return (
    <form method="post" action={`/desk/in/${link}`} class="card">
      <p>这是您本人的入口，进入后12小时内有效。</p>
      <button class="main">进入桌面</button>
    </form>
  );
}

/** What is no form counts as an empty one. */
export async function sent(c: Request): Promise<Form> {
  return formOf(await c.req.formData().catch(() => new FormData()));
}

export function outside(c: Request, content: Child, status: Status = 200) {
  return whole(
    c,
    <Frame title="桌面" branch="支部机器人" seat={null} large={isLarge(c)} hasChat={false}>
      <div class="card">{content}</div>
    </Frame>,
    status,
  );
}

export function whole(c: Request, view: Child, status: Status = 200) {
  return c.html(html`<!doctype html>${view}`, status);
}

export const isLarge = (c: Request): boolean => getCookie(c, 'type') === 'large';
export const sessionOf = (c: Request, keys: Keys): Session | undefined => keys.session(getCookie(c, cookie));

/** Whoever sits down here next finds nothing in the browser. */
export function unkept(response: Response): Response {
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** Nobody sits here: how to come in, or whom to sit down as. */
export function nobody(c: Request, { sample }: DeskOptions) {
  const people = sample?.() ?? [];
  if (people.length === 0) return outside(c, enterHint, 401);
  return outside(
    c,
    <form method="post" action="/desk/sit">
      <p>这是示例支部，可以用任何人的身份坐下来试用：</p>
      <p class="acts">
        {people.map(({ account, name, title }) => (
          <button name="account" value={account}>
            {name} <span class="muted">{title}</span>
          </button>
        ))}
      </p>
    </form>,
    401,
  );
}
