/** Sentences that no way of saying eats whole: a wish in some clauses with its reason in others, a question in any words. */
import type { Context } from '../../app/use-case.js';
import type { CommandList } from '../define.js';
import { withoutEdges } from './fillers.js';
import { isOnlyTalk, linesSaid, reasonLabel, type Said } from './read.js';
import { fillingsOf } from './slots/slots.js';

export const betweenClauses = /[，,。；;！!？?～~…\s]+/u;
/** More clauses than that are a letter. */
const mostClauses = 6;

/**
 * 支部大会能不能请假？孩子开家长会: some clauses together are a wish that may have a reason, and all the others are one.
 * The wish takes as many clauses as it can.
 */
export function linesAround(talk: string, context: Context, commands: CommandList): readonly Said[] {
  const clauses = talk
    .split(betweenClauses)
    .filter((clause) => clause !== '' && !isOnlyTalk(clause, context));
  if (clauses.length < 2 || clauses.length > mostClauses) return [];
  for (let size = clauses.length - 1; size > 0; size -= 1) {
    const found = choicesOf(clauses.length, size).flatMap((chosen) => {
      const rest = clauses.filter((_, index) => !chosen.includes(index));
      const wish = chosen.map((index) => clauses[index] ?? '').join('，');
      return withReason(linesSaid(wish, context, commands), rest, talk, context, commands);
    });
    if (found.length > 0) return [...new Map(found.map((one) => [one.line, one])).values()];
  }
  return [];
}

/** Every choice of so many places, in their order. */
function choicesOf(length: number, size: number): readonly (readonly number[])[] {
  const all = Array.from({ length: 2 ** length }, (_, bits) =>
    Array.from({ length }, (_, index) => index).filter((index) => (bits & (1 << index)) !== 0),
  );
  return all.filter((chosen) => chosen.length === size);
}

/** The lines whose last word is a reason that was not said yet, with these clauses as the reason. */
function withReason(
  lines: readonly Said[],
  rest: readonly string[],
  talk: string,
  context: Context,
  commands: CommandList,
): readonly Said[] {
  return lines.flatMap((said) => {
    const last = Object.values(said.form.words).at(-1);
    if (said.form.reads !== false || said.hasReason || last?.label !== reasonLabel || !last.isOptional)
      return [];
    const isCause = rest.every((text) =>
      fillingsOf(
        last.label,
        { text, at: 0, context, commands, word: last, isOwnWords: false },
        new Map(),
      ).some(({ end }) => end === text.length),
    );
    if (!isCause || context.facts.all('person').some(({ name }) => rest.some((text) => text.includes(name))))
      return [];
    const reason = rest.map(withoutEdges).join('，');
    return [{ ...said, line: `${said.line} ${reason}`, hasReason: true, wish: talk }];
  });
}
