import type { Facts } from '../branch/facts.js';
import type { Person, ProxyEntry } from '../roster/rows.js';
import { barredFrom } from './four-eyes.js';
import type { Matter } from './rows.js';

/** The part in a matter that bars the recorder from entering a witness or a consent for another person. */
export type PartInMatter = 'proposer' | 'subject' | 'ruler';

/** Undefined: they have no part in it. A ruler has ruled it, or may rule it now (SPEC §3, `/代`). */
export function partInMatter(facts: Facts, matter: Matter, person: Person): PartInMatter | undefined {
  if (matter.proposer === person.id) return 'proposer';
  if (matter.subject === person.id) return 'subject';
  const ruled = facts.get('ruling', matter.number)?.ruler === person.id;
  return ruled || barredFrom(facts, matter, person) === undefined ? 'ruler' : undefined;
}

/** The proxy entries that brought in this person's part at that instant, in order; none: they entered it themselves. */
export function proxyEntriesAt(
  facts: Facts,
  person: number,
  at: string | null,
  useCase: string,
): readonly ProxyEntry[] {
  return facts
    .of('proxyEntry', person)
    .filter((entry) => entry.enteredAt === at && entry.useCase === useCase);
}
