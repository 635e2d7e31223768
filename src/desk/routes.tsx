import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context as Request } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { filesOf, sightOf } from '../app/matters/evidence.js';
import { mayAct } from '../app/perform.js';
import type { ActorContext } from '../app/use-case.js';
import { refOf } from '../domain/branch/people.js';
import { fileResponse, MAXIMUM_FILE_BYTES } from '../web/files.js';
import { voice } from '../chat/voice.js';
import { yearOf } from '../domain/period/civil.js';
import { papers, papersOffered } from './papers/page.js';
import { personTitle } from '../words/persons.js';
import { formOf, type Form } from './form.js';
import type { Desk } from './desk.js';
import type { Keys, Session } from './keys.js';
import { Frame, SaidNote } from './parts/frame.js';
import { pages } from './pages.js';
import type { Asked, Page } from './page.js';

export interface DeskOptions {
  readonly desk: Desk;
  readonly keys: Keys;
  /** Behind https the cookie is sent nowhere else. */
  readonly isSecure: boolean;
  /** The sample lets one sit down as anybody. */
  readonly sample?: () => readonly {
    readonly account: string;
    readonly branch: string;
    readonly name: string;
  }[];
}

const cookie = 'desk';
const mostForm = 4 * MAXIMUM_FILE_BYTES;

/** The desk below `/desk`: entering and leaving, and one address for each page. */
export function deskRoutes(options: DeskOptions): Hono {
  const app = new Hono();
  entering(app, options);
  for (const page of pages) {
    app.get(page.path || '/', (c) => show(c, options, page));
    if (page.read === undefined) continue;
    const limit = bodyLimit({ maxSize: mostForm, onError: (c) => tooLarge(c, options, page) });
    app.post(page.path || '/', limit, (c) => take(c, options, page));
  }
  app.get('/files/:matter/:file', (c) => evidence(c, options));
  app.get('/papers/:key', (c) => paper(c, options));
  return app;
}

function entering(app: Hono, { keys, isSecure, sample }: DeskOptions): void {
  const sitDown = (c: Request, key: string) => {
    setCookie(c, cookie, key, { path: '/desk', httpOnly: true, sameSite: 'Strict', secure: isSecure });
    return c.redirect('/desk', 303);
  };
  const address = (c: Request) => getConnInfo(c).remote.address ?? '';
  // Previews of chats open a link: only the button uses it up.
  app.get('/in/:key', (c) => {
    const key = c.req.param('key');
    const isWrong = !keys.isGood(key);
    if (keys.isTooMuch(address(c), isWrong))
      return outside(c, '打开错误链接的次数太多，请一分钟后再试。', 429);
    return isWrong ? outside(c, expired, 410) : outside(c, <Enter link={key} />);
  });
  app.post('/in/:key', (c) => {
    const session = keys.enter(c.req.param('key'));
    return session === undefined ? outside(c, expired, 410) : sitDown(c, session);
  });
  app.post('/sit', async (c) => {
    const wanted = formOf(await c.req.formData()).text('account');
    const one = sample?.().find(({ account }) => account === wanted);
    return one === undefined ? outside(c, expired, 403) : sitDown(c, keys.sit(one));
  });
  app.post('/out', async (c) => {
    const session = sessionOf(c, keys);
    const form = formOf(await c.req.formData());
    if (session !== undefined && form.text('csrf') === session.csrf) keys.leave(getCookie(c, cookie) ?? '');
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

const expired = '这个链接已经用过或过期了。请在与机器人的私聊里发送“/桌面”，用新的链接打开。';
const enterHint = '请在与机器人的私聊里发送“/桌面”，用收到的链接打开。';

function Enter({ link }: { readonly link: string }) {
  return (
    <form method="post" action={`/desk/in/${link}`} class="card">
      <p>这是您本人的入口，进入后12小时内有效。</p>
      <button class="main">进入桌面</button>
    </form>
  );
}

function outside(c: Request, content: Child, status: 200 | 403 | 410 | 413 | 429 | 401 = 200) {
  return whole(
    c,
    <Frame title="桌面" branch="支部机器人" seat={null} large={isLarge(c)}>
      <div class="card">{content}</div>
    </Frame>,
    status,
  );
}

function whole(c: Request, view: Child, status: 200 | 401 | 403 | 410 | 413 | 429 = 200) {
  return c.html(html`<!doctype html>${view}`, status);
}

const isLarge = (c: Request): boolean => getCookie(c, 'type') === 'large';
const sessionOf = (c: Request, keys: Keys): Session | undefined => keys.session(getCookie(c, cookie));

/** Nobody sits here: how to come in, or whom to sit down as. */
function nobody(c: Request, { sample }: DeskOptions) {
  const people = sample?.() ?? [];
  if (people.length === 0) return outside(c, enterHint, 401);
  return outside(
    c,
    <form method="post" action="/desk/sit">
      <p>这是示例支部，可以用任何人的身份坐下来试用：</p>
      <p class="acts">
        {people.map(({ account, name }) => (
          <button name="account" value={account}>
            {name}
          </button>
        ))}
      </p>
    </form>,
    401,
  );
}

interface Shown {
  readonly form: Form | null;
  readonly texts: readonly string[];
}

async function show(c: Request, options: DeskOptions, page: Page, shown: Shown = { form: null, texts: [] }) {
  const session = sessionOf(c, options.keys);
  if (session === undefined) return nobody(c, options);
  const { csrf, flash } = session;
  session.flash = [];
  const asked: Asked = {
    query: (name) => (c.req.query(name) ?? '').slice(0, 200),
    ...{ form: shown.form, csrf, key: randomUUID() },
  };
  const view = await options.desk.look(session, (context) => {
    const open = pages.filter(({ who }) => mayAct(context.facts, context.actor, who));
    const may = open.includes(page);
    return (
      <Frame
        title={page.title}
        branch={context.facts.branch.name}
        large={isLarge(c)}
        seat={{ name: nameOf(context), pages: open.filter(({ inMenu }) => inMenu), csrf }}
      >
        <SaidNote texts={[...flash, ...shown.texts]} />
        {may ? page.view(context, asked) : <p class="card">这一页不对您开放，请联系书记或考核记录员。</p>}
      </Frame>
    );
  });
  if (view === undefined) {
    options.keys.leave(getCookie(c, cookie) ?? '');
    return outside(c, `您的账号已不在这个支部，桌面已退出。${enterHint}`, 401);
  }
  c.header('Cache-Control', 'no-store');
  return whole(c, view);
}

function nameOf({ facts, actor, rulebook }: ActorContext): string {
  return personTitle(refOf(facts, actor), rulebook);
}

async function take(c: Request, options: DeskOptions, page: Page) {
  const session = sessionOf(c, options.keys);
  if (session === undefined) return nobody(c, options);
  const form = formOf(await c.req.formData());
  const key = form.text('key');
  if (form.text('csrf') !== session.csrf || !/^[0-9a-f-]{36}$/u.test(key))
    return show(c, options, page, { form, texts: ['这一页已经过时，没有办理。请再点一次。'] });
  const asked = await page.read?.(form);
  if (asked === undefined) return show(c, options, page);
  if ('missing' in asked) return show(c, options, page, { form, texts: [asked.missing] });
  const texts: string[] = [];
  let isDone = true;
  for (const [index, choose] of asked.orders.entries()) {
    const said = await options.desk.act(session, `${key}/${index}`, choose, asked.files);
    texts.push(...said.texts);
    isDone = isDone && said.isDone;
  }
  if (texts.length === 0) texts.push('没有新的变化：这一步刚才已经办过，或结果见私聊。');
  if (!isDone) return show(c, options, page, { form, texts });
  session.flash = texts;
  return c.redirect(c.req.url.replace(/^https?:\/\/[^/]+/u, ''), 303);
}

function tooLarge(c: Request, options: DeskOptions, page: Page) {
  return show(c, options, page, { form: null, texts: ['这些文件加起来太大，没有办理。请分几次登记。'] });
}

/** Whoever sits down here next finds nothing in the browser. */
function unkept(response: Response): Response {
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** A paper, made now; a refusal says why there is none. */
async function paper(c: Request, options: DeskOptions) {
  const session = sessionOf(c, options.keys);
  if (session === undefined) return nobody(c, options);
  const offered = papersOffered.find(({ key }) => key === c.req.param('key'));
  if (offered === undefined) return outside(c, '没有这种材料。', 403);
  const made = await options.desk.paper(session, ({ today }) =>
    offered.order(Number(c.req.query('year')) || yearOf(today)),
  );
  if (made === undefined) return nobody(c, options);
  const [file] = typeof made === 'string' ? [] : made;
  return file === undefined
    ? show(c, options, papers, { form: null, texts: [typeof made === 'string' ? made : voice.paperMissing] })
    : unkept(fileResponse(file, file.bytes));
}

/** A file of a matter, for those who may see its evidence whole. */
async function evidence(c: Request, { desk, keys }: DeskOptions) {
  const session = sessionOf(c, keys);
  if (session === undefined) return outside(c, enterHint, 401);
  const [number, id] = [Number(c.req.param('matter')), Number(c.req.param('file'))];
  const file = await desk.look(session, ({ facts, rulebook, actor }) => {
    const matter = facts.get('matter', number);
    if (matter === undefined || sightOf(facts, rulebook, matter, actor) !== 'whole') return undefined;
    return filesOf(facts, number).includes(id) ? facts.get('file', id) : undefined;
  });
  const bytes = file === undefined ? undefined : desk.fileContent(session.branch, id);
  return file === undefined || bytes === undefined
    ? outside(c, '没有这个材料，或它不对您开放。', 403)
    : unkept(fileResponse(file, bytes));
}
