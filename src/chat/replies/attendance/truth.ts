/** What is said of putting a closed register right. */
import type { AttendanceSays } from '../../../app/attendance/says.js';
import { numbersTitle } from '../../../words/numbers.js';
import { signed } from '../../../words/items.js';
import { comrade, personTitle } from '../../../words/persons.js';
import { truthTitle } from '../../../words/truth.js';
import { standsAt } from '../points/items.js';
import { passedOn } from '../rulings/matters.js';
import type { Sentences } from '../sentences.js';
import { viewAt } from '../views.js';
import { activityTitle, numberWords } from './activities.js';

type TruthSays = Pick<
  AttendanceSays,
  'putRight' | 'truthAsIs' | 'truthHearing' | 'truthOpened' | 'truthTooEarly' | 'truthWaits'
>;

export const truthSentences: Sentences<TruthSays> = {
  putRight: ({ number, activity, person, toSubject, truth, dropped, drafted, reversed }, view) => {
    const whose = toSubject ? '您' : comrade(person, view.rulebook);
    const state = truthTitle(truth.kept, viewAt(activity.at, view).rulebook);
    const undone = reversed.kept;
    return [
      `#${number.kept} 已认定：${activityTitle(activity, view)}${whose}的考勤改为${state}。`,
      ...(undone === null
        ? []
        : [`原来的减分已冲销，${signed(undone.points)}分，${standsAt(undone.total, undone.year, view)}。`]),
      ...(dropped.kept.length === 0 ? [] : [`减分 ${numbersTitle(dropped.kept)} 不再办理。`]),
      ...(drafted.kept.length === 0 ? [] : [`由此生成待认定 ${numbersTitle(drafted.kept)}。`]),
    ].join('');
  },
  truthAsIs: ({ activity, person, truth, left }, view) => {
    const { numbers, archived } = left.kept;
    const lines = numbers.map((number) => `“/${archived ? '补正' : '更正'} ${number} 理由”`).join('、');
    const still =
      numbers.length === 0 ? '' : `减分 ${numbersTitle(numbers)} 仍在计分，不该扣的请发送${lines}。`;
    return `没有登记：${activityTitle(activity, view)}${comrade(person, view.rulebook)}的考勤本来就是${truthTitle(truth.kept, viewAt(activity.at, view).rulebook)}。${still}`;
  },
  truthHearing: ({ number, activity, by, from, truth }, view) => {
    const { rulebook } = viewAt(activity.at, view);
    return `告知 #${number.kept}：${comrade(by, view.rulebook)}提出把您在${activityTitle(activity, view)}的考勤由${truthTitle(from.kept, rulebook)}改为${truthTitle(truth.kept, rulebook)}，待认定。如有说明，请回复“/说明 ${number.kept} 文字”，认定人会看到。`;
  },
  truthOpened: ({ number, person, activity, truth, seat }, view) =>
    `已登记 #${number.kept}：${comrade(person, view.rulebook)} ${activityTitle(activity, view)}考勤改为${truthTitle(truth.kept, viewAt(activity.at, view).rulebook)}，${passedOn(seat)}，认定前照旧。`,
  truthTooEarly: ({ activity, person, calls, mayCall }, view) => {
    const head = `${activityTitle(activity, view)}还没有结束，不用更正：`;
    const which = numberWords(activity, view);
    if (calls === null) return `${head}请假由本人发送“/请假 ${which}”。`;
    const state = calls === 'present' ? '到' : '缺';
    const line = `“/点名 ${which} ${state} ${personTitle(person, view.rulebook)}”`;
    return `${head}${mayCall ? `请发送${line}` : `请记录员发送${line}`}。`;
  },
  truthWaits: ({ number, activity, person }, view) =>
    `${activityTitle(activity, view)}${comrade(person, view.rulebook)}的考勤更正已登记为 #${number}，正在等待认定。`,
};
