import type { Context as Request, Hono } from 'hono';
import { voice } from '../../chat/voice.js';
import { yearOf } from '../../domain/period/civil.js';
import { fileResponse } from '../../web/files.js';
import { nobody, outside, sessionOf, unkept, type DeskOptions } from '../entry.js';
import { createBundles } from './bundle.js';
import { papersOffered } from './offered.js';

/** A year of the address; 0: none. */
const yearIn = (c: Request) =>
  /^20\d\d$/u.test(c.req.query('year') ?? '') ? Number(c.req.query('year')) : 0;

/** One paper, and all of a year in one file. */
export function paperRoutes(app: Hono, options: DeskOptions): void {
  const { clock } = options;
  const bundles = createBundles(options.desk, clock);
  app.get('/papers/:key', async (c) => {
    const session = sessionOf(c, options.keys);
    if (session === undefined) return nobody(c, options);
    const offered = papersOffered.find(({ key }) => key === c.req.param('key'));
    if (offered === undefined) return outside(c, '没有这种材料。', 403);
    const made = await options.desk.paper(session, ({ today }) => offered.order(yearIn(c) || yearOf(today)));
    if (made === undefined) return nobody(c, options);
    const [file] = typeof made === 'string' ? [] : made;
    return file === undefined
      ? outside(c, typeof made === 'string' ? made : voice.paperMissing)
      : unkept(fileResponse(file, file.bytes));
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
    return outside(
      c,
      <>
        <h2>{`${year}年全部材料`}</h2>
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
    );
  });
}
