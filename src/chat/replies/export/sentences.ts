import type { ExportSays, ExportScope } from '../../../app/papers/says.js';
import type { View } from '../../../app/ports/voice.js';
import { activityTitle, activityWords, datedWords } from '../attendance/activities.js';
import type { Sentences } from '../sentences.js';
import { yearOrQuarter } from '../../../words/periods.js';

function scopeTitle(scope: ExportScope, view: View): string {
  switch (scope.kind) {
    case 'activity':
      return activityTitle(scope.activity, view);
    case 'period':
      return yearOrQuarter(scope.span);
    case 'waiting':
      return '待导出的';
  }
}

const unclosedText = (count: number) =>
  count === 0 ? '' : `另有${count}次还没有结束登记，不在其中；结束后可再导出。`;

export const exportSentences: Sentences<ExportSays> = {
  archive: ({ scope, activities, files, unclosed, part, parts }, view) => {
    const count = scope.kind === 'activity' ? '' : `，共${activities}次活动`;
    const carried = files === 0 ? '' : `，图片和文件${files}份`;
    const which = parts === 1 ? '' : `（第${part}份，共${parts}份）`;
    const note = part > 1 ? '' : `到会的列姓名，请假和缺席的只列人数。${unclosedText(unclosed)}`;
    return `云平台活动资料：${scopeTitle(scope, view)}${count}${carried}${which}。${note}`;
  },
  notClosed: ({ activity }, view) =>
    `${activityTitle(activity, view)}还没有结束登记，到会情况还会变。请先“/结束 ${activityWords(activity, view)}”，再导出。`,
  notUploaded: ({ activity }, view) =>
    `已记下：${activityTitle(activity, view)}不上传云平台，不再提醒导出。要导出时请发送：/导出 活动 ${datedWords(activity, view)}`,
  nothingIn: ({ span, unclosed }) =>
    unclosed === 0
      ? `${yearOrQuarter(span)}没有可以导出的活动。`
      : `${yearOrQuarter(span)}没有已结束登记的活动。${unclosedText(unclosed)}`,
  nothingWaits: ({ held }) =>
    held
      ? '已结束的活动都已导出过。要再导出一次，请写明活动或期间，例：/导出 活动 支部大会，或 /导出 活动 三季度'
      : '目前还没有一次活动结束登记，没有可以导出的内容。活动开完请先发送“/结束 活动”，例：/结束 支部大会',
  tooManyParts: ({ parts, most }) =>
    `图片太多，要分${parts}份才发得出，一次最多${most}份。请按季度导出，例：/导出 活动 三季度；或逐次导出，例：/导出 活动 支部大会`,
  waiting: ({ activities, all }, view) =>
    [
      `有${all}次活动还没有导出云平台资料：`,
      ...activities.map((one) => `${activityTitle(one, view)}${one.changed ? '，导出后有改动' : ''}`),
      ...(all > activities.length ? [`还有${all - activities.length}次。`] : []),
      '发送“/导出 活动”，即可得到这些活动的资料包；不上传的，请发送“/导出 不上传 活动”。',
    ].join('\n'),
};
