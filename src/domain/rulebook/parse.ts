/** From the plain data of a file to a rulebook that the rest of the bot may trust, or to everything that is wrong with it. */
import { crossCheck } from './cross-checks.js';
import { fromIssue, type RulebookProblem } from './problems.js';
import { rulebookSchema, type Rulebook } from './schema.js';

export type ParsedRulebook =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] };

/**
 * Pure; reading the file and YAML is the caller's. Problems come in the order of the schema, the
 * cross-checks only when every part has its right shape (before that they would report echoes).
 */
export function parseRulebook(data: unknown): ParsedRulebook {
  const parsed = rulebookSchema.safeParse(data, { reportInput: true });
  const problems = parsed.success ? crossCheck(parsed.data) : parsed.error.issues.flatMap(fromIssue);
  return parsed.success && problems.length === 0
    ? { ok: true, rulebook: parsed.data }
    : { ok: false, problems };
}
