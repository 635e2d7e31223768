import type { Activity } from '../../../domain/attendance/rows.js';
import type { Context } from '../../../app/use-case.js';
import { audienceTitle, kindTitle } from '../../../words/activities.js';
import { fullDateTime } from '../../../words/dates.js';
import type { WordProblem } from '../../words/problem.js';
import { quote } from './choices.js';

/** What tells activities of one hour apart, beside their numbers. */
function twinsText(twins: readonly Activity[], today: string): string {
  const told = twins.map(
    ({ id, at, place, audience }) =>
      `#${id} ${fullDateTime(at, today)} ${place}（${audienceTitle(audience.kind === 'persons' ? `${audience.persons.length}人` : audience)}）`,
  );
  return told.length === 0 ? '' : `（${told.join('；')}）`;
}

type ActivityTrouble = Extract<
  WordProblem,
  { readonly code: 'saidAside' | 'noActivity' | 'activityCancelled' | 'whichActivity' }
>;
type Said = Pick<Context, 'rulebook' | 'today'>;

/** What is wrong with an activity, or with what was said of who came. */
export function activityTrouble(problem: ActivityTrouble, said: Said): string {
  switch (problem.code) {
    case 'saidAside':
      return problem.isReason
        ? '点名只登记到会情况，不登记原因和请假，没有办理：已准假的照写缺席，仍按请假计；没有准假的会记为缺席，可以请本人先请假。请发送：'
        : '没有写明是到会还是缺席，没有办理。请选一行发送：';
    case 'noActivity':
      return noActivity(problem.text, problem.lines.length);
    case 'whichActivity':
      return whichActivity(problem, said.today);
    case 'activityCancelled':
      return activityCancelled(problem, said);
  }
}

/** Of several activities that may be meant. */
function whichActivity(
  { label, twins }: Extract<WordProblem, { readonly code: 'whichActivity' }>,
  today: string,
): string {
  if (label === '') return noActivity('', 1);
  return `有几次“${label}”${twinsText(twins, today)}，请选一行发送：`;
}

function activityCancelled(
  { activity: { kind, at, place }, isToCome }: Extract<WordProblem, { readonly code: 'activityCancelled' }>,
  { rulebook, today }: Said,
): string {
  const [label, time] = [kindTitle(kind, rulebook), fullDateTime(at, today)];
  const again = isToCome ? `要照常举行，请重新通知，例：/活动 ${label} ${time} ${place}` : '';
  return `${label}（${time}）已经取消，没有办理。${again}`;
}

/** Which activity was not said, or is not there. */
function noActivity(written: string, open: number): string {
  if (open === 0 && written === '') return '眼下没有通知过的活动，没有登记。发送“/活动”可查看。';
  const head = written === '' ? '请写明是哪次活动' : `没有找到“${quote(written)}”这个活动，没有登记`;
  return open > 0 ? `${head}。近期有：` : `${head}。发送“/活动”可查看。`;
}
