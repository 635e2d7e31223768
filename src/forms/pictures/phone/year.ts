/**
 * The state of the year end (annex 1, 考核流程) for the whole group: steps, dates and who took them. No
 * score, tier, vote or remark of 上级.
 */
import { refById } from '../../../domain/branch/people.js';
import { dateOf, yearOf } from '../../../domain/period/civil.js';
import { committee } from '../../../domain/rulings/voters.js';
import { lastDayOf, listedIn } from '../../../domain/year/table/lines.js';
import type { YearStep, YearStepData } from '../../../domain/year/rows.js';
import { lastNoticeDay, yearState, type Stage, type YearState } from '../../../domain/year/state.js';
import type { PaperInput } from '../../input.js';
import { dayTitle } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { noticeNumber } from '../../../words/publications.js';
import { bodyTitles } from '../../../words/roster.js';

export interface YearPicture {
  readonly title: string;
  readonly subtitle: string;
  readonly steps: readonly YearPictureStep[];
  /** What comes next, and by whom. */
  readonly next: string;
}

export interface YearPictureStep {
  readonly name: string;
  readonly state: 'done' | 'now' | 'later';
  /** The state in words. */
  readonly word: string;
  readonly lines: readonly string[];
}

/** Each step with the stage that the year has reached once it is taken, in their order. */
const steps = [
  { name: '汇总', stage: 'summed', taken: ['summary'] },
  { name: '评定', stage: 'decided', taken: ['decision'] },
  { name: '审核', stage: 'passed', taken: ['audit'] },
  { name: '公示', stage: 'noticed', taken: ['notice', 'memberNotice'] },
  { name: '归档', stage: 'archived', taken: ['archive'] },
] as const satisfies readonly {
  readonly name: string;
  readonly stage: Stage;
  readonly taken: readonly YearStepData['step'][];
}[];

const order: readonly Stage[] = ['open', ...steps.map(({ stage }) => stage)];

export function yearPicture(input: PaperInput, year: number): YearPicture {
  const state = yearState(input.facts, year);
  const reached = order.indexOf(state.stage);
  const ended = input.today > lastDayOf(year);
  return {
    title: `${year}年度考核进度`,
    subtitle: `截至${dayTitle(input.today)}`,
    steps: [
      selfAssessment(input, state),
      ...steps.map(({ name, stage, taken }, index): YearPictureStep => {
        const position = reached > index ? 'done' : ended && reached === index ? 'now' : 'later';
        const last = reached > index ? stepsOf(input, year, taken).at(-1) : undefined;
        const lines = last === undefined ? [] : linesOf(input, state, last);
        const step = withWord({ name, state: during(input, state, stage) ?? position });
        return stage === 'decided'
          ? { ...step, lines: [...lines, ...returnLines(input, state)] }
          : { ...step, lines };
      }),
    ],
    next: nextOf(input, state, ended),
  };
}

const words = { done: '已完成', now: '进行中', later: '未开始' } as const;

function withWord<S extends Pick<YearPictureStep, 'name' | 'state'>>(
  step: S,
): S & Pick<YearPictureStep, 'word'> {
  return { ...step, word: words[step.state] };
}

/** The notice is out and its days are not over. */
function isRunning({ today }: PaperInput, state: YearState): boolean {
  return state.stage === 'noticed' && today <= (lastNoticeDay(state) ?? '');
}

/** During its days the notice goes on, and nobody archives yet. */
function during(input: PaperInput, state: YearState, stage: Stage): YearPictureStep['state'] | undefined {
  if (!isRunning(input, state)) return undefined;
  if (stage === 'noticed') return 'now';
  return stage === 'archived' ? 'later' : undefined;
}

function stepsOf(
  { facts }: PaperInput,
  year: number,
  taken: readonly YearStepData['step'][],
): readonly YearStep[] {
  return facts.of('yearStep', year).filter(({ data }) => taken.includes(data.step));
}

/** How many have done it; only the secretary learns who has not. */
function selfAssessment(input: PaperInput, { year, stage, lines: summed }: YearState): YearPictureStep {
  const { facts, rulebookOf, today } = input;
  const listed =
    stage === 'open'
      ? listedIn(facts, rulebookOf(year), year)
          .filter(({ leftOn }) => leftOn === null)
          .map(({ id }) => id)
      : summed.map(({ person }) => person);
  const assessed = listed.filter((person) => facts.get('selfAssessment', year, person) !== undefined);
  const lines = [`应自评${listed.length}人，已自评${assessed.length}人`];
  const name = '自评';
  if (assessed.length === 0 && today <= lastDayOf(year))
    return { ...withWord({ name, state: 'later' }), lines };
  if (assessed.length === listed.length) return { ...withWord({ name, state: 'done' }), lines };
  // Self-assessment ends once the meeting has decided.
  const closed = order.indexOf(stage) >= order.indexOf('decided');
  return closed
    ? { name, state: 'done', word: '已截止', lines }
    : { ...withWord({ name, state: 'now' }), lines };
}

function linesOf(
  { facts, rulebookOf, today }: PaperInput,
  state: YearState,
  step: YearStep,
): readonly string[] {
  const who = personTitle(refById(facts, step.by), rulebookOf(yearOf(today)));
  const day = dayTitle(dateOf(step.at));
  const { data } = step;
  switch (data.step) {
    case 'summary':
      return [`${day} ${who}汇总`];
    case 'decision':
      return [`${day} ${bodyTitles[data.body]}评定，${who}登记`];
    case 'audit':
      return [`${day} 上级${who}审核通过`];
    case 'notice':
    case 'memberNotice':
      return [
        `${day} ${who}发布${noticeNumber(data.notice)}`,
        `公示到${dayTitle(lastNoticeDay(state) ?? data.until)}结束`,
      ];
    case 'archive':
      return [`${day} ${who}归档`];
    case 'tier':
      return [];
  }
}

/** Only the secretary learns what 上级 wants changed. */
function returnLines(
  { facts, rulebookOf, today }: PaperInput,
  { year, returned }: YearState,
): readonly string[] {
  const last = facts
    .of('yearStep', year)
    .filter(({ data }) => data.step === 'audit' && !data.passed)
    .at(-1);
  if (returned === null || last === undefined) return [];
  const who = personTitle(refById(facts, last.by), rulebookOf(yearOf(today)));
  return [`${dayTitle(dateOf(last.at))} 上级${who}退回，须重新评定`];
}

function nextOf(input: PaperInput, state: YearState, ended: boolean): string {
  const { year, stage } = state;
  if (!ended) return `下一步：${dayTitle(lastDayOf(year))}以后汇总。`;
  switch (stage) {
    case 'open':
      return '下一步：党员自评，记录员或书记汇总。';
    case 'summed':
      return `下一步：${bodyTitles[committee(input.facts).length > 0 ? 'committee' : 'generalMeeting']}评定。`;
    case 'decided':
      return '下一步：上级审核。';
    case 'passed':
      return '下一步：书记发布年度公示。';
    case 'noticed':
      return isRunning(input, state)
        ? '下一步：公示期满以后，书记归档。'
        : '下一步：公示已经期满，书记归档。';
    case 'archived':
      return `${year}年度考核已经办结。`;
  }
}
