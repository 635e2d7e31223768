import { createDelivery, type Delivery } from '../app/delivery/delivery.js';
import { createFiller } from '../app/delivery/filler.js';
import { mayHavePaper, mayHear } from '../app/delivery/may-hear.js';
import type { Papers } from '../app/ports/papers.js';
import type { Store, StoredLetter } from '../app/ports/store/store.js';
import { voice } from '../chat/voice.js';
import type { Watch } from '../chat/watch.js';

/** @param watch hears of everything that did not simply arrive; it is built after the delivery */
export function openDelivery(
  outgoing: Pick<
    Parameters<typeof createDelivery>[0],
    'channels' | 'store' | 'clock' | 'timer' | 'log' | 'owner'
  > & {
    readonly store: Store;
  },
  papers: Papers,
  watch: () => Watch,
): Delivery {
  const { store, log, timer } = outgoing;
  const { mayHave, mayHear } = audienceOf(store, (name) => delivery.login(name));
  const onMissing = (letter: StoredLetter) => watch().paperMissing(letter);
  const delivery = createDelivery({
    ...outgoing,
    leftOut: (files) => voice.leftOut(files),
    mayHear,
    fill: createFiller({ papers, mayHave, onMissing, log, timer }),
    onContactFirst: (on, parcel) => watch().contactFirst(on, parcel),
    onDoubt: (letter) => watch().doubt(letter),
    onConnection: (now, newLogin) => watch().connection(now, newLogin),
  });
  return delivery;
}

/** Whether somebody may still get a letter, and its paper, by the facts and the login at the time of sending. */
function audienceOf(store: Store, login: (channel: string) => string | null) {
  const asked =
    (check: typeof mayHavePaper) =>
    (letter: StoredLetter): boolean =>
      check(store.snapshot(letter.branch).facts, letter, login(letter.channel));
  return { mayHave: asked(mayHavePaper), mayHear: asked(mayHear) };
}
