import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holds } from '../../domain/branch/people.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { isPoints } from '../../domain/points/deeds.js';
import { isReady } from '../../domain/matters/kinds.js';
import { firstInLine } from '../matters/announce.js';
import { matterCard } from '../matters/cards.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/**
 * One private message for each ruler with everything that waits for them, addressed as when a matter became ready.
 * Matters that only lack proof are listed only beside something that waits.
 */
export const sendDigest = openUseCase({
  name: 'notices.digest',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts, rulebook, health, kinds }) => {
    const open = facts.open();
    const ready = byRuler(
      facts,
      open.filter((matter) => isReady(facts, rulebook, matter)),
    );
    const waiting = byRuler(
      facts,
      open.filter((matter) => isPoints(matter) && !isReady(facts, rulebook, matter)),
    );
    const uncertain = health().letters.uncertain ?? 0;
    return done({
      ids: [...ready.values()].flat().map((matter) => matter.number),
      replies: [...ready].map(([ruler, matters]) =>
        toPerson(ruler, 'notices.digest', {
          cards: keepPrivate(matters.map((matter) => matterCard({ facts, rulebook, kinds }, matter))),
          unproven: waiting.get(ruler)?.length ?? 0,
          uncertain: holds(facts, ruler, 'secretary') ? uncertain : 0,
        }),
      ),
    });
  },
});

function byRuler(facts: Facts, matters: readonly Matter[]): ReadonlyMap<number, readonly Matter[]> {
  const lists = new Map<number, Matter[]>();
  for (const matter of matters) {
    for (const { id: ruler } of firstInLine(facts, matter)) {
      const list = lists.get(ruler) ?? [];
      lists.set(ruler, [...list, matter]);
    }
  }
  return lists;
}
