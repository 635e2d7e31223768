import type { Facts } from '../../domain/branch/facts.js';
import { keepPrivate } from '../../domain/private.js';
import { isReady } from '../../domain/matters/kinds.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { consentWanted, exemptionsOf } from '../roster/exemption.js';
import { vetoesOf } from '../../domain/veto/matter.js';
import { vetoCard } from '../veto/cards.js';
import { toPerson, type Reply } from '../reply.js';
import { firstInLine, hearing } from './announce.js';
import { matterCard } from './cards.js';

/** More cards than this are one sentence that points to `/待办`. */
const mostCards = 3;

/**
 * What waited for somebody until he had an account: matters that he is to rule on, deductions on which
 * he is to be heard, an exemption that wants his consent. `facts` already hold his account.
 */
export function waitingFor(facts: Facts, rulebook: Rulebook, person: number): readonly Reply[] {
  const ready = facts.open().filter((matter) => isReady(facts, rulebook, matter));
  const toRule = ready.filter((matter) => firstInLine(facts, matter).some(({ id }) => id === person));
  const hearings = ready
    .filter((matter) => matter.subject === person)
    .flatMap((matter) => hearing(facts, rulebook, matter));
  const cards =
    toRule.length > mostCards
      ? [toPerson(person, 'rulings.manyWaiting', { count: toRule.length })]
      : toRule.map((matter) =>
          toPerson(person, 'rulings.pending', { card: keepPrivate(matterCard(facts, rulebook, matter)) }),
        );
  const asked = exemptionsOf(facts, person).flatMap((matter) => consentWanted(facts, matter));
  return [...hearings, ...asked, ...vetoesAbout(facts, person), ...cards];
}

/** He is told of a veto when it is reported; who had no account then is told now. */
function vetoesAbout(facts: Facts, person: number): readonly Reply[] {
  return vetoesOf(facts, person)
    .filter(({ state }) => state === 'open')
    .map((matter) =>
      toPerson(person, 'veto.openedToSubject', { card: keepPrivate(vetoCard(facts, matter)) }),
    );
}
