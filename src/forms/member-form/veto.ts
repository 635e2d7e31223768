import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import type { PaperInput } from '../input.js';
import { dayTitle, monthTitle } from '../words.js';

/** 第4款“违规受处理”,2026年11月30日(周一)认定(#12)。and the reason as it was proposed, or the months of the register */
export function vetoText({ facts }: PaperInput, rulebook: Rulebook, veto: VetoMatter): string {
  const title = rulebook.veto.grounds.find(({ number }) => number === veto.ground)?.title ?? '';
  const at = facts.get('ruling', veto.number)?.at;
  const ruled = at === undefined ? '认定' : `${dayTitle(at)}认定`;
  return `第${veto.ground}款“${title}”，${ruled}（#${veto.number}）。\n${reasonOf(rulebook, veto)}`;
}

function reasonOf(rulebook: Rulebook, { ground, reason, since, last }: VetoMatter): string {
  if (since === null) return reason;
  const months =
    last === undefined || last === since ? monthTitle(since) : `${monthTitle(since)}至${monthTitle(last)}`;
  const dues = ground === rulebook.veto.duesLadder.ground;
  return `${months}连续没有${dues ? '交纳党费，经教育仍不交' : '参加组织生活'}。`;
}
