import type { Filling } from '../match.js';
import { severalNames } from './persons.js';
import type { Finder, Place } from './place.js';

/** What may be said of somebody at a roll call. */
const marks = {
  缺: /^(?:也)?(?:都)?(?:缺席|缺勤|没来|没到会|没到|没参加|未到会|未到|未参加|没露面|旷会|除外|缺)/u,
  迟到: /^(?:也)?(?:都)?(?:迟到|晚到|来晚|来迟|晚来)/u,
  早退: /^(?:也)?(?:都)?(?:提前)?(?:早退|先走|先离场|离场|退场|提前走)/u,
  到: /^(?:也)?(?:都)?(?:到会|到场|到位|出席|参加|来|到)/u,
} as const;
type Mark = keyof typeof marks;
const markNames: readonly Mark[] = ['缺', '早退', '迟到', '到'];

/** 其他人都到了, 全到. */
const everybody =
  /^(?:(?:其他|其它|其余|别的|剩下|余下)(?:的)?(?:人|人员|同志|党员)?(?:都|全|全都|全部|均)?(?:到会|到齐|到场|来齐|参加|来|到)|(?:人|大家|全员|全体|所有人|全部人员|全部)?(?:都|全都|全部|全|均)?(?:到齐|来齐|到全)|(?:大家|全员|全体|所有人)?(?:都|全都|全部|全|均)(?:到会|到场|参加|来|到)|(?:全员|全体)(?:到会|到场|参加|到))/u;
/** 没人缺席, 一个不少. */
const nobodyMissing =
  /^(?:(?:没有?|无)人?(?:缺席|缺勤|没来|没到|未到|不到|落下|缺的?|少的)|(?:一个|一人)(?:都|也)?(?:不|没|没有)(?:少|缺|落|差)|(?:缺席|缺勤|未到)(?:人员)?(?:[:：为是]|\s)*(?:无|没有|零|0)人?)/u;
/** 应到7人，实到6人. */
const counted = /^应到(?:会)?(\d{1,3})人?[，,、；;\s]*实到(?:会)?(\d{1,3})人?/u;
const onlyThese = /^(?:就只有|就差|只差|单单|就|只有|只)/u;
const thisMany = /^(?:[这那]?(?:[一二两三四五六七八九十\d]+|几)(?:个人|个|人|位|名)(?:同志|党员)?)/u;
/** What a roll call does not enter: leave, and why. */
const leave = /^(?:也)?(?:都)?(?:请了?[病事公产]?假|[病事公产]假|休假|已准假)/u;
const causeBefore =
  /^(?:因为?|由于)?(?:生病|病了|有病|病|有事|家里有事|出差|公出|住院|在外地|加班|值班|看病|陪护)(?:了)?[，,\s]*/u;
const causeBehind = /^[，,（(\s]*(?:因为|因|由于|说是|说)[^，,。；;、]+[）)]?/u;
const exceptFor = /^(?:除了|除去|除)/u;
const apart = /^(?:以外|之外|外)/u;
/** Said around it, and carries nothing. */
const between =
  /^(?:[\s，,。．.；;：:、！!]|了|的|是|有|人员|名单|同志|这次|今天|会议|点名|其实|实际上|实际)+/u;

interface Told {
  readonly named: Readonly<Record<Mark, string[]>>;
  isEverybody: boolean;
  /** Leave or a cause was said too. */
  isMore: boolean;
  /** 应到7人，实到6人. */
  counts?: { readonly due: number; readonly present: number };
  end: number;
}

/** A typed line may say more than it enters; talk that does is not understood. */
interface How {
  readonly isAside: boolean;
}

interface Piece {
  readonly mark: Mark;
  readonly names: readonly string[];
  readonly end: number;
  /** 就周涛没来: everybody else came. */
  readonly areAll?: boolean;
  readonly isMore?: boolean;
}

/**
 * 周涛，刘洋缺席，王芳迟到，其他人都到了: who came and who did not, with each name before or each behind what is said of
 * it.
 */
export const whoCame: Finder = (place) =>
  /(?:就|只|只有|就差|只差|单单)$/u.test(place.text.slice(0, place.at))
    ? []
    : fillingOf(tell(place, { isAside: false }));

/** 周涛请假，其他都到; 张三没来，因为生病: what it says beside who came counts as words of its own. */
export const whoCameAndWhy: Finder = (place) => {
  const told = tell(place, { isAside: true });
  return told.isMore ? fillingOf(told).map((one) => ({ ...one, free: 1 })) : [];
};

/** 王芳，张三，陈刚: nothing was said of them. */
export const onlyNamed: Finder = (place) => {
  const persons = namesAt(place);
  return persons === undefined
    ? []
    : (['到', '缺'] as const).map((mark) => ({
        ...{ written: '', end: persons.end, free: 0 },
        adds: `${mark} ${persons.names.join('、')}`,
      }));
};

/** The same, where it is said of everybody: 全到，王芳迟到. */
export const howAllCame: Finder = (place) => {
  const told = tell(place, { isAside: false });
  return told.isEverybody ? fillingOf(told) : [];
};

function fillingOf({ named, isEverybody: isSaid, counts, end }: Told): readonly Filling[] {
  const all = Object.values(named).flat();
  // 应到7人，实到6人，缺周涛: whoever is not named came, if the numbers say so.
  if (counts !== undefined && counts.due - counts.present !== named.缺.length) return [];
  const isEverybody = isSaid || counts !== undefined;
  if (new Set(all).size < all.length || (all.length === 0 && !isEverybody)) return [];
  const behind = (keyword: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${keyword} ${names.join('、')}`];
  // Whoever came is among all the others.
  const adds = isEverybody
    ? ['全到', ...behind('除', named.缺), ...behind('迟到', named.迟到), ...behind('早退', named.早退)]
    : markNames.toReversed().flatMap((mark) => behind(mark, named[mark]));
  if (counts !== undefined) adds.push(`应到 ${counts.due}`);
  return [{ written: '', end, free: 0, adds: adds.join(' ') }];
}

/** Reads it piece by piece, as far as every word is understood. */
function tell(place: Place, how: How): Told {
  const { text } = place;
  const told: Told = {
    named: { 缺: [], 早退: [], 迟到: [], 到: [] },
    isEverybody: false,
    isMore: false,
    end: place.at,
  };
  let way: ((place: Place, how: How) => Piece | undefined) | undefined;
  for (;;) {
    const at = past(between, text, told.end);
    const count = counted.exec(text.slice(at));
    if (count !== null && told.counts === undefined) {
      told.counts = { due: Number(count[1]), present: Number(count[2]) };
      told.end = at + count[0].length;
      continue;
    }
    const afterAll = told.isEverybody
      ? at
      : Math.max(past(everybody, text, at), past(nobodyMissing, text, at));
    if (afterAll > at) {
      told.isEverybody = true;
      told.end = afterAll;
      continue;
    }
    way ??= namesFirst({ ...place, at }, how) === undefined ? markFirst : namesFirst;
    const piece = way({ ...place, at }, how);
    if (piece === undefined) return { ...told, end: at };
    told.named[piece.mark].push(...piece.names);
    if (piece.areAll === true) told.isEverybody = true;
    if (piece.isMore === true) told.isMore = true;
    told.end = piece.end;
  }
}

/** 周涛、刘洋没来; 除周涛外; 就刘洋没来, 就刘洋一个人没来: the others came. */
function namesFirst(place: Place, { isAside }: How): Piece | undefined {
  const { text } = place;
  const behindExcept = past(exceptFor, text, place.at);
  const isExcept = behindExcept > place.at;
  const behindOnly = past(onlyThese, text, place.at);
  const start = past(between, text, Math.max(behindExcept, behindOnly));
  const persons = namesAt({ ...place, at: start });
  if (persons === undefined) return undefined;
  const behind = past(between, text, persons.end);
  const end = isAside ? past(causeBefore, text, behind) : behind;
  if (isExcept) {
    const marked = past(marks.缺, text, end);
    return { mark: '缺', names: persons.names, end: past(apart, text, marked) };
  }
  const onLeave = isAside ? past(leave, text, behind) : behind;
  if (onLeave > behind)
    return { mark: '缺', names: persons.names, end: whyEnds(text, onLeave), isMore: true };
  const isOnly = behindOnly > place.at;
  const mark = markAt(text, isOnly ? past(thisMany, text, end) : end);
  if (mark === undefined || (isOnly && mark.mark !== '缺')) return undefined;
  const why = isAside ? whyEnds(text, mark.end) : mark.end;
  const isMore = end > behind || why > mark.end;
  return { ...mark, names: persons.names, end: why, areAll: isOnly, isMore };
}

/** 了，因为生病 */
function whyEnds(text: string, at: number): number {
  const start = past(/^(?:了|的)+/u, text, at);
  const end = past(causeBehind, text, start);
  return end > start ? end : at;
}

/** 缺席：周涛、刘洋. */
function markFirst(place: Place, { isAside }: How): Piece | undefined {
  const onLeave = isAside ? past(leave, place.text, place.at) : place.at;
  const isMore = onLeave > place.at;
  const mark = isMore ? { mark: '缺' as const, end: onLeave } : markAt(place.text, place.at);
  if (mark === undefined) return undefined;
  const persons = namesAt({ ...place, at: past(between, place.text, mark.end) });
  return persons === undefined ? undefined : { mark: mark.mark, ...persons, isMore };
}

function namesAt(place: Place): { readonly names: readonly string[]; readonly end: number } | undefined {
  const [found] = severalNames(place);
  return found === undefined ? undefined : { names: found.written.split('、'), end: found.end };
}

function markAt(text: string, at: number): { readonly mark: Mark; readonly end: number } | undefined {
  const mark = markNames.find((one) => past(marks[one], text, at) > at);
  return mark === undefined ? undefined : { mark, end: past(marks[mark], text, at) };
}

function past(pattern: RegExp, text: string, at: number): number {
  return at + (pattern.exec(text.slice(at))?.[0].length ?? 0);
}
