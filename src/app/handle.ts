import type { HandlerDeps, Incoming, Reader } from './incoming.js';
import { createLineup } from './lines/lineup.js';
import { answerMeanwhile } from './lines/meanwhile.js';
import { createUnrecorded } from './lines/unrecorded.js';

/** Resolves when the message is handled: its changes durable, its answer on the way. */
export type Handler = (incoming: Incoming, read: Reader) => Promise<void>;

/** Each branch has a line-up of its own: its messages are handled in order, and branches do not wait for each other. */
export function createHandler(deps: HandlerDeps): Handler {
  const lineups = new Map<string, ReturnType<typeof createLineup>>();
  /** Who has a line in it: their next one does not overtake it. */
  const waiting = new Map<string, number>();
  const bench = { deps, unrecorded: createUnrecorded() };
  return async (incoming, read) => {
    const { branch, speaker } = incoming;
    const who = `${branch}/${speaker?.account ?? ''}`;
    const own = waiting.get(who) ?? 0;
    const lineup = lineups.get(branch) ?? createLineup(bench);
    if (own === 0 && !lineup.isEmpty() && deps.store.isBlocked() && overtakes(incoming, read)) return;
    lineups.set(branch, lineup);
    waiting.set(who, own + 1);
    await new Promise<void>((done) =>
      lineup.join({ incoming, read, count: deps.meter.begin(), done, overtaken: 0 }),
    );
    if (lineup.isEmpty() && lineups.get(branch) === lineup) lineups.delete(branch);
    const left = (waiting.get(who) ?? 1) - 1;
    if (left === 0) waiting.delete(who);
    else waiting.set(who, left);
  };

  function overtakes(incoming: Incoming, read: Reader): boolean {
    try {
      return answerMeanwhile(deps, bench.unrecorded, incoming, read);
    } catch {
      // Its turn comes, and then it answers with the failure.
      return false;
    }
  }
}
