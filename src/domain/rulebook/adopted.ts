import { crossCheck } from './cross-checks.js';
import { fromIssue, type RulebookProblem } from './problems.js';
import { rulebookSchema, type Rulebook } from './schema.js';
import { withReadings } from './readings.js';
import type { Facts } from '../branch/facts.js';
import type { AdoptedRulebook } from './rows.js';

/** From the plain data of a file to a rulebook that the rest of the bot may trust, or to everything that is wrong with it. */

type ParsedRulebook =
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

/** A rulebook together with the plain data of its file: what is recorded is the file, not what zod made of it. */
export interface LoadedRulebook {
  readonly rulebook: Rulebook;
  readonly source: unknown;
}

/** Read once for each row, and once for each content: branches share rulebooks, and every decision asks. */
const byRow = new WeakMap<object, Rulebook>();
const byContent = new Map<string, Rulebook>();

/**
 * The rulebook that an assessment year is kept by: the last one adopted for this year or an earlier one, else the
 * one the branch was founded with (SPEC §1: a new version never changes the past).
 *
 * @param configured where the branch has not recorded any yet
 */
export function rulebookOfYear(facts: Facts, configured: Rulebook, year: number): Rulebook {
  const inForce = adoptedFor(facts, year);
  return withReadings(facts, inForce === undefined ? configured : readAdopted(inForce));
}

/** The row behind `rulebookOfYear`; undefined: the branch has not recorded any. */
export function adoptedFor(facts: Facts, year: number): AdoptedRulebook | undefined {
  const adopted = facts.all('rulebook');
  // Other words of this year may be recorded after the rules of the next.
  const latest = (one: AdoptedRulebook | undefined, other: AdoptedRulebook) =>
    other.fromYear <= year && (one === undefined || other.fromYear >= one.fromYear) ? other : one;
  return adopted.reduce(latest, undefined) ?? adopted.at(0);
}

/** Whether a row only has other words for the items than the one before it. */
export function isWording({ matter, meetingOn }: AdoptedRulebook): boolean {
  return matter !== null && meetingOn === null;
}

/**
 * What was recorded is read as the files are. A parameter that the schema gains later therefore needs a default,
 * or branches could not read their own rulebook any more.
 */
export function readAdopted(row: Pick<AdoptedRulebook, 'content'>): Rulebook {
  const known = byRow.get(row);
  if (known !== undefined) return known;
  const read = readContent(row.content);
  if (read === undefined) throw new Error('an adopted rulebook does not read any more');
  byRow.set(row, read);
  return read;
}

/** A rulebook as it was recorded; undefined: this version of the bot does not read it any more. */
export function readContent(content: string): Rulebook | undefined {
  const known = byContent.get(content);
  if (known !== undefined) return known;
  const result = parseRulebook(JSON.parse(content) as unknown);
  if (!result.ok) return undefined;
  byContent.set(content, result.rulebook);
  return result.rulebook;
}

/** The one the branch begins with: it applies from the first year, without a ruling. */
export function foundingRow({ rulebook, source }: LoadedRulebook, now: string): AdoptedRulebook {
  const content = JSON.stringify(source);
  const { version } = rulebook;
  return {
    no: 1,
    version,
    fromYear: 0,
    content,
    matter: null,
    meetingOn: null,
    adoptedAt: now,
  };
}

/**
 * The assessment year from which a rulebook adopted now would hold: the next, as this one has been kept by the old;
 * this one where nothing has been kept yet, so that a branch may correct what it was founded with.
 */
export function firstYearOf(facts: Facts, thisYear: number): number {
  return isNothingKept(facts) ? thisYear : thisYear + 1;
}

export function isNothingKept(facts: Facts): boolean {
  return (
    facts.all('entry').length === 0 &&
    facts.all('notice').length === 0 &&
    facts.all('hold').length === 0 &&
    !facts.all('matter').some(({ kind }) => kind === 'bonus' || kind === 'deduction')
  );
}
