import type { Filling } from '../match.js';
import { severalNames } from './persons.js';
import type { Finder, Place } from './place.js';

/** What may be said of somebody at a roll call. */
const marks = {
  缺: /^(?:也)?(?:都)?(?:缺席|缺勤|没来|没到会|没到|没参加|未到会|未到|未参加|没露面|旷会|除外|缺)/u,
  迟到: /^(?:也)?(?:都)?(?:迟到|晚到|来晚|来迟|晚来)/u,
  到: /^(?:也)?(?:都)?(?:到会|到场|到位|出席|参加|来|到)/u,
} as const;
type Mark = keyof typeof marks;
const markNames: readonly Mark[] = ['缺', '迟到', '到'];

/** 其他人都到了, 全到. */
const everybody =
  /^(?:(?:其他|其它|其余|别的|剩下|余下)(?:的)?(?:人|人员|同志|党员)?(?:都|全|全都|全部|均)?(?:到会|到齐|到场|来齐|参加|来|到)|(?:人|大家|全员|全体|所有人|全部人员|全部)?(?:都|全都|全部|全|均)?(?:到齐|来齐|到全)|(?:大家|全员|全体|所有人)?(?:都|全都|全部|全|均)(?:到会|到场|参加|来|到)|(?:全员|全体)(?:到会|到场|参加|到))/u;
const onlyThese = /^(?:就|只有|只)/u;
const exceptFor = /^(?:除了|除去|除)/u;
const apart = /^(?:以外|之外|外)/u;
/** Said around it, and carries nothing. */
const between = /^(?:[\s，,。．.；;：:、！!]|了|的|是|有|人员|名单|同志|这次|今天|会议|点名)+/u;

interface Told {
  readonly named: Readonly<Record<Mark, string[]>>;
  isEverybody: boolean;
  end: number;
}

interface Piece {
  readonly mark: Mark;
  readonly names: readonly string[];
  readonly end: number;
}

/**
 * 周涛，刘洋缺席，王芳迟到，其他人都到了: who came and who did not, with each name before or each behind what is said of
 * it.
 */
export const whoCame: Finder = (place) => fillingOf(tell(place));

/** The same, where it is said of everybody: 全到，王芳迟到. */
export const howAllCame: Finder = (place) => {
  const told = tell(place);
  return told.isEverybody ? fillingOf(told) : [];
};

function fillingOf({ named, isEverybody, end }: Told): readonly Filling[] {
  const all = Object.values(named).flat();
  if (new Set(all).size < all.length || (all.length === 0 && !isEverybody)) return [];
  const behind = (keyword: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${keyword} ${names.join('、')}`];
  // Whoever came is among all the others.
  const adds = isEverybody
    ? ['全到', ...behind('除', named.缺), ...behind('迟到', named.迟到)]
    : markNames.toReversed().flatMap((mark) => behind(mark, named[mark]));
  return [{ written: '', end, free: 0, adds: adds.join(' ') }];
}

/** Reads it piece by piece, as far as every word is understood. */
function tell(place: Place): Told {
  const { text } = place;
  const told: Told = { named: { 缺: [], 迟到: [], 到: [] }, isEverybody: false, end: place.at };
  let way: ((place: Place) => Piece | undefined) | undefined;
  for (;;) {
    const at = past(between, text, told.end);
    const afterAll = told.isEverybody ? at : past(everybody, text, at);
    if (afterAll > at) {
      told.isEverybody = true;
      told.end = afterAll;
      continue;
    }
    way ??= namesFirst({ ...place, at }) === undefined ? markFirst : namesFirst;
    const piece = way({ ...place, at });
    if (piece === undefined) return { ...told, end: at };
    told.named[piece.mark].push(...piece.names);
    told.end = piece.end;
  }
}

/** 周涛、刘洋没来; 除周涛外; 就刘洋没来, which does not say what the others did. */
function namesFirst(place: Place): Piece | undefined {
  const { text } = place;
  const behindExcept = past(exceptFor, text, place.at);
  const isExcept = behindExcept > place.at;
  const behindOnly = past(onlyThese, text, place.at);
  const start = past(between, text, Math.max(behindExcept, behindOnly));
  const persons = namesAt({ ...place, at: start });
  if (persons === undefined) return undefined;
  const end = past(between, text, persons.end);
  if (isExcept) {
    const marked = past(marks.缺, text, end);
    return { mark: '缺', names: persons.names, end: past(apart, text, marked) };
  }
  const mark = markAt(text, end);
  if (mark === undefined || (behindOnly > place.at && mark.mark !== '缺')) return undefined;
  return { ...mark, names: persons.names };
}

/** 缺席：周涛、刘洋. */
function markFirst(place: Place): Piece | undefined {
  const mark = markAt(place.text, place.at);
  if (mark === undefined) return undefined;
  const persons = namesAt({ ...place, at: past(between, place.text, mark.end) });
  return persons === undefined ? undefined : { mark: mark.mark, ...persons };
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
