import { randomUUID } from 'node:crypto';
import { Hono, type Context as Request, type MiddlewareHandler } from 'hono';
import { filesOf, sightOf } from '../app/matters/evidence.js';
import { failureOf } from '../app/failure.js';
import { mayAct } from '../app/perform.js';
import { justProposed } from '../app/rulings/withdraw.js';
import { limited } from '../web/body.js';
import { fileResponse, MAXIMUM_FILE_BYTES } from '../web/files.js';
import { paperRoutes } from './papers/routes.js';
import { type Form } from './form.js';
import { branches, branchRow } from './branches/page.js';
import { nothing, type Session } from './keys.js';
import { seated } from './seated.js';
import { style } from './style/page.js';
import { SaidNote, Undo } from './parts/frame.js';
import { pages } from './pages.js';
import { readLines } from './lines/form.js';
import { unread, type Asked, type BranchRow, type Page } from './page.js';
import { entering, sent, outside, sessionOf, nobody, unkept, enterHint, type DeskOptions } from './entry.js';

/** Whole forms with their files; more comes only from somebody who sits here. */
const mostForm = 6.5 * MAXIMUM_FILE_BYTES;
const mostOfNobody = MAXIMUM_FILE_BYTES / 10;

/** The desk below `/desk`: entering and leaving, and one address for each page. */
export function deskRoutes(options: DeskOptions): Hono {
  const { sample } = options;
  const app = new Hono();
  app.onError((error, c) => {
    options.log.error({ ...failureOf(error), path: c.req.path }, 'a desk request failed');
    return outside(c, '系统出错，已记录。请返回上一页再试；还不行的，请在聊天里办理。', 500);
  });
  entering(app, options);
  for (const page of sample === undefined ? pages : [...pages, style]) {
    app.get(page.path || '/', (c) => show(c, options, page));
    if (page.read === undefined && page.forms === undefined) continue;
    const [ofSitter, ofNobody] = [mostForm, mostOfNobody].map((most) =>
      limited(most, (c) => tooLarge(c, options, page)),
    );
    const limit: MiddlewareHandler = (c, next) =>
      (sessionOf(c, options.keys) === undefined ? ofNobody : ofSitter)?.(c, next) ?? next();
    app.post(page.path || '/', limit, (c) => take(c, options, page));
  }
  app.get('/files/:matter/:file', (c) => evidence(c, options));
  paperRoutes(app, options);
  app.all('*', (c) => outside(c, '没有这个地址。', 404));
  return app;
}

interface Shown {
  readonly form: Form | null;
  readonly texts: readonly string[];
}

async function show(c: Request, options: DeskOptions, page: Page, shown: Shown = { form: null, texts: [] }) {
  const session = sessionOf(c, options.keys);
  if (session === undefined) return nobody(c, options);
  const { csrf, flash } = session;
  session.flash = nothing;
  const asked: Asked = {
    branches: page === branches ? await branchRows(options, session) : [],
    query: (name) => (c.req.query(name) ?? '').slice(0, 200),
    ...{ form: shown.form ?? flash.form, csrf, key: randomUUID() },
  };
  return seated(c, options, session, {
    ...{ title: page.title, below: page.below ?? page.path },
    content: (context, open) => (
      <>
        <SaidNote texts={flash.texts} isDone>
          <Undo {...{ asked }} numbers={flash.undo} />
        </SaidNote>
        <SaidNote texts={shown.texts} isDone={false} />
        {page === style || open.some(({ path }) => path === page.path) ? (
          page.view(context, asked)
        ) : (
          <p class="card">这一页不对您开放，请联系书记或考核记录员。</p>
        )}
      </>
    ),
  });
}

async function branchRows({ desk }: DeskOptions, session: Session): Promise<readonly BranchRow[]> {
  const rows = await Promise.all((await desk.seats(session)).map((seat) => desk.look(seat, branchRow)));
  return rows.filter((row) => row !== undefined);
}

async function take(c: Request, options: DeskOptions, page: Page) {
  const session = sessionOf(c, options.keys);
  const form = await sent(c);
  if (session === undefined) return lost(c, form);
  const key = form.text('key');
  if (form.text('csrf') !== session.csrf || !/^[0-9a-f-]{36}$/u.test(key))
    return show(c, options, page, { form, texts: ['这一页已经过时，没有办理。请再点一次。'] });
  const line = await readLines(page.forms ?? [], form);
  // What the page would not show this sitter now, it does not take: a preview asks no door of its own.
  if (line === undefined && !(await isOffered(c, options, page, session, form)))
    return show(c, options, page, { form, texts: [notOffered] });
  const asked = line ?? (await page.read?.(form, options.tools)) ?? unread;
  if ('preview' in asked) return show(c, options, { ...page, view: asked.preview });
  if ('missing' in asked) return show(c, options, page, { form, texts: [asked.missing] });
  const large = 'orders' in asked && asked.files?.find(({ bytes }) => bytes.length > MAXIMUM_FILE_BYTES);
  if (large)
    return show(c, options, page, { form, texts: [`“${large.name}”超过10兆，没有办理。请压缩以后再选。`] });
  const before = await numberOfMatters(options, session);
  const texts: string[] = [];
  let isDone = true;
  for (const [index, order] of asked.orders.entries()) {
    const said = await options.desk.act(session, `${key}/${index}`, order, asked.files);
    texts.push(...said.texts);
    isDone = isDone && said.isDone;
  }
  if (texts.length === 0) texts.push(isDone ? '已办理，详见私聊。' : notDone);
  if (!isDone) return show(c, options, page, { form, texts });
  const undo = await ownSince(options, session, before);
  session.flash = { texts, undo, form: asked.keepsOthers ? form : null };
  return c.redirect(c.req.url.replace(/^https?:\/\/[^/]+/u, ''), 303);
}

async function numberOfMatters({ desk }: DeskOptions, session: Session): Promise<number> {
  return (await desk.look(session, ({ facts }) => facts.all('matter').at(-1)?.number)) ?? 0;
}

/** What the sitter opened just now, and may take back by one press. */
async function ownSince({ desk }: DeskOptions, session: Session, before: number): Promise<readonly number[]> {
  const own = await desk.look(session, (context) => justProposed({ ...context, place: 'private' }));
  return (own ?? []).map(({ number }) => number).filter((number) => number > before);
}

/** The session is over: what was typed is shown, to be copied. */
function lost(c: Request, form: Form) {
  const typed = form.typed();
  return outside(
    c,
    <>
      <p>{`登录已经结束，没有办理。${enterHint}`}</p>
      {typed.length > 0 && <p>您刚才填写的内容，可以复制下来再填：</p>}
      {typed.map((text) => (
        <p class="lines">{text}</p>
      ))}
    </>,
    401,
  );
}

const notOffered = '没有办理：这一步现在没有对您开放，或情况已经变了。请看下面现在的情况。';

/** Fields whose values a page gives; what was ruled meanwhile is told by the chat, so `confirm:3` may be stale. */
const given: readonly string[] = ['member', 'witness', 'pay', 'activity'];

async function isOffered(c: Request, { desk }: DeskOptions, page: Page, session: Session, form: Form) {
  const act = form.text('do');
  const claimed = [
    ...given.flatMap((name) => form.texts(name).map((value) => [name, value])),
    ...(/^(?:ask|read)/u.test(act) ? [['do', act]] : []),
  ];
  const query = (name: string) => (c.req.query(name) ?? '').slice(0, 200);
  const asked: Asked = { branches: [], query, form: null, csrf: '', key: '' };
  const seen = await desk.look(session, (context) => {
    if (!mayAct(context.facts, context.actor, page.who)) return undefined;
    return <>{claimed.length > 0 && page.view(context, asked)}</>;
  });
  const text = seen?.toString() ?? '';
  return (
    seen !== undefined &&
    claimed.every(([name = '', value = '']) => text.includes(`name="${name}" value="${value}"`))
  );
}

const notDone = '没有办理：这一步刚才已经办过，或者没有办成（原因见私聊）。请看下面现在的情况。';

function tooLarge(c: Request, options: DeskOptions, page: Page) {
  return show(c, options, page, {
    form: null,
    texts: ['这些文件加起来太大，没有办理。请用浏览器的“后退”回到刚才填写的内容，减少文件后再登记。'],
  });
}

/** A file of a matter, for those who may see its evidence whole. */
async function evidence(c: Request, options: DeskOptions) {
  const { desk, keys } = options;
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
    ? seated(c, options, session, {
        ...{ title: '材料', below: '', status: 403 },
        content: () => <p class="card">没有这个材料，或它不对您开放。</p>,
      })
    : unkept(fileResponse(file, bytes, c.req.query('view') === '1'));
}
