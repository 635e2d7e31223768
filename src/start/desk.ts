/** The desk, on the page's port: its links name the address of the setting. */
import type { Clock } from '../app/ports/clock.js';
import type { Log } from '../app/ports/log.js';
import type { Sessions } from '../app/ports/store/sessions.js';
import type { Config } from '../config.js';
import { createDesk } from '../desk/desk.js';
import { createKeys } from '../desk/keys.js';
import type { DeskOptions } from '../desk/entry.js';
import { deskRoutes } from '../desk/routes.js';
import { rosterFiles } from '../cli/roster/upload.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import type { ServedDesk } from '../web/health.js';
import type { Bot, BotOptions } from './bot.js';

export interface StartedDesk {
  readonly invite: NonNullable<BotOptions['invite']>;
  /** @param sample the people as whom one may sit down without a link */
  serve(bot: Bot, more: Pick<DeskOptions, 'hasChat' | 'sample'>): ServedDesk;
}

export function startDesk(
  { DESK_URL, HOST, PORT }: Config,
  { rulebook }: LoadedRulebook,
  clock: Clock,
  log: Log,
): StartedDesk {
  let sessions: Sessions | undefined;
  const keys = createKeys(clock, () => sessions);
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const address = new URL(DESK_URL ?? `http://${host}:${PORT}`);
  return {
    invite(branch, account) {
      const { key, minutes } = keys.invite({ branch, account });
      return { url: `${address.href.replace(/\/$/u, '')}/desk/in/${key}`, minutes };
    },
    serve(bot, more) {
      ({ sessions } = bot.store);
      const app = deskRoutes({
        ...{ desk: createDesk(bot), keys, clock, log, isSecure: address.protocol === 'https:' },
        tools: { rosterFiles: rosterFiles(rulebook, clock) },
        ...more,
        // A proxy lets only the desk through: the group's page speaks for anybody.
        hasChat: more.hasChat && DESK_URL === undefined,
      });
      return { app, hosts: [address.hostname] };
    },
  };
}
