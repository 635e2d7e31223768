import { join } from 'node:path';
import type { WechatyOptions } from '../../../src/channels/wechaty/channel.js';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';
import type { Bot } from '../../../src/index.js';
import { projectFolder } from '../../../src/project-folder.js';
import { founder } from '../../../src/cli/stage/founder.js';
import type { StageClock } from '../../../src/cli/stage/house.js';
import { openStage } from '../../../src/cli/stage/stage.js';
import { people } from '../../support/branch/clock-bot.js';
import type { HandTimer } from '../../support/branch/hand-timer.js';
import {
  groupTopic,
  roomId,
  type Said,
  type WechatyWorld,
} from '../../support/channels/wechaty/wechaty-world.js';
import { openWechaty, until, type Way, type WechatyScene } from './scene.js';

/** The whole bot on WeChat, where people's names are also their nicknames. */
export interface WechatyBotScene {
  readonly bot: Bot;
  readonly world: WechatyWorld;
  readonly gateway: WechatyScene['gateway'];
  readonly operator: readonly string[];
  /** Lines of the terminal. */
  readonly announced: readonly string[];
  /** Says a line, in the group or in private, and waits until it is carried out. */
  say(from: string, where: 'group' | 'private', text: string): Promise<void>;
  /** Waits for the first message that fits. */
  shows(fits: (said: Said) => boolean): Promise<Said>;
  moveTo(instant: string): Promise<void>;
  state(): string | undefined;
  sql(query: string): readonly unknown[];
  close(): Promise<void>;
}

const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));

export async function openWechatyBot(
  way: Way,
  options: Partial<WechatyOptions> & {
    readonly accounts?: boolean;
    /** The bot's clock, moved by hand; the channel itself lives in real time. */
    readonly hand?: HandTimer;
    readonly prepare?: (world: WechatyWorld) => void;
  } = {},
): Promise<WechatyBotScene> {
  const { accounts = true, hand, ...more } = options;
  const operator: string[] = [];
  const announced: string[] = [];
  const scene = await openWechaty(way, { ...more, loggedIn: false, isStarted: false });
  const { channel, world } = scene;
  const stage = await openStage({
    rulebook,
    channel: () => ({
      ...channel,
      async start(receive, report) {
        const started = channel.start(receive, report);
        await until(() => world.isStarted());
        world.login();
        await started;
      },
    }),
    ...(hand === undefined ? {} : { timer: hand, clock: clockOf(hand) }),
    groupOf: () => groupTopic,
    founding: {
      branch: '机关第一党支部',
      people: [...people, founder('孙伟', { kind: 'mass', category: null })].map((person) =>
        accounts ? person : { ...person, account: null },
      ),
    },
    announce: (line) => void announced.push(line),
    notifyOperator: (line) => void operator.push(line),
  });
  const { bot } = stage;
  await until(() => scene.news.some(({ kind }) => kind === 'room'));
  return {
    ...{ bot, world, gateway: scene.gateway, operator, announced },
    async say(from, where, text) {
      await stage.listen(() => world.text({ from, ...(where === 'group' ? { room: roomId } : {}) }, text), 1);
    },
    async shows(fits) {
      await until(() => world.said.some(fits));
      return world.said.find(fits)!;
    },
    moveTo: (instant) => bot.advance(instant, (at) => stage.clock.set(at)),
    state: () => bot.health().connections[0]?.state,
    sql: (query) => stage.sql(query),
    async close() {
      await stage.close();
      await scene.close();
    },
  };
}

function clockOf(hand: HandTimer): StageClock {
  const now = () => hand.clock.now();
  return { now, set: (instant) => hand.skip(Date.parse(`${instant}Z`) - Date.parse(`${now()}Z`)) };
}
