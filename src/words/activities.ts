/** Activities, leave, and what members do beside their points. */
import type { ActionKind } from '../domain/actions/rows.js';
import type { Audience } from '../domain/attendance/rows.js';
import type { StudyHours } from '../domain/attendance/quota.js';
import type { Standing } from '../domain/attendance/standing.js';
import type { CareKind } from '../domain/care/rows.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** 支部大会 */
export function kindTitle(kind: string, { activities }: Pick<Rulebook, 'activities'>): string {
  return activities.kinds.find(({ id }) => id === kind)?.label ?? '';
}

/** 全体党员, 支委会成员, a group, or the names of those chosen. */
export function audienceTitle(audience: Exclude<Audience, { readonly kind: 'persons' }> | string): string {
  if (typeof audience === 'string') return audience;
  switch (audience.kind) {
    case 'all':
      return '全体党员';
    case 'inService':
      return '在职党员';
    case 'committee':
      return '支委会成员';
    case 'group':
      return audience.group;
  }
}

/** 事假 */
export function leaveKindTitle(kind: string, { leave }: Pick<Rulebook, 'leave'>): string {
  return leave.kinds.find(({ id }) => id === kind)?.label ?? '';
}

export const actionTitles: { readonly [K in ActionKind]: string } = {
  fiveOnes: '五个一',
  service: '三进',
  role: '三大员',
  masses: '联系群众',
};

/** 每月一次 */
export const oftenTitles = { monthly: '每月一次', quarterly: '每季度一次', yearly: '每年一次' } as const;

/** Kinds of care notes, in the words in which they are entered. */
export const noteTitles = { family: '家庭', health: '身体', wish: '愿望', hardship: '困难' } as const;

export const careTitles: { readonly [K in CareKind]: string } = {
  ...noteTitles,
  visit: '走访',
  comfort: '慰问',
};

/** How somebody came out at an activity. */
export const standingTitles = {
  present: '到会',
  guest: '列席',
  onLeave: '请假',
  leavePending: '请假待批',
  absent: '缺席',
  unrecorded: '未登记',
  coming: '将举行',
} as const;

/** The same as one character, in a square or a narrow column. */
export const standingSigns: { readonly [S in keyof typeof standingTitles]: string } = {
  present: '到',
  guest: '列',
  onLeave: '假',
  leavePending: '待',
  absent: '缺',
  unrecorded: '未',
  coming: '将',
};

/** In the squares of a register of attendance; nothing for who was not due. */
export const registerSigns: { readonly [S in Standing]: string } = {
  present: '√',
  onLeave: '假',
  leavePending: '○',
  absent: '缺',
  unrecorded: '○',
};

/** On paper, leave that waits for a ruling is not recorded yet. */
export function paperStanding(standing: Standing): Standing {
  return standing === 'leavePending' ? 'unrecorded' : standing;
}

const steps = {
  study: '学习',
  talks: '谈心',
  self: '自评',
  mutual: '互评',
  ballot: '测评',
  decision: '组织评定',
} as const;

/** 学习, 谈心 … of 组织生活会 and 民主评议; none of other kinds */
export function stepTitles(
  kind: string,
  { activities: { appraisal } }: Pick<Rulebook, 'activities'>,
): readonly string[] {
  return appraisal.kinds.includes(kind) ? appraisal.steps.map((step) => steps[step]) : [];
}

/** ；学时12，全年应有32; nothing where the branch does not count them */
export function hoursTitle(hours: StudyHours | null): string {
  return hours === null ? '' : `；学时${hours.attended}，全年应有${hours.perYear}`;
}
