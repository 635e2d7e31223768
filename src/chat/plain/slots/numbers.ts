import { said, type Finder } from './place.js';

const small: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};

const points = /^(\d{1,2}|[一二两三四五十]|[一二三四]十)(?=分)/u;

/** 3 before 分: how many points somebody names. */
export const pointsSaid: Finder = ({ text, at }) => {
  const found = points.exec(text.slice(at))?.[1];
  return found === undefined ? [] : said(found === '两' ? '2' : digits(found), at + found.length);
};

/** 8, 八, 十六, 二十 */
export function digits(written: string): string {
  const [, tens, ones = ''] = /^(二?)十(.?)$/u.exec(written) ?? [];
  if (tens !== undefined) return String((tens === '' ? 10 : 20) + (small[ones] ?? 0));
  return String(small[written] ?? Number(written));
}
