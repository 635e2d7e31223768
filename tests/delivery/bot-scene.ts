import { join } from 'node:path';
import type { Chat, Inbound } from '../../src/app/ports/channel.js';
import { founder } from '../../src/cli/stage/founder.js';
import { openStage } from '../../src/cli/stage/stage.js';
import { projectFolder } from '../../src/project-folder.js';
import type { Bot, BotOptions } from '../../src/start/bot.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { people } from '../support/branch/clock-bot.js';
import { handTimer, type HandTimer } from '../support/branch/hand-timer.js';
import { scriptedChannel, type ScriptedChannel } from '../support/channels/scripted-channel.js';

/** The whole bot on a scripted channel, with time moved by hand. */
export interface BotScene {
  readonly bot: Bot;
  readonly branch: string;
  readonly channel: ScriptedChannel;
  readonly timer: HandTimer;
  /** Lines for the operator. */
  readonly operator: readonly string[];
  /** `群` for the group; what it led people to hear, as `群:…` or `张三:…`. */
  say(
    who: string,
    place: 'group' | 'private',
    text: string,
    more?: Partial<Inbound>,
  ): Promise<readonly string[]>;
  pass(seconds: number): Promise<readonly string[]>;
  sql(query: string): readonly unknown[];
  close(): Promise<void>;
}

export const groupChat: Extract<Chat, { kind: 'group' }> = { kind: 'group', id: 'g' };

export async function openBotScene(
  options: {
    readonly channel?: ScriptedChannel;
    readonly timer?: HandTimer;
    readonly accounts?: boolean;
    readonly superior?: boolean;
    readonly broadcasts?: BotOptions['broadcasts'];
  } = {},
): Promise<BotScene> {
  const timer = options.timer ?? handTimer();
  const channel = options.channel ?? scriptedChannel({ name: 'test', now: () => timer.now() });
  const operator: string[] = [];
  const given = options.accounts === false ? people.map((one) => ({ ...one, account: null })) : people;
  const stage = await openStage({
    rulebook: await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml')),
    channel: () => channel,
    ...(options.broadcasts === undefined ? {} : { broadcasts: options.broadcasts }),
    clock: { now: () => timer.clock.now(), set: () => undefined },
    timer,
    groupOf: () => groupChat.id,
    founding: {
      branch: '机关第一党支部',
      people: [
        ...given,
        founder('孙伟', { kind: 'mass', category: null }),
        ...(options.superior === true ? [founder('何平', { kind: 'superior', category: null })] : []),
      ],
    },
    notifyOperator: (line) => void operator.push(line),
  });
  const { bot } = stage;
  const [branch = ''] = bot.store.branches().map(({ id }) => id);
  let heard = channel.arrived.length;
  let messages = 0;
  const news = (): readonly string[] => {
    const fresh = channel.arrived.slice(heard);
    heard = channel.arrived.length;
    return fresh.map(({ chat, text }) => `${chat.kind === 'group' ? '群' : chat.account}：${text}`);
  };
  // Answers to a connection or a chat begin one turn later.
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await bot.delivery.idle();
    }
  };
  return {
    bot,
    branch,
    channel,
    timer,
    operator,
    async say(who, place, text, more = {}) {
      messages += 1;
      const chat: Chat = place === 'group' ? groupChat : { kind: 'private', account: who };
      await channel.hear({
        chat,
        account: who,
        nickname: who,
        messageId: `m${messages}`,
        text,
        files: [],
        ...more,
      });
      await settle();
      return news();
    },
    async pass(seconds) {
      await timer.pass(seconds * 1000, settle);
      return news();
    },
    sql: (query) => stage.sql(query),
    close: () => stage.close(),
  };
}
