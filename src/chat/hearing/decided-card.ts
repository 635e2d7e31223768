import type { Delivery } from '../../app/delivery/delivery.js';
import { matterOfCard } from '../../app/delivery/parcel.js';
import { kinds } from '../../app/kinds.js';
import type { Inbound } from '../../app/ports/channel.js';
import type { View, Voice } from '../../app/ports/voice.js';
import { settledCard } from '../../app/rulings/settled.js';
import type { Facts } from '../../domain/branch/facts.js';
import { personOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { speakerOf } from '../../domain/roster/accounts.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { cardAnswered, noButton, settledButton } from '../replies/plain/sentences.js';
import { type Hearing } from './hearing.js';

/** The rulebook that a branch keeps a year by. */
type RulebookOf = (facts: Facts, year: number) => Rulebook;

/** What hearing takes besides reading: letters wait for it, and the clicked card says what was decided. */
export type HearingWithCards = Hearing & {
  readonly delivery: Delivery;
  readonly voice: Voice;
  readonly rulebook: RulebookOf;
};

/** Once a matter is decided its card says the result and the ruler, wherever the ruling was made. */
export function showDecision(
  { chat, account, messageId, reply, text }: Inbound,
  id: string,
  { store, channel, login, clock, delivery, voice, rulebook }: HearingWithCards,
): void {
  const about = matterOfCard(id);
  if (about === undefined || store.branch(about.branch) === undefined) return;
  const show = (shown: string): void =>
    delivery.update({
      key: `card/${messageId}`,
      chat,
      text: shown,
      files: [],
      update: { card: id },
      ...(reply === undefined ? {} : { reply: reply.handle }),
    });
  if (about.matter === null) {
    if (text === settledButton.line) return;
    show(cardAnswered(!text.startsWith(noButton)));
    return;
  }
  const { facts } = store.snapshot(about.branch);
  const now = clock.now();
  const today = now.slice(0, 10);
  const person = speakerOf(facts, channel.name, account, login());
  const rules = rulebook(facts, yearOf(today));
  const words = settledCard({ facts, rulebook: rules, kinds }, about.matter, {
    person: person === undefined ? null : personOf(facts, person),
    alone: chat.kind === 'private',
  });
  if (words === undefined) return;
  const view: View = {
    now,
    today,
    rulebook: rules,
    rulebookOf: (year) => rulebook(facts, year),
  };
  show(voice.say(words, view));
}
