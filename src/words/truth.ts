/** What is true of somebody at an activity. */
import type { Recorded, Truth } from '../domain/attendance/rows.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { leaveKindTitle } from './activities.js';

/** 到会, 缺席, 请假（公出）, 请假待批; nothing recorded: 未登记 */
export function truthTitle(truth: Recorded | null, rulebook: Pick<Rulebook, 'leave'>): string {
  if (truth === null) return '未登记';
  if (truth.as === 'leave') return `请假（${leaveKindTitle(truth.leaveKind, rulebook)}）`;
  if (truth.as === 'leavePending') return '请假待批';
  return truth.as === 'present' ? '到会' : '缺席';
}

/** As it is typed: 到, 缺, 请假 公出 */
function truthWords(truth: Truth, rulebook: Pick<Rulebook, 'leave'>): string {
  if (truth.as === 'leave') return `请假 ${leaveKindTitle(truth.leaveKind, rulebook)}`;
  return truth.as === 'present' ? '到' : '缺';
}

/** Everything that may be true instead, as it is typed, 到 first. */
export function otherTruths(now: Recorded | null, rulebook: Pick<Rulebook, 'leave'>): readonly string[] {
  const kinds = rulebook.leave.kinds.map(({ id }): Truth => ({ as: 'leave', leaveKind: id }));
  const all: readonly Truth[] = [{ as: 'present' }, ...kinds, { as: 'absent' }];
  const said = now === null || now.as === 'leavePending' ? '' : truthWords(now, rulebook);
  return all.map((truth) => truthWords(truth, rulebook)).filter((words) => words !== said);
}
