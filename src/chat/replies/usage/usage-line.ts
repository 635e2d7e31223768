import type { Rulebook } from '../../../domain/rulebook/schema.js';
import type { Command, Form, Word } from '../../define.js';

/** /加分 姓名… 项号 [级别] 事由 [证明 姓名…] [日期 日期]; without a rulebook in the words of the built-in one. */
export function usage(command: Command, form: Form, rulebook?: Rulebook): string {
  const words = Object.values(form.words).flatMap((word) => {
    const label = labelIn(word, rulebook);
    if (label === '') return [];
    return word.isOptional ? `[${label}]` : label;
  });
  const shown = Object.entries(form.keywords).filter(([, { isOffered }]) => isOffered !== true);
  const keywords = shown.map(([name, { label }]) => (label === '' ? `[${name}]` : `[${name} ${label}]`));
  return [
    `/${command.name}`,
    ...(form.lead.some((word) => word !== '') ? [form.lead.join('|')] : []),
    ...words,
    ...keywords,
  ].join(' ');
}

/** 公出|病假|产假 as the rulebook has them; 姓名, 类别 and the like stay. */
function labelIn({ label, choices }: Word<unknown>, rulebook: Rulebook | undefined): string {
  if (rulebook === undefined || choices === undefined || !label.includes('|')) return label;
  return choices(rulebook).join('|');
}
