import { pinyin } from 'pinyin-pro';
import type { Context } from '../../../app/use-case.js';
import { isHere, refOf } from '../../../domain/branch/people.js';
import { tidyName } from '../../../domain/roster/names.js';
import { personTitle } from '../../../words/persons.js';
import { distance } from 'fastest-levenshtein';
import type { Person } from '../../../domain/roster/rows.js';
import { seesOthers } from '../../../app/roster/register/readers.js';
import type { Line } from '../line.js';
import type { Kind } from './find.js';

const mostNames = 3;
/** A guess at shorter names would be any of the same surname. */
const shortestName = 2;

/**
 * Names of the roster that sound like what was typed or differ in one character, for members of the branch only:
 * a stranger learns nothing of who is on it. They are proposed, never taken.
 */
export function namesNear({ facts, rulebook, actor }: Context, typed: string, kind: Kind): readonly string[] {
  const written = tidyName(typed);
  if (!mayHearNames(actor) || Array.from(written).length < shortestName) return [];
  // 除张三 leaves them out: the line without that word would do the opposite.
  if (written.startsWith('除')) return [];
  const sound = soundOf(written);
  return facts
    .all('person')
    .filter(
      (person) =>
        isHere(person) && (person.kind === 'member' || (kind === 'person' && person.kind === 'mass')),
    )
    .map((person) => ({ person, far: soundOf(person.name) === sound ? 0 : distance(person.name, written) }))
    .filter(({ far }) => far <= 1)
    .sort((one, other) => one.far - other.far)
    .slice(0, mostNames)
    .map(({ person }) => personTitle(refOf(facts, person), rulebook));
}

function mayHearNames(actor: Context['actor']): actor is Person {
  return actor !== null && isHere(actor) && actor.kind !== 'mass';
}

/** Who is called so but cannot be meant: of another kind, or no longer here, which only those learn who see others. */
export type Known = 'otherKind' | 'left';

export function knownAs({ facts, actor }: Context, typed: string): Known | undefined {
  if (!mayHearNames(actor)) return undefined;
  const called = facts.all('person').filter(({ name }) => name === tidyName(typed));
  if (called.some(isHere)) return 'otherKind';
  return called.length > 0 && seesOthers(facts, actor) ? 'left' : undefined;
}

/** What cannot be taken back, or is done to somebody: a slip of the finger must not hit another person. */
const grave = /^\/(?:(?:党员|名册)\s+(?:转出|去世|除名|退党)|群众\s+移除|任职|免职|解绑|处置|否决)(?:\s|$)/u;

export function isGrave({ text }: Line): boolean {
  return grave.test(text);
}

/** Without tones: they are what people mishear least and misspell most. */
export function soundOf(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', mode: 'surname' }).join(' ');
}
