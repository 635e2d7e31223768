import { matterCard } from '../../app/matters/cards.js';
import type { ActorContext } from '../../app/use-case.js';
import { matterHead } from '../../chat/replies/rulings/matters.js';
import type { Matter } from '../../domain/rulings/rows.js';

/** Matters to choose from, each by its number and what it is about. */
export function numbered(context: ActorContext, matters: readonly Matter[]) {
  return matters.map((matter) => ({
    value: `${matter.number}`,
    label: `#${matter.number} ${matterHead(matterCard(context, matter), context)}`,
  }));
}
