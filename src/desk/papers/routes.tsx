import type { PaperFile } from '../../app/ports/papers.js';
import type { Context as Request, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { voice } from '../../chat/voice.js';
import { addMinutes, yearOf } from '../../domain/period/civil.js';
import { fileResponse } from '../../web/files.js';
import { nobody, sessionOf, unkept, type DeskOptions, type Status } from '../entry.js';
import type { Session } from '../keys.js';
import { seated } from '../seated.js';
import { createBundles } from './bundle.js';
import { papersOffered } from './offered.js';

/** A year of the address; 0: none. */
const yearIn = (c: Request) =>
  /^20\d\d$/u.test(c.req.query('year') ?? '') ? Number(c.req.query('year')) : 0;

/** One paper, and all of a year in one file. */
export function paperRoutes(app: Hono, options: DeskOptions): void {
  const { clock } = options;
  const bundles = createBundles(options.desk, clock);
  const made = createMade(options);
  const inside = (c: Request, content: Child, title = '材料') => {
    const session = sessionOf(c, options.keys);
    return session === undefined ? nobody(c, options) : seatedBelow(c, options, session, { title, content });
  };
  app.get('/papers/:key', async (c) => {
    const paper = await made(c);
    if ('refusal' in paper) return paper.refusal;
    const piece = Number(c.req.query('piece') ?? 0);
    const file = paper.files[piece];
    return file === undefined ? inside(c, voice.paperMissing) : unkept(fileResponse(file, file.bytes));
  });
  app.get('/papers/:key/preview', async (c) => {
    const paper = await made(c);
    return 'refusal' in paper
      ? paper.refusal
      : inside(c, <Preview {...paper} />, `${paper.title}（${paper.year}年）`);
  });
  app.get('/bundle', async (c) => {
    const session = sessionOf(c, options.keys);
    if (session === undefined) return nobody(c, options);
    const bundle = await bundles.of(session, yearIn(c) || yearOf(clock.now()));
    if (bundle === undefined) return nobody(c, options);
    const { year, done, total, missing, bytes } = bundle;
    if (bytes !== null && c.req.query('get') === '1')
      return unkept(fileResponse({ name: `${year}年材料.zip` }, bytes));
    // The browser asks again by itself until all are made.
    if (bytes === null) c.header('Refresh', '2');
    return inside(
      c,
      <>
        <p role="status">{bytes === null ? `正在生成，已完成${done}/${total}……` : '已经生成。'}</p>
        <progress aria-label="进度" value={done} max={total} />
        {bytes !== null && (
          <p>
            <a href={`/desk/bundle?year=${year}&get=1`}>下载压缩包</a>
          </p>
        )}
        {missing.length > 0 && <div class="lines">{missing.join('\n')}</div>}
        <p>
          <a href={`/desk/papers?year=${year}`}>返回材料</a>
        </p>
      </>,
      `${year}年全部材料`,
    );
  });
}

/** In a card of its own on the page of papers. */
function seatedBelow(
  c: Request,
  options: DeskOptions,
  session: Session,
  { title = '材料', content, status = 200 }: { title?: string; content: Child; status?: Status },
) {
  const card = () => <div class="card">{content}</div>;
  return seated(c, options, session, { title, below: '/papers', status, content: card });
}

interface Made {
  readonly at: string;
  readonly year: number;
  readonly title: string;
  readonly files: readonly PaperFile[];
}

/** What was looked at is downloaded as it was. */
const keptMinutes = 2;

/** Makes the paper of an address, or gives again what was just made of the same order; the door is asked each time. */
function createMade({ desk, keys, clock, ...options }: DeskOptions) {
  const kept = new Map<string, { readonly until: string; readonly files: Promise<readonly PaperFile[]> }>();
  return async (c: Request): Promise<Made | { readonly refusal: Response | Promise<Response> }> => {
    const session = sessionOf(c, keys);
    const all = { desk, keys, clock, ...options };
    if (session === undefined) return { refusal: nobody(c, all) };
    const offered = papersOffered.find(({ key }) => key === c.req.param('key'));
    if (offered === undefined)
      return { refusal: seatedBelow(c, all, session, { content: '没有这种材料。', status: 403 }) };
    const year = yearIn(c) || yearOf(clock.now());
    const ordered = await desk.order(session, () => offered.order(year));
    if (ordered === undefined) return { refusal: nobody(c, all) };
    if (typeof ordered === 'string') return { refusal: seatedBelow(c, all, session, { content: ordered }) };
    for (const [key, { until }] of kept) if (until <= clock.now()) kept.delete(key);
    const key = JSON.stringify([session.csrf, ordered]);
    const files = kept.get(key)?.files ?? desk.make(session, ordered);
    kept.set(key, { until: addMinutes(clock.now(), keptMinutes), files });
    files.catch(() => kept.delete(key));
    return { at: `/desk/papers/${offered.key}?year=${year}`, year, title: offered.title, files: await files };
  };
}

/** The first pages as they are printed; what has none is a table to open. */
function Preview({ at, year, files }: Made) {
  const pieces = files.map((file, index) => ({ ...file, at: `${at}&piece=${index}` }));
  const pages = pieces.filter(({ kind }) => kind === 'picture');
  return (
    <>
      <p class="links">
        {pieces
          .filter(({ kind }) => kind === 'file')
          .map((piece) => (
            <a href={piece.at}>{`下载${piece.name}`}</a>
          ))}
        <a href={`/desk/papers?year=${year}`}>返回材料</a>
      </p>
      <p class="muted">
        {pages.length === 0
          ? '这种材料没有预览，请下载后打开。'
          : '下面是前几页的样子，全部内容在下载的文件里。'}
      </p>
      {pages.map((page) => (
        <img class="sheet" src={page.at} alt={page.name} />
      ))}
    </>
  );
}
