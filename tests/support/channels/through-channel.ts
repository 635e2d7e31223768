/**
 * Plays a transcript through a real channel: the bot in this process, the people on the other side of the channel's own
 * protocol. Each channel brings a `Service`.
 */
import { join } from 'node:path';
import type { Channel, ChannelFile, Inbound } from '../../../src/app/ports/channel.js';
import type { Clock } from '../../../src/app/ports/clock.js';
import { obey } from '../../../src/cli/play/orders.js';
import { play } from '../../../src/cli/play/player.js';
import type { Step } from '../../../src/cli/play/transcript.js';
import { openStage, type Stage } from '../../../src/cli/stage/stage.js';
import { projectFolder } from '../../../src/project-folder.js';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';
import { entries, faults } from '../branch/ledger.js';
import { quickPapers } from '../papers/quick.js';
import { playFresh, transcriptsIn, withFile } from '../transcripts.js';

/** A line spoken on the other side. */
export interface Spoken {
  readonly account: string;
  readonly nickname: string;
  /** Null: in private. */
  readonly group: string | null;
  /** The same for a second delivery of one line. */
  readonly messageId: string;
  readonly text: string;
  readonly files: readonly ChannelFile[];
}

/** One channel and the service behind it. */
export interface Service {
  readonly channel: Channel;
  /** The service's id of a branch's group. */
  readonly groupOf: (branch: string) => string;
  /** Says the line as people do there, in private when the channel cannot carry it in a group. */
  readonly say: (line: Spoken) => Promise<void> | void;
  /** How many messages that makes; by default one. */
  readonly messagesOf?: (line: Spoken) => number;
}

/** Played through every channel. */
const mainJob = /^(?:attendance|points|rulings|publication|quarter|reminders|digest)/u;

const transcripts = await transcriptsIn('tests/transcripts');

/** The transcripts of the main job. */
export const mainTranscripts = transcripts.names.filter((name) => mainJob.test(name));

export const stepsOf = transcripts.steps;

/** What every way of playing must end in. */
export const look = (databaseFile: string) => ({
  entries: entries(databaseFile),
  faults: faults(databaseFile),
});

const alone = new Map<string, Promise<ReturnType<typeof look>>>();

/** The same transcript without a channel, for comparison; played once for all channels. */
export function playAlone(name: string): Promise<ReturnType<typeof look>> {
  const play = { ...transcripts.play, reading: quickPapers };
  const playing =
    alone.get(name) ?? playFresh(stepsOf(name), { ...transcripts, play }, (_, file) => look(file));
  alone.set(name, playing);
  return playing;
}

const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));

/**
 * @param open called at the start and after each `@重启`; the service behind it lives on
 * @param reading makes the papers
 */
export async function playThrough(
  steps: readonly Step[],
  open: (clock: Clock) => Promise<Service>,
  reading = quickPapers,
): Promise<ReturnType<typeof look>> {
  return withFile(async (databaseFile) => {
    let service: Service | undefined;
    let last: string | undefined;
    const stageAt = (clock: string) =>
      openStage({
        ...{ databaseFile, clock, rulebook, reading },
        async channel(time) {
          service = await open(time);
          return service.channel;
        },
        groupOf: (branch) => service?.groupOf(branch) ?? branch,
      });
    const say = async (stage: Stage, message: Inbound): Promise<void> => {
      if (service === undefined) throw new Error('no service');
      const line = spoken(message, service);
      // The channel or the inbox drops the second delivery: there is nothing to wait for.
      const isNew = last !== message.messageId;
      last = message.messageId;
      await stage.listen(() => service?.say(line), isNew ? (service.messagesOf?.(line) ?? 1) : 0);
    };
    await play(steps, {
      rulebook: rulebook.rulebook,
      async open(now) {
        const stage = await stageAt(now);
        return {
          handled: stage.handled,
          tell: (order) => (order.order === 'hear' ? say(stage, order.message) : obey(stage, order)),
          restart: async () => {
            await stage.restart();
          },
          close: () => stage.close(),
        };
      },
      onPlayed: () => undefined,
    });
    return look(databaseFile);
  });
}

function spoken({ chat, nickname = '', ...said }: Inbound, { groupOf }: Service): Spoken {
  return { ...said, nickname, group: chat.kind === 'group' ? groupOf(chat.id) : null };
}
