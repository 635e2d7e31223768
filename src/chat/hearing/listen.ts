import type { Delivery } from '../../app/delivery.js';
import { matterOfCard } from '../../app/delivery/card.js';
import { settledCard } from '../../app/rulings/settled.js';
import type { Inbound } from '../../app/ports/channel.js';
import type { View, Voice } from '../../app/ports/voice.js';
import type { Facts } from '../../domain/branch/facts.js';
import { personOf } from '../../domain/branch/people.js';
import { speakerOf } from '../../domain/roster/accounts.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Ears } from './hearing.js';
import { hear } from './hear.js';
import { adoptGroup } from './new-group.js';

/** The rulebook that a branch keeps a year by. */
type RulebookOf = (facts: Facts, year: number) => Rulebook;

/** Hears one message, and what comes with having heard it: letters that waited for it, and the card that was clicked. */
export async function listen(
  message: Inbound,
  ears: Ears & { readonly delivery: Delivery; readonly voice: Voice; readonly rulebook: RulebookOf },
): Promise<void> {
  await ears.delivery.heardFrom(ears.channel.name, message.chat);
  await adoptGroup(message, ears);
  await hear(message, ears);
  // Who has just claimed his account speaks for the branch from now on.
  await adoptGroup(message, ears);
  if (message.click !== undefined) showDecision(message, message.click.card, ears);
}

/** A card of a matter that is decided says what was decided and by whom, whoever decided it and wherever. */
function showDecision(
  { chat, account, messageId, reply }: Inbound,
  id: string,
  { store, channel, login, clock, delivery, voice, rulebook }: Parameters<typeof listen>[1],
): void {
  const about = matterOfCard(id);
  if (about === undefined || !store.branches().some((branch) => branch.id === about.branch)) return;
  const { facts } = store.snapshot(about.branch);
  const today = clock.now().slice(0, 10);
  const person = speakerOf(facts, channel.name, account, login());
  const words = settledCard(facts, about.matter, {
    person: person === undefined ? null : personOf(facts, person),
    alone: chat.kind === 'private',
    rulebook: rulebook(facts, yearOf(today)),
  });
  if (words === undefined) return;
  const view: View = {
    today,
    rulebook: rulebook(facts, yearOf(today)),
    rulebookOf: (year) => rulebook(facts, year),
  };
  delivery.update({
    key: `card/${messageId}`,
    chat,
    text: voice.say(words, view),
    files: [],
    update: { card: id },
    ...(reply === undefined ? {} : { reply: reply.handle }),
  });
}
