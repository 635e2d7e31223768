/** The day that free text names: 昨晚去献血, 11.20植树. */
import { addDays, type CivilDate } from '../../../domain/period/civil.js';
import { readDate } from './text.js';
import type { NoSuchDay } from './reading.js';

export type SaidDay =
  | { readonly kind: 'read'; readonly said: string; readonly on: CivilDate }
  /** It is still to come. */
  | { readonly kind: 'ahead'; readonly said: string; readonly on: CivilDate }
  /** Some day, but not which: 上周. */
  | { readonly kind: 'vague'; readonly said: string }
  | { readonly kind: 'none'; readonly said: string; readonly day: NoSuchDay };

const dayOfMonth = /(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?)[日号]/u;
/** 22号楼, 20号院, 7日内, 2日游 are no days. */
const noDay =
  /(?![楼院线门店桌室馆厅文令车机库仓井厂房铺栋单岗位台站路口坑梯棚区亭窗柜箱床内以之间游均常程刊报夜])/u;
/** 11.20小时, 12.30元 are measures. */
const noMeasure = /(?!小时|公?里|公?斤|[千百万亿元米升吨度分倍克亩平个%％版])/u;

/** Each in its parts. */
const forms: readonly (readonly RegExp[])[] = [
  [/大前天|前[天晚]|昨[天日晚夜]|大后天|后天(?!性)|明[天日晚早]/u],
  // 周一 alone as well; not 每周一, 一周一次, 周一至周五.
  [
    /(?<![每双单一二两三四五六七八九十\d至到、—~-])(?:上{1,3}个?|下{1,2}个?|本|这)?(?:周|星期|礼拜)[一二三四五六日天](?![次至到、—~-])/u,
  ],
  [
    /(?:20\d\d年|去年|前年|今年|本年)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u,
    noDay,
  ],
  [/(?:上个?|这个?|本|下个?)月/u, dayOfMonth, noDay],
  [/(?<!\d)20\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)/u],
  [
    /(?<![\d.A-Za-z])(?:1[0-2]|[1-9])\.(?:0[1-9]|[12]\d|3[01])(?![\d.])/u,
    noMeasure,
    /(?=$|[\s，,。、；;号日]|\p{Script=Han})/u,
  ],
  [/(?<=^|[\s，,、。；;：:（(])(?:1[0-2]|0?[1-9])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/])(?![的以])/u],
  [/(?<![\p{N}\p{Script=Latin}〕］\])）第.:：/、~～—\-至到月年每满近约共达续])/u, dayOfMonth, noDay],
];
const someDay = new RegExp(
  forms.map((parts) => `(?:${parts.map(({ source }) => source).join('')})`).join('|'),
  'gu',
);
const vagueDay = /上个?(?:周|星期|礼拜)|前[几两些]天|[去前]年/u;

/** Without a year a day that was so long ago is hardly meant, but one to come. */
const farBack = 300;
const withYear = /年|^20\d\d/u;

/**
 * The first day that is named.
 * @param isName tells a name that begins like a day (周一凡)
 */
export function saidDay(
  text: string,
  today: CivilDate,
  isName: (said: string) => boolean,
): SaidDay | undefined {
  const said = Array.from(text.matchAll(someDay), ([day]) => day).find((day) => !isName(day));
  if (said === undefined) {
    const vague = vagueDay.exec(text)?.[0];
    return vague === undefined ? undefined : { kind: 'vague', said: vague };
  }
  const written = said.replace(/[晚夜早]$/u, '天');
  const reading = readDate(written, today, 'past');
  if (reading.kind === 'noSuchDay') return { kind: 'none', said, day: reading };
  if (reading.kind !== 'read') return { kind: 'vague', said };
  if (reading.value > today) return { kind: 'ahead', said, on: reading.value };
  if (withYear.test(said) || reading.value >= addDays(today, -farBack))
    return { kind: 'read', said, on: reading.value };
  const coming = readDate(written, today, 'coming');
  return { kind: 'ahead', said, on: coming.kind === 'read' ? coming.value : reading.value };
}
