import type { Facts } from '../branch/facts.js';
import { parseRulebook } from './parse.js';
import type { Rulebook } from './schema.js';

/** The same content is parsed once: facts come anew with every message. */
const parsed = new Map<string, Rulebook>();

/**
 * The rulebook that an assessment year is kept by: the last one adopted for this year or an earlier one, else the
 * one the branch was founded with (SPEC §1: a new version never changes the past).
 *
 * @param configured where the branch has not recorded any yet
 */
export function rulebookOfYear(facts: Facts, configured: Rulebook, year: number): Rulebook {
  const adopted = facts.all('rulebook');
  const inForce = adopted.filter(({ fromYear }) => fromYear <= year).at(-1) ?? adopted.at(0);
  return inForce === undefined ? configured : read(inForce.content);
}

function read(content: string): Rulebook {
  const known = parsed.get(content);
  if (known !== undefined) return known;
  const result = parseRulebook(JSON.parse(content) as unknown);
  if (!result.ok) throw new Error('an adopted rulebook does not read any more');
  parsed.set(content, result.rulebook);
  return result.rulebook;
}
