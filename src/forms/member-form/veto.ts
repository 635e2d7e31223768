import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import type { PaperInput } from '../input.js';
import { paperDay } from '../../words/dates.js';
import { groundTitle, registerReason } from '../../words/items.js';
import { monthsSpan } from '../../words/periods.js';

/** 第4款“违规受处理”，2026年11月30日认定（#12）。and the reason as it was proposed, or the months of the register */
export function vetoText({ facts }: PaperInput, rulebook: Rulebook, veto: VetoMatter): string {
  const at = facts.get('ruling', veto.number)?.at;
  const ruled = at === undefined ? '认定' : `${paperDay(at)}认定`;
  return `${groundTitle(veto.ground, rulebook)}，${ruled}（#${veto.number}）。\n${reasonOf(rulebook, veto)}`;
}

function reasonOf(rulebook: Rulebook, { ground, reason, since, last }: VetoMatter): string {
  if (since === null) return reason;
  return `${registerReason(ground, monthsSpan({ since, last: last ?? since }), rulebook)}。`;
}
