import type { Person } from './book.js';

/** Each word by itself, so that the words tell the acts apart. */
type Each<Word, Rest> = Word extends string ? { readonly do: Word } & Rest : never;

/** What people do in a branch; persons, matters and activities by number. */
export type Act =
  | {
      readonly do: 'propose';
      readonly side: 'bonus' | 'deduction';
      readonly subject: number;
      readonly item: Item;
      readonly witnesses: readonly number[];
      readonly secret: string;
    }
  | { readonly do: 'claim'; readonly item: Item; readonly secret: string }
  | Each<'witness' | 'material' | 'withdraw' | 'giveUp', { readonly number: number }>
  | Each<'statement' | 'reject' | 'correct' | 'object', { readonly number: number; readonly secret: string }>
  | { readonly do: 'confirm'; readonly numbers: readonly number[]; readonly heard: boolean }
  | { readonly do: 'answer'; readonly number: number; readonly upheld: boolean; readonly secret: string }
  | { readonly do: 'announce'; readonly kind: string; readonly at: string }
  | { readonly do: 'leave'; readonly activity: number; readonly kind: string; readonly secret: string }
  | { readonly do: 'roll'; readonly activity: number; readonly except: readonly number[] }
  | Each<'close' | 'cancel' | 'signIn', { readonly activity: number }>
  | { readonly do: 'dues'; readonly month: string; readonly except: readonly number[] }
  | { readonly do: 'hold'; readonly year: number; readonly quarter: number; readonly secret: string }
  | { readonly do: 'publish'; readonly year: number; readonly quarter: number }
  | { readonly do: 'year'; readonly step: YearStep; readonly year: number }
  /** Anything else: what it changes is no part of the model, and it touches none of the above. */
  | { readonly do: 'say'; readonly text: string; readonly answered: boolean };

export type YearStep = '汇总' | '评定' | '审核' | '公示' | '归档';

interface Item {
  readonly number: number;
  readonly grade: string | null;
  readonly points: number;
}

/** Who does what, and where. */
export interface Chosen {
  readonly who: Person;
  readonly place: 'group' | 'private';
  readonly act: Act;
}

/** One line of one person. */
export interface Line {
  readonly branch: number;
  readonly who: number;
  readonly place: 'group' | 'private';
  readonly act: Act;
  readonly text: string;
  readonly id: string;
}

/** The items as annex 2 of the source has them. */
export const bonusItems: readonly Item[] = [
  { number: 7, grade: null, points: 2 },
  { number: 8, grade: null, points: 3 },
  { number: 9, grade: null, points: 5 },
  { number: 10, grade: null, points: 5 },
  { number: 11, grade: null, points: 10 },
  { number: 12, grade: null, points: 3 },
  { number: 13, grade: '工委', points: 5 },
  { number: 13, grade: '市级', points: 10 },
  { number: 14, grade: null, points: 3 },
];

export const deductionItems: readonly Item[] = [
  { number: 15, grade: '一般', points: -3 },
  { number: 15, grade: '强烈', points: -5 },
  { number: 17, grade: null, points: -3 },
  { number: 18, grade: '亲属', points: -5 },
  { number: 20, grade: null, points: -5 },
  { number: 21, grade: null, points: -10 },
  { number: 22, grade: '警告', points: -10 },
  { number: 23, grade: '一般', points: -3 },
];

export const activityKinds = [
  { label: '支部大会', required: true, committee: false },
  { label: '支委会', required: true, committee: true },
  { label: '党课', required: true, committee: false },
  { label: '主题党日', required: true, committee: false },
  { label: '组织生活会', required: true, committee: false },
  { label: '公益', required: false, committee: false },
] as const;
