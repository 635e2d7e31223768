import { proposeTruth } from '../../app/attendance/truth/propose.js';
import { exportActivities } from '../../app/papers/export.js';
import { personField, type LineForm } from '../lines/kind.js';

/** What is done with an activity that is over. */
export const afterForms: readonly LineForm[] = [
  {
    ...{ key: 'truth', title: '更正考勤', of: proposeTruth },
    line: '/更正 {activity} {person} {truth} {reason}',
    fields: {
      person: personField,
      truth: {
        label: '实际是',
        choices: ({ rulebook }) => ['到', '缺', ...rulebook.leave.kinds.map(({ label }) => `请假 ${label}`)],
      },
      reason: { label: '理由' },
    },
    hint: '原来的登记留着；由没有点名、没有结束这次活动的同志认定，记分随之改动。',
  },
  {
    ...{
      key: 'export',
      title: '导出这次活动的材料',
      of: exportActivities,
      line: '/导出 活动 {activity}',
      fields: {},
    },
    hint: '材料发到您与机器人的私聊。',
  },
];
