import type { HandlerDeps } from '../incoming.js';
import type { Committed } from '../ports/store/store.js';
import { fail, requestOf, type Line } from './line.js';
import type { Turn } from './turn.js';

/** What became of a turn; `unwritten`: it changes nothing. */
export type Report =
  | Committed
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'unwritten' };

/** How often a decision is made again because another process wrote first. */
const tries = 50;

/**
 * Tells what came of a line, now that everything before it is durable.
 *
 * @returns `again`: it has to be decided again; `fallen`: it is over, and what was decided on it is decided again
 */
export function conclude(
  deps: HandlerDeps,
  line: Line,
  turn: Turn,
  report: Report,
): 'told' | 'fallen' | 'again' {
  switch (report.kind) {
    case 'committed':
      tell(deps, line, turn, report.letters);
      return 'told';
    case 'unwritten':
      tell(deps, line, turn);
      return 'told';
    case 'duplicate':
      line.done();
      return 'fallen';
    case 'failed':
      tell(deps, line, failing(deps, line, report.error));
      return 'fallen';
    case 'stale':
      line.overtaken += 1;
      if (line.overtaken < tries) return 'again';
      tell(deps, line, failing(deps, line, new Error('the branch is written to by too many processes')));
      return 'fallen';
  }
}

export function tell(
  deps: HandlerDeps,
  line: Line,
  { tell: say, seen }: Turn,
  letters: Parameters<Turn['tell']>[0] = [],
): void {
  try {
    say(letters);
    if (seen === undefined) return;
    line.count(...seen);
    trace(deps, line, seen, letters);
  } catch (error) {
    fail(deps, line, error);
    line.count(seen?.[0] ?? 'unknown', 'failed');
  } finally {
    line.done();
  }
}

/** By its request a message is followed to its letters, also where nothing fails. A failure has its own line. */
function trace(
  { log }: HandlerDeps,
  { incoming }: Line,
  [command, outcome]: NonNullable<Turn['seen']>,
  letters: Parameters<Turn['tell']>[0],
): void {
  if (outcome === 'failed') return;
  const { branch } = incoming;
  const facts = {
    branch,
    request: requestOf(incoming),
    command,
    outcome,
    letters: letters.map(({ id }) => id),
  };
  log.info(facts, 'message handled');
}

/** The turn of a line that could not be decided or written. */
export function failing(deps: HandlerDeps, line: Line, error: unknown): Turn {
  return { tell: () => fail(deps, line, error), seen: ['unknown', 'failed'], alone: false };
}
