import type { Context } from '../../../app/use-case.js';

/** No command is longer. */
const longestCommand = 4;

/**
 * How much of an unknown command to repeat. The rest may be a name, a reason or a choice
 * (`/平议王芳优秀`) and the group may be listening, so the echo stops where the first of them begins.
 */
export function commandEcho(typed: string, { facts, rulebook }: Pick<Context, 'facts' | 'rulebook'>): string {
  const names = facts.all('person').map(({ name }) => name);
  const choices = Object.values(rulebook.assessment.tiers);
  const found = [...names, ...choices].map((word) => typed.indexOf(word)).filter((at) => at >= 0);
  const start = typed.slice(0, Math.min(typed.length, ...found));
  const shown = Array.from(start).slice(0, longestCommand).join('');
  return shown === typed ? typed : `${shown}…`;
}
