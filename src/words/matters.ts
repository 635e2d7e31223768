import type { MatterKind, MatterState } from '../domain/rulings/rows.js';

const kinds: { readonly [K in MatterKind]: string } = {
  bonus: '加分',
  deduction: '减分',
  leave: '请假',
  attendance: '考勤更正',
  binding: '绑定账号',
  correction: '更正',
  exemption: '考核范围调整',
  status: '身份变动',
  veto: '一票否决',
  objection: '异议',
  reading: '调整设置',
  rulebook: '采用细则',
  formerYear: '往年结果',
};

/** 加分, 请假 … */
export function matterKindTitle(kind: MatterKind): string {
  return kinds[kind];
}

const states: { readonly [S in MatterState]: string } = {
  open: '还在办理',
  confirmed: '已经认定',
  rejected: '已经驳回',
  withdrawn: '已经撤回',
  closed: '已经办结',
  cancelled: '已经销假',
};

/** #3 已经认定, to somebody who comes too late; an objection is answered */
export function stateTitle(state: MatterState, kind?: MatterKind): string {
  if (kind !== 'objection') return states[state];
  return state === 'confirmed' ? '已经答复成立' : state === 'rejected' ? '已经答复维持' : states[state];
}

/** 已认定, in a count of what is kept about somebody */
export const stateLabels: { readonly [S in MatterState]: string } = {
  open: '未办结',
  confirmed: '已认定',
  rejected: '未予认定',
  withdrawn: '已撤回',
  closed: '已关闭',
  cancelled: '已销假',
};

/** 考勤登记, 党费登记: the register that drafted a deduction, as its proof */
export function registerProof({ line }: { readonly line: string }): string {
  return line === 'dues' ? '党费登记' : '考勤登记';
}
