import type { Facts } from '../branch/facts.js';
import type { TierId } from '../rulebook/schema.js';
import type { ProposedLine, YearStep, YearStepData } from './rows.js';

/** How far a year has got (annex 1, 考核流程): 汇总 → 评定 → 审核 → 公示 → 归档. A return by 上级 leads back to `summed`. */
export type Stage = 'open' | 'summed' | 'decided' | 'passed' | 'noticed' | 'archived';

/** What the meeting decided for one member where it said so. */
interface MeetingTier {
  readonly tier: TierId;
  readonly reason: string | null;
  /** Of a decision that 上级 has returned: the next one that names who is 优秀 takes its place. */
  readonly returned: boolean;
}

interface PostedNotice {
  readonly notice: number;
  /** Its last day. */
  readonly until: string;
  /** Null: the notice of the whole year. */
  readonly person: number | null;
}

export interface YearState {
  readonly year: number;
  readonly stage: Stage;
  /** The last summary; empty before the first. */
  readonly lines: readonly ProposedLine[];
  /** By person: the line their tier rests on, from the summary or from the meeting that spoke of them later. */
  readonly baseline: ReadonlyMap<number, ProposedLine>;
  readonly tiers: ReadonlyMap<number, MeetingTier>;
  readonly decision: Extract<YearStepData, { readonly step: 'decision' }> | null;
  /** What 上级 wants changed, since the last return and until the next 评定. */
  readonly returned: string | null;
  readonly notices: readonly PostedNotice[];
}

/** Nothing was done for the year yet. */
function untouched(year: number): YearState {
  const [baseline, tiers] = [new Map<number, ProposedLine>(), new Map<number, MeetingTier>()];
  return { year, stage: 'open', lines: [], baseline, tiers, decision: null, returned: null, notices: [] };
}

/** How far the year has got, from its steps. */
export function yearState(facts: Facts, year: number): YearState {
  return facts.of('yearStep', year).reduce(after, untouched(year));
}

function after(state: YearState, { data }: YearStep): YearState {
  switch (data.step) {
    case 'summary': {
      const baseline = new Map(data.lines.map((line) => [line.person, line]));
      return { ...state, stage: 'summed', lines: data.lines, baseline };
    }
    case 'tier': {
      const { person, tier, reason, line } = data;
      const tiers = new Map([...state.tiers, [person, { tier, reason, returned: false }]]);
      const baseline = new Map([...state.baseline, [person, line]]);
      return { ...state, tiers, baseline };
    }
    case 'decision':
      return { ...state, stage: 'decided', decision: data, returned: null };
    case 'audit':
      return data.passed ? { ...state, stage: 'passed' } : returned(state, data.remarks);
    case 'notice':
      return noticed(state, { notice: data.notice, until: data.until, person: null });
    case 'memberNotice':
      return noticed(state, { notice: data.notice, until: data.until, person: data.person });
    case 'archive':
      return { ...state, stage: 'archived' };
  }
}

function returned(state: YearState, remarks: string | null): YearState {
  const tiers = new Map([...state.tiers].map(([person, set]) => [person, { ...set, returned: true }]));
  return { ...state, stage: 'summed', decision: null, returned: remarks, tiers };
}

function noticed(state: YearState, posted: PostedNotice): YearState {
  return { ...state, stage: 'noticed', notices: [...state.notices, posted] };
}

/**
 * The present tier: the meeting's, else the proposed one; null: not rated. 优秀 is never a default: until the meeting
 * has said so a candidate is 合格. (Decided years without a word about a candidate are older than this rule.)
 */
export function tierOf({ tiers, baseline, decision }: YearState, person: number): TierId | null {
  const proposed = baseline.get(person)?.proposed ?? null;
  if (proposed === null) return null;
  const silent = proposed === 'outstanding' && decision === null ? 'qualified' : proposed;
  return tiers.get(person)?.tier ?? silent;
}

/** Whom the scores make a candidate for 优秀, and of whom the meeting has not said yes or no. */
export function undecidedCandidates(
  { tiers }: Pick<YearState, 'tiers'>,
  lines: readonly ProposedLine[],
): readonly ProposedLine[] {
  return lines.filter(({ person, proposed }) => proposed === 'outstanding' && !tiers.has(person));
}

/** Decided and not archived: what changes now has to come before the meeting again. */
export function isDecided({ stage }: YearState): boolean {
  return stage === 'decided' || stage === 'passed' || stage === 'noticed';
}

/** The last day of the notices posted; undefined before the first. */
export function lastNoticeDay({ notices }: YearState): string | undefined {
  return notices
    .map(({ until }) => until)
    .sort()
    .at(-1);
}
