import { contextOf, type HandlerDeps, type Incoming, type Meaning } from '../incoming.js';
import { answersOf, lettersOf, readdressed } from '../letters/letters.js';
import { hold, joinedWith } from '../letters/joined.js';
import { decide } from '../perform.js';
import { remembered, spent } from '../plain/offers.js';
import type { Meter } from '../ports/meter.js';
import type { Snapshot, StoredLetter, Unit } from '../ports/store/store.js';
import { refuse, type AfterBackup, type Context, type Outcome } from '../use-case.js';
import type { Line } from './line.js';
import { answerAtOnce, changesNothing, isUnbound, ordersPaper } from './meanwhile.js';
import type { Unrecorded } from './unrecorded.js';

/** What a line comes to. Deciding changes nothing: it may be decided again. */
export interface Turn {
  /** What it changes; left out: nothing. */
  readonly unit?: Unit;
  /** Once all that it was decided on is durable, and its own changes are. */
  readonly tell: (letters: readonly StoredLetter[]) => void;
  /** For those who count. */
  readonly seen?: Readonly<Parameters<ReturnType<Meter['begin']>>>;
  /** It looked beside the facts: what it saw there holds only where nothing is under way. */
  readonly alone: boolean;
}

/** What it takes to decide a line. */
export interface Bench {
  readonly deps: HandlerDeps;
  readonly unrecorded: Unrecorded;
}

/** The line and what it is decided on. */
interface Case extends Bench {
  readonly incoming: Incoming;
  readonly snapshot: Snapshot;
  readonly context: Context;
  /** It looks beside the facts. */
  readonly look: () => void;
}

type Decision = Omit<Turn, 'alone'>;
type Meant<K extends Meaning['kind']> = Extract<Meaning, { readonly kind: K }>;

const nothing: Decision = { tell: () => undefined };

/**
 * Decides a line on the tip of its branch.
 *
 * @param isAhead something that it is decided on is not durable yet
 * @returns null: it can only be decided once everything before it is durable
 */
export function turnOf(
  bench: Bench,
  { incoming, read }: Line,
  isAhead: boolean,
): Turn | Promise<Turn> | null {
  const { deps, unrecorded } = bench;
  const { branch, message, speaker } = incoming;
  // Claims of the clock are looked up beside the facts.
  if (isAhead && speaker === null) return null;
  if (unrecorded.has(branch, message) || deps.store.handled(branch, message))
    return { ...nothing, alone: false };
  let alone = speaker === null;
  const snapshot = deps.store.tip(branch);
  const look = (): void => void (alone = true);
  const context = contextOf(deps, incoming, snapshot.facts, look);
  const decision = decisionOf({ ...bench, incoming, snapshot, context, look }, read(context));
  if (isAhead && (alone || typeof decision === 'function')) return null;
  return typeof decision === 'function'
    ? decision().then((made) => ({ ...made, alone: true }))
    : { ...decision, alone };
}

/** A function: the decision hangs on a copy of the database, which it makes. */
function decisionOf(given: Case, meaning: Meaning): Decision | (() => Promise<Decision>) {
  switch (meaning.kind) {
    case 'silence':
      return ofSilence(given, meaning);
    case 'answer':
      return ofAnswer(given, meaning);
    case 'intent': {
      const decided = decide(given.context, meaning.intent);
      return decided.kind === 'backup'
        ? async () => ofOutcome(given, meaning, await afterBackup(given, decided))
        : ofOutcome(given, meaning, decided);
    }
  }
}

async function afterBackup({ deps, context }: Case, { which, then }: AfterBackup): Promise<Outcome> {
  return then(await deps.backups.make(which, context.now));
}

function ofSilence(given: Case, { endsOffer }: Meant<'silence'>): Decision {
  const changes = endsOffer === true ? spent(given.context, []) : [];
  if (changes.length === 0 || !given.snapshot.isSound) return nothing;
  return written(given, { changes, contents: [], letters: [], audit: null });
}

function ofAnswer(given: Case, meaning: Meant<'answer'>): Decision {
  const { deps, incoming, context, snapshot } = given;
  const seen = ['answer', 'answered'] as const;
  const hint = meaning.isHint === true ? hintOf(given) : null;
  if (hint?.isDue === false) return { ...recordOnly(given), seen };
  const answers = answersOf(deps, incoming, context, meaning);
  const changes = snapshot.isSound ? remembered(context, meaning.offer) : [];
  if (changes.length === 0) return { ...answered(given, answers, hint?.note), seen };
  const letters = answers.map((one) => ({ channel: deps.channel, person: null, expiresAt: null, ...one }));
  return { ...written(given, { changes, contents: [], letters, audit: null }), seen };
}

function ofOutcome(given: Case, meaning: Meant<'intent'>, outcome: Outcome): Decision {
  const { deps, incoming, context, snapshot } = given;
  const { name } = meaning.intent.useCase;
  const seen = [name, outcome.kind] as const;
  const hint = isUnbound(outcome) ? hintOf(given) : null;
  if (hint?.isDue === false) return { ...recordOnly(given), seen };
  const all = lettersOf(deps, incoming, context, outcome, meaning);
  const { now: letters, later } = joinedWith(incoming.joined, incoming.speaker, all, (chat, text) => ({
    ...{ channel: deps.channel, chat, person: null, text, files: [], expiresAt: null },
  }));
  const changes = spent(context, outcome.kind === 'done' ? outcome.changes : []);
  // An ordered paper is made after the answer is durable, so that a crash cannot lose it.
  if (incoming.speaker !== null && changesNothing(outcome) && !letters.some(ordersPaper)) {
    // One line of several ends no offer by itself: the others do, or the next message.
    if (changes.length > 0 && snapshot.isSound && incoming.joined === undefined)
      return { ...written(given, { changes, contents: [], letters, audit: null }, [], hint?.note), seen };
    return { ...answered(given, all, hint?.note), seen };
  }
  if (!snapshot.isSound) {
    // The clock tries again once the file is restored.
    const refused = lettersOf(deps, incoming, context, refuse('door.unsound', {}), {});
    return { ...(incoming.speaker === null ? nothing : answered(given, refused)), seen };
  }
  // The clock's claim is a row even when there was nothing to say.
  if (outcome.kind === 'refused') throw new Error(`the clock was refused: ${outcome.say.code}`);
  const { contents, ballots, ids, arrived = [] } = outcome;
  const resend = readdressed(deps, snapshot.facts, context, outcome.resend);
  const audit = { actor: context.actor?.id ?? null, useCase: name, ids };
  const unit = { changes, contents, letters, resend, arrived, audit };
  if (ballots === undefined) return { ...written(given, unit, later), seen };
  // The box is no part of the facts.
  given.look();
  return { ...written(given, { ...unit, ballots }, later), seen };
}

function written(
  { deps, unrecorded, incoming, snapshot, context }: Case,
  decided: Pick<Unit, 'changes' | 'contents' | 'letters' | 'audit' | 'ballots' | 'resend' | 'arrived'>,
  later: Parameters<typeof hold>[1] = [],
  note: () => void = () => undefined,
): Decision {
  const { branch, message, joined } = incoming;
  const recorded = unrecorded.of(branch);
  return {
    unit: {
      ...{ branch, version: snapshot.version, message, unrecorded: recorded, at: context.now, ...decided },
      nextDue: deps.nextDue(snapshot.facts.with(decided.changes), context.now, message),
    },
    tell(letters) {
      unrecorded.remove(branch, recorded);
      note();
      if (joined !== undefined) hold(joined, later);
      deps.delivery.post(letters);
    },
  };
}

function answered(
  { deps, unrecorded, incoming }: Case,
  answers: Parameters<typeof answerAtOnce>[3],
  note: () => void = () => undefined,
): Decision {
  return {
    tell() {
      note();
      answerAtOnce(deps, unrecorded, incoming, answers);
    },
  };
}

function recordOnly({ unrecorded, incoming: { branch, message } }: Case): Decision {
  return { tell: () => unrecorded.add(branch, message) };
}

/**
 * Each account learns once a day how to get bound, whatever it types, and at every button press. Only account and day
 * are remembered, not the words; the note rides with the next commit like the message itself.
 */
function hintOf({ deps, unrecorded, incoming, context, look }: Case): { isDue: boolean; note: () => void } {
  const { branch, speaker } = incoming;
  const message = `unbound/${deps.channel}/${speaker?.account ?? ''}/${context.today}`;
  const hint = { channel: 'hint', messageId: message };
  look();
  const isGiven = unrecorded.has(branch, hint) || deps.store.handled(branch, hint);
  return {
    isDue: !isGiven || speaker?.pressed === true,
    note: () => isGiven || unrecorded.add(branch, hint),
  };
}
