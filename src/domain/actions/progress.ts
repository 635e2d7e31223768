import type { Facts } from '../branch/facts.js';
import { byDay, yearOf } from '../period/civil.js';
import { findItem } from '../rulebook/items.js';
import type { Rulebook, RulebookItem } from '../rulebook/schema.js';
import { sameDeeds } from '../points/deeds.js';
import type { Action, ActionKind } from './rows.js';

/** What a member did in a year, by kind. */
interface Progress {
  /** Ids of the five that were done at least once, in the order of the rulebook. */
  readonly fiveOnes: readonly string[];
  readonly services: readonly Action[];
  readonly roles: readonly Action[];
  readonly masses: readonly Action[];
}

export function actionsOf(facts: Facts, person: number, year: number): readonly Action[] {
  return [...facts.of('action', person)].filter(({ on }) => yearOf(on) === year).sort(byDay);
}

export function progressOf(facts: Facts, rulebook: Rulebook, person: number, year: number): Progress {
  const actions = actionsOf(facts, person, year);
  const of = (kind: ActionKind) => actions.filter((action) => action.kind === kind);
  const done = new Set(of('fiveOnes').map(({ which }) => which));
  return {
    fiveOnes: rulebook.actions.fiveOnes.filter(({ id }) => done.has(id)).map(({ id }) => id),
    services: of('service'),
    roles: of('role'),
    masses: of('masses'),
  };
}

/** The words of a kind; none for 联系群众. */
export function kindsOf({ actions }: Rulebook, kind: ActionKind): Rulebook['actions']['fiveOnes'] {
  switch (kind) {
    case 'fiveOnes':
      return actions.fiveOnes;
    case 'service':
      return actions.services;
    case 'role':
      return actions.roles;
    case 'masses':
      return [];
  }
}

/** The bonus item that an action also fits. */
export function itemFor(
  rulebook: Rulebook,
  { kind, which }: Pick<Action, 'kind' | 'which'>,
): RulebookItem | undefined {
  const { masses } = rulebook.actions;
  const known = kind === 'masses' ? masses : kindsOf(rulebook, kind).find(({ id }) => id === which);
  return known?.bonusItem == null ? undefined : findItem(rulebook, known.bonusItem);
}

/** The reason of a claim of this action. */
export function claimReason({ whom, text }: Pick<Action, 'whom' | 'text'>): string {
  return whom === null ? text : `${whom} ${text}`;
}

/** Whether it was claimed, in one word or in a line of its own; a claim that was withdrawn leaves it free. */
export function isClaimed(facts: Facts, action: Action, item: number): boolean {
  const matter = action.claimed === null ? undefined : facts.get('matter', action.claimed);
  if (matter !== undefined && matter.state !== 'withdrawn') return true;
  const deed = { subject: action.person, item, deedOn: action.on, reason: claimReason(action) };
  return sameDeeds(facts, deed).length > 0;
}
