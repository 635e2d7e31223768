/** What people may hear, and how often (SPEC §2 publication, §3 sensitive things, §4 pushes). */
import { scoreOf, type Book } from './book.js';
import { quarterOf } from './calendar.js';

export interface Heard {
  /** Null: the group. */
  readonly account: string | null;
  readonly text: string;
}

const secretWords = /[鼋鼍鳌鳖蟾蜍蚌蛤蜃蚬蚶蛏蚝鲎鲛鲟]{5}/gu;

/** Nothing private to the group, and of sensitive things nothing to anybody who has no part in them. */
export function leaks(book: Book, { account, text }: Heard): readonly string[] {
  return (text.match(secretWords) ?? []).flatMap((word) => {
    const audience = book.secrets.get(word);
    if (audience === undefined) return [`words that nobody said: ${text}`];
    if (account === null) return [`the group heard a private word: ${text}`];
    return audience.has(account) ? [] : [`${account} heard a private word: ${text}`];
  });
}

/** Pushes that come once: what they are called, by their first line. */
export function pushOf({ account, text }: Heard): string | undefined {
  const publication = /^公示第\d+号：(\d{4})年([一二三四])季度积分/u.exec(text);
  if (publication !== null)
    return `publication ${publication[1] ?? ''}-${'一二三四'.indexOf(publication[2] ?? '') + 1}`;
  const preview = /^(\d{4})年([一二三四])季度积分公示预览/u.exec(text);
  if (preview !== null)
    return `preview ${preview[1] ?? ''}-${'一二三四'.indexOf(preview[2] ?? '') + 1} to ${account ?? ''}`;
  const digest = /^待办汇总（(\d+月\d+日)/u.exec(text);
  if (digest !== null) return `digest ${digest[1] ?? ''} to ${account ?? ''}`;
  const drafted = /^(\d{4}年\d+月)党费未交，已生成待认定/u.exec(text);
  if (drafted !== null) return `dues draft ${drafted[1] ?? ''} to ${account ?? ''}`;
  const yearly = /^公示第\d+号：(\d{4})年度党员考核结果/u.exec(text);
  return yearly === null ? undefined : `yearly notice ${yearly[1] ?? ''}`;
}

const scoreLine = /^(\S+) 基础100 加(\d+) 减(\d+) 合计(\d+)分/gmu;

/** Every scored member in roster order, with what was ruled until the end of the quarter. */
export function publicationFaults(
  book: Book,
  text: string,
  year: number,
  quarter: number,
): readonly string[] {
  const until = `${quarterOf(year, quarter).end}T23:59:59`;
  const expected = book.people
    .filter(({ scored }) => scored)
    .map(({ id, name }) => {
      const { bonus, minus, total } = scoreOf(book, id, year, until);
      return `${name} ${bonus} ${minus} ${total}`;
    });
  const found = [...text.matchAll(scoreLine)].map(([, name, bonus, minus, total]) =>
    [name, bonus, minus, total].join(' '),
  );
  return expected.join('|') === found.join('|')
    ? []
    : [`publication ${year}-${quarter}: expected ${expected.join('|')}; found ${found.join('|')}`];
}
