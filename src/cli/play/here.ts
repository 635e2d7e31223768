import type { StageOptions } from '../stage/house.js';
import { openStage } from '../stage/stage.js';
import { obey } from './orders.js';
import { play, type Played, type PlayOptions } from './player.js';
import { parseTranscript, sceneCategories, type Step } from './transcript.js';

interface HereOptions
  extends Omit<StageOptions, 'clock' | 'channel' | 'onSaid'>, Pick<PlayOptions, 'folder'> {
  readonly onPlayed?: PlayOptions['onPlayed'];
}

/** @throws TranscriptError naming the first line that cannot be understood */
export function stepsOf(source: string, { rulebook }: Pick<StageOptions, 'rulebook'>): readonly Step[] {
  return parseTranscript(source, sceneCategories(rulebook.rulebook));
}

/** Plays a transcript in this process; `@重启` stops the bot and starts it again on the same file. */
export async function playHere(steps: readonly Step[], options: HereOptions): Promise<readonly Played[]> {
  const { folder, onPlayed, ...scene } = options;
  const played: Played[] = [];
  await play(steps, {
    rulebook: scene.rulebook.rulebook,
    ...(folder === undefined ? {} : { folder }),
    async open(clock, onSaid) {
      const stage = await openStage({ ...scene, clock, onSaid });
      return {
        handled: stage.handled,
        tell: (order) => obey(stage, order),
        restart: async () => {
          await stage.restart();
        },
        close: () => stage.close(),
      };
    },
    onPlayed(line) {
      played.push(line);
      onPlayed?.(line);
    },
  });
  return played;
}
