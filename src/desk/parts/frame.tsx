import type { Child } from 'hono/jsx';
import type { Asked, Page } from '../page.js';

interface FrameProps {
  readonly title: string;
  readonly branch: string;
  readonly children: Child;
  readonly large: boolean;
  readonly hasChat: boolean;
  /** Who sits here, and the pages open to them; null: nobody yet. */
  readonly seat: {
    readonly name: string;
    readonly pages: readonly Page[];
    /** The address of the navigation where one is. */
    readonly below: string;
    readonly csrf: string;
  } | null;
}

/** Every page of the desk: who sits here, where one can go, and the work. */
export function Frame({ title, branch, seat, large, hasChat, children }: FrameProps) {
  return (
    <html lang="zh-CN" class={large ? 'large' : ''}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${branch}`}</title>
        <link rel="icon" href="/assets/bot.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/tokens.css" />
        <link rel="stylesheet" href="/assets/desk.css" />
        <script type="module" src="/assets/desk.js"></script>
      </head>
      <body>
        <a class="skip" href="#work">
          跳到正文
        </a>
        <header class="bar">
          <strong>{branch}</strong>
          {hasChat && <a href="/">聊天</a>}
          <a href={`/desk/type?large=${large ? '' : '1'}`}>{large ? '标准字号' : '大字'}</a>
          {seat && (
            <form method="post" action="/desk/out">
              <input type="hidden" name="csrf" value={seat.csrf} />
              {seat.name}
              <button class="plain">退出</button>
            </form>
          )}
          {seat && (
            <nav aria-label="桌面">
              {seat.pages.map((page) => (
                <a
                  href={`/desk${page.path}`}
                  {...(page.path === seat.below
                    ? { 'aria-current': page.title === title ? ('page' as const) : ('true' as const) }
                    : {})}
                >
                  {page.title}
                </a>
              ))}
            </nav>
          )}
        </header>
        <main id="work">
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** Goes into every form. */
export function Hidden({ asked }: { readonly asked: Asked }) {
  return (
    <>
      <input type="hidden" name="csrf" value={asked.csrf} />
      <input type="hidden" name="key" value={asked.key} />
    </>
  );
}

/** What the bot says to the last form. */
export function SaidNote(props: {
  readonly texts: readonly string[];
  readonly isDone: boolean;
  readonly children?: Child;
}) {
  const { texts, isDone, children } = props;
  return texts.length === 0 ? null : (
    <div class={isDone ? 'said done' : 'said'} role="status">
      <div class="lines">{texts.join('\n')}</div>
      {children}
    </div>
  );
}

/** Takes back what was just registered, as `/撤回` does. */
export function Undo({ asked, numbers }: { readonly asked: Asked; readonly numbers: readonly number[] }) {
  return numbers.length === 0 ? null : (
    <div class="acts">
      {numbers.map((number) => (
        <form method="post" action="/desk">
          <Hidden asked={asked} />
          <input type="hidden" name="number" value={`${number}`} />
          <button name="do" value="withdraw">{`撤回 #${number}`}</button>
        </form>
      ))}
    </div>
  );
}

/** A table that scrolls by itself on a phone; the first cell of a row names it. */
export function Table(props: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Child[])[];
  readonly numbers?: readonly number[];
  readonly matrix?: boolean;
}) {
  const { caption, heads, rows, numbers = [], matrix = false } = props;
  const classOf = (index: number) => (numbers.includes(index) ? { class: 'number' } : {});
  return (
    <div class="table" role="region" aria-label={caption} tabindex={0}>
      <table class={matrix ? 'matrix' : ''}>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th scope="col" {...classOf(index)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td {...classOf(index + 1)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
