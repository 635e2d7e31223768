/** Which matter is spoken of: by its number, or by whose it is. */
import { mayAct } from '../../../app/perform.js';
import { rulers } from '../../../app/who.js';
import type { Matter } from '../../../domain/rulings/rows.js';
import { digits } from './numbers.js';
import { oneName } from './persons.js';
import { said, type Finder } from './place.js';

const matterNumber =
  /^(?:#|第)?(\d{1,6}|[一二三四五六七八九十])(?:号|条|件)?(?:(?:的|[这那](?=个|条|笔|次|件|张|份|事))?(?:个|条|笔|次|件|张|份)?(?:的)?(?:待办|事项|登记|申报|申请|请假条|请假|假条|加分|减分|扣分|事情|单子|事)|(?:的)?[这那](?:个|条|笔|次|件|张|份))?/u;
const numberJoiner = /^(?:[、，,和跟与及\s]|还有)*/u;

/** 2号和3号 */
export const severalMatters: Finder = (place) => {
  const [first] = matter(place);
  if (first === undefined) return [];
  const numbers = [first.written];
  let { end } = first;
  for (;;) {
    const joined = numberJoiner.exec(place.text.slice(end))?.[0] ?? '';
    const [next] = matter({ ...place, at: end + joined.length });
    if (next === undefined) break;
    numbers.push(next.written);
    ({ end } = next);
  }
  return numbers.length === 1 ? matter(place) : said([...new Set(numbers)].join(' '), end);
};

export const matter: Finder = (place) => {
  const { text, at } = place;
  const found = matterNumber.exec(text.slice(at));
  if (found === null) return matterOf(place);
  if (/^(?:\d|[一二三四五六七八九十])+$/u.test(found[0])) return [];
  const number = digits(found[1] ?? '');
  // 1号请假: what it is about may belong to what is wanted.
  const alone = /^(?:#|第)?[\d一二三四五六七八九十]+(?:号|条|件)?/u.exec(found[0])?.[0] ?? found[0];
  const isShort = !/^[\d一二三四五六七八九十]+$/u.test(alone) && alone !== found[0];
  // 3号王芳的: whose it is.
  const [name] = oneName({ ...place, at: at + alone.length });
  const whose = name === undefined ? undefined : ofWhom.exec(text.slice(name.end));
  return [
    ...said(number, at + found[0].length),
    ...(isShort ? said(number, at + alone.length) : []),
    ...(name === undefined || whose == null ? [] : said(number, name.end + whose[0].length)),
  ];
};

const ofWhom =
  /^(?:同志)?(?:(?:的|[这那](?:个|条|笔|次|件)|的[这那](?:个|条|笔))(加分|减分|扣分|申报|请假|假|事项|事情|事|登记)?|(?=请假(?:$|[，,。！!])|(?:加分|减分|扣分|申报|请假)(?:的事|[这那]|的?申请))(加分|减分|扣分|申报|请假))(?:的?申请|的事情?|[这那]件?事|[这那][条个笔])?/u;
/** 王芳敬老院那条: a bonus by a word of its reason. */
const theDeed =
  /^(?:同志)?的?(\p{Script=Han}{2,10}?)(?:的?[这那](?:条|个|笔|次|件)?(?:加分|申报|事情|事)?|的(?:加分|申报|登记))/u;
/** 孙丽清雪我看见的 */
const seenDeed =
  /^(?:同志)?的?((?:(?![我的加申能可])\p{Script=Han}){2,10}?)(?:的时候|时|的事)?[，,]?(?=我(?:也|当时|那天|亲眼)?(?:看见|看到|瞧见|在场))/u;
const kindsSaid: Readonly<Record<string, Matter['kind']>> = {
  ...{
    加分: 'bonus',
    申报: 'bonus',
    减分: 'deduction',
    扣分: 'deduction',
    请假: 'leave',
    假: 'leave',
  },
};

/** 王芳那个加分: what is open about somebody, to those who may rule; to others a bonus, which everybody knows of. */
const matterOf: Finder = (place) => {
  const { facts, actor } = place.context;
  const [name] = oneName(place);
  if (name === undefined) return [];
  // 王芳的3号加分: the number says which.
  const numbered = matterNumber.exec(place.text.slice(name.end).replace(/^的/u, ''));
  if (numbered?.[1] !== undefined && /^的\d+号/u.test(place.text.slice(name.end)))
    return said(numbered[1], name.end + 1 + numbered[0].length);
  const behind = place.text.slice(name.end);
  const told = theDeed.exec(behind) ?? seenDeed.exec(behind);
  const [whole = '', deed = ''] = told ?? [];
  if (told !== null)
    return facts
      .all('matter')
      .filter((one) => one.state === 'open' && one.kind === 'bonus' && one.reason.includes(deed))
      .filter(({ subject }) => facts.get('person', subject)?.name.startsWith(name.written))
      .flatMap(({ number }) => said(String(number), name.end + whole.length));
  const [spoken = '', of, kindOnly] = ofWhom.exec(place.text.slice(name.end)) ?? [];
  // 孙丽那条: whichever is open, of those that may be spoken of.
  const kind = kindsSaid[of ?? kindOnly ?? ''] ?? (/[这那]/u.test(spoken) ? 'bonus' : undefined);
  if (kind === undefined || (kind !== 'bonus' && !mayAct(facts, actor, rulers))) return [];
  const end = name.end + (ofWhom.exec(place.text.slice(name.end))?.[0].length ?? 0);
  return facts
    .all('matter')
    .filter((one) => one.state === 'open' && one.kind === kind)
    .filter(({ subject }) => facts.get('person', subject)?.name.startsWith(name.written))
    .flatMap(({ number }) => said(String(number), end));
};
