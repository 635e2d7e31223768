/** Items and grades of the rulebook in a sentence. */
import { digits } from './numbers.js';
import { said, type Finder } from './place.js';

const itemNumber =
  /^(?:第(?=.{1,4}条)|第?(?=.{1,4}项))(\d{1,2}|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?:号)?(?:小)?(?:项|条)/u;

export const item: Finder = ({ text, at, context }) => {
  const numbered = itemNumber.exec(text.slice(at));
  const bare = /^\d{1,2}(?=\s)/u.exec(text.slice(at))?.[0];
  if (bare !== undefined && /\s$/u.test(text.slice(0, at))) return said(bare, at + bare.length);
  // 申报8，昨天献血
  const typed = /^\d{1,2}(?=[，,\s])/u.exec(text.slice(at))?.[0];
  if (typed !== undefined && /(?:申报|加分|减分|扣分)$/u.test(text.slice(0, at)))
    return said(typed, at + typed.length);
  if (numbered !== null) {
    const number = digits(numbered[1] ?? '');
    const end = at + numbered[0].length;
    // 第8项公益活动: said twice.
    const title = context.rulebook.items.find((one) => String(one.number) === number)?.title ?? '';
    const isTitled = title !== '' && text.startsWith(title, end);
    return [
      ...said(number, end),
      ...(isTitled ? [{ written: number, end: end + title.length, free: 0, reason: title }] : []),
    ];
  }
  const [titled] = context.rulebook.items
    .flatMap(({ number, title, aliases }) => [title, ...aliases].map((name) => ({ number, name })))
    .filter(({ name }) => text.startsWith(name, at))
    .sort((one, other) => other.name.length - one.name.length);
  if (titled === undefined) return [];
  const { number, name } = titled;
  return [{ written: String(number), end: at + name.length, free: 0, reason: name }];
};

export const grade: Finder = ({ text, at, context }) =>
  context.rulebook.items
    .flatMap(({ grades }) => grades.map(({ label }) => label))
    .filter((label, index, all) => text.startsWith(label, at) && all.indexOf(label) === index)
    .map((label) => ({
      ...{ written: label, free: 0 },
      end: at + label.length + (label.endsWith('委') && text.startsWith('级', at + label.length) ? 1 : 0),
    }));
