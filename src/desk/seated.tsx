import type { Context as Request } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Child } from 'hono/jsx';
import { mayAct } from '../app/perform.js';
import type { ActorContext } from '../app/use-case.js';
import { refOf } from '../domain/branch/people.js';
import { personTitle } from '../words/persons.js';
import { cookie, enterHint, isLarge, outside, whole, type DeskOptions, type Status } from './entry.js';
import type { Session } from './keys.js';
import type { Page } from './page.js';
import { pages } from './pages.js';
import { Frame } from './parts/frame.js';

interface Sheet {
  readonly title: string;
  /** The address in the navigation that it stands below. */
  readonly below: string;
  readonly status?: Status;
  /** @param open the pages that the sitter may read */
  content(context: ActorContext, open: readonly Page[]): Child;
}

/** A page for whoever sits there: with their name, and everywhere else that they may go. */
export async function seated(c: Request, options: DeskOptions, session: Session, sheet: Sheet) {
  const { title, below, status = 200 } = sheet;
  const view = await options.desk.look(session, (context) => {
    const { facts, actor, rulebook } = context;
    const open = pages.filter(({ who }) => mayAct(facts, actor, who));
    const name = personTitle(refOf(facts, actor), rulebook);
    return (
      <Frame
        title={title}
        branch={facts.branch.name}
        large={isLarge(c)}
        hasChat={options.hasChat}
        seat={{ name, below, pages: open.filter(({ inMenu }) => inMenu), csrf: session.csrf }}
      >
        {sheet.content(context, open)}
      </Frame>
    );
  });
  if (view === undefined) {
    await options.keys.leave(getCookie(c, cookie) ?? '');
    return outside(c, `您的账号已不在这个支部，桌面已退出。${enterHint}`, 401);
  }
  c.header('Cache-Control', 'no-store');
  return whole(c, view, status);
}
