const names = { members: '台账', points: '积分台账', attendance: '考勤台账', dues: '党费台账' } as const;

/** 党员积分台账, 党费台账; of a part 机关党员积分台账 */
export function registerTitle(register: keyof typeof names, part?: string): string {
  return `${part ?? (register === 'dues' ? '' : '党员')}${names[register]}`;
}
