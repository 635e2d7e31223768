import type { HandlerDeps } from '../incoming.js';
import { isSameMessage, type Line } from './line.js';
import { conclude, failing, tell, type Report } from './telling.js';
import { turnOf, type Bench, type Turn } from './turn.js';

/** The lines of a branch in the order of hearing: decided one on another, durable together, answered one after another. */
interface Lineup {
  join(line: Line): void;
  /** Nobody waits, and nothing is under way. */
  isEmpty(): boolean;
}

/** A line that is decided; nobody has heard of it yet. */
interface Decided {
  readonly line: Line;
  readonly turn: Turn;
  readonly report: Promise<Report>;
}

/** Lines decided ahead at most: as many as one transaction takes. */
const mostAhead = 100;

/**
 * A run (docs/adr/0022-pipelined-branch.md): lines are decided on what those before them have submitted, until the first
 * of them is reported written or not. Then all are told in their order; where one was not written, those after it are
 * decided again, and no later line before them. While the run lasts, nobody hears anything.
 */
export function createLineup(bench: Bench): Lineup {
  const { deps } = bench;
  const waiting: Line[] = [];
  const run: Decided[] = [];
  let isOpen = true;
  let most = mostAhead;

  function decideAhead(): void {
    for (let [line] = waiting; isOpen && line !== undefined && run.length < most; [line] = waiting) {
      const turn = tryTurn(bench, line, run);
      // Until everything before it is durable.
      if (turn === null) return;
      waiting.shift();
      if (turn instanceof Promise) void wait(line, turn);
      else add(line, turn);
    }
  }

  /** It began when nothing was under way, and nothing begins before it has ended. */
  async function wait(line: Line, turn: Promise<Turn>): Promise<void> {
    isOpen = false;
    const made = await turn.catch((error: unknown) => failing(deps, line, error));
    isOpen = true;
    add(line, made);
    decideAhead();
  }

  function add(line: Line, turn: Turn): void {
    if (run.length === 0 && turn.unit === undefined) {
      tell(deps, line, turn);
      return;
    }
    run.push({ line, turn, report: submit(deps, turn) });
    if (turn.alone) isOpen = false;
    if (run.length === 1) void settle();
  }

  async function settle(): Promise<void> {
    const again: Line[] = [];
    let stands = true;
    for (const { line, turn, report } of run) {
      const known = await report;
      isOpen = false;
      const end: ReturnType<typeof conclude> = stands ? conclude(deps, line, turn, known) : 'again';
      if (end === 'again') again.push(line);
      stands = end === 'told';
    }
    run.length = 0;
    waiting.unshift(...again);
    // After a fall one at a time, until one is written.
    most = stands ? mostAhead : 1;
    isOpen = true;
    decideAhead();
  }

  return {
    join(line) {
      waiting.push(line);
      decideAhead();
    },
    isEmpty: () => waiting.length === 0 && run.length === 0 && isOpen,
  };
}

/** Null: it waits until everything before it is durable. */
function tryTurn(bench: Bench, line: Line, run: readonly Decided[]): Turn | Promise<Turn> | null {
  const isAhead = run.length > 0;
  // A repeat of what is under way is decided once it is known what became of that.
  if (run.some((before) => isSameMessage(before.line, line))) return null;
  try {
    return turnOf(bench, line, isAhead);
  } catch (error) {
    return isAhead ? null : failing(bench.deps, line, error);
  }
}

async function submit({ store }: HandlerDeps, { unit }: Turn): Promise<Report> {
  if (unit === undefined) return { kind: 'unwritten' };
  try {
    return await store.commit(unit);
  } catch (error) {
    return { kind: 'failed', error };
  }
}
