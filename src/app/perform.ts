import type { AfterBackup, Context, Intent, Outcome } from './use-case.js';
import { proxyRefusal } from './proxy-door.js';
import type { Who } from './who.js';
import { refuse } from './use-case.js';
import type { Facts } from '../domain/branch/facts.js';
import { holds, isHere } from '../domain/branch/people.js';
import type { Person } from '../domain/roster/rows.js';

/**
 * The one door: whoever types, clicks or lets a job run makes an intent, and no use case runs but
 * through here. Checks who may act and where, and for whom (`/代`), then lets the use case decide; whatever that is, an
 * inspector changes nothing.
 */
export function decide(context: Context, intent: Intent): Outcome | AfterBackup {
  const { useCase } = intent;
  const fromClock = useCase.who === 'clock' && context.byClock;
  if (!fromClock && !mayAct(context.facts, context.actor, useCase.who)) {
    // Whoever left is a stranger again; he may ask to be bound anew.
    return context.actor === null || !isHere(context.actor)
      ? refuse('door.unbound', { branch: context.facts.branch.name })
      : refuse('door.notYours', { useCase: useCase.name, who: useCase.who });
  }
  if (useCase.place === 'private' && context.place === 'group') {
    return refuse('door.onlyPrivate', { useCase: useCase.name });
  }
  const input = useCase.input.parse(intent.input);
  const refused =
    context.enteredBy === null ? undefined : proxyRefusal(context, context.enteredBy, useCase, input);
  const outcome = refused ?? useCase.run(context, input);
  const looksOn = context.actor?.kind === 'inspector' && outcome.kind === 'done';
  return looksOn && outcome.changes.length > 0 ? refuse('door.readsOnly', {}) : outcome;
}

/** Whether a person may use what is for `who`. `/帮助` asks the same question. */
export function mayAct(facts: Facts, person: Person | null, who: Who): boolean {
  if (who === 'strangers') return true;
  if (who === 'clock') return false;
  if (person === null || !isHere(person)) return false;
  if (who === 'everybody') return true;
  if (who === 'members') return person.kind === 'member';
  if (who === 'people') return person.kind === 'member' || person.kind === 'mass';
  return who.some((office) =>
    office === 'superior' || office === 'inspector'
      ? person.kind === office
      : holds(facts, person.id, office),
  );
}
