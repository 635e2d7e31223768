import type { Handler } from '../app/handle.js';
import type { Channel } from '../app/ports/channel.js';
import type { Clock } from '../app/ports/clock.js';
import type { Log } from '../app/ports/log.js';
import type { Store } from '../app/ports/store.js';
import type { Attempts } from '../app/roster/attempts.js';
import type { Login } from '../domain/roster/accounts.js';
import type { Catalogue } from './catalogue.js';

/** What it takes to hear a message and to hand it to its branch. */
export interface Ears {
  readonly store: Store;
  readonly handle: Handler;
  readonly catalogue: Catalogue;
  readonly channel: Channel;
  /** Where account ids change at every login: the present one. */
  readonly login: () => Login;
  readonly clock: Clock;
  readonly log: Log;
  readonly botName: string;
  readonly attempts: Attempts;
}
