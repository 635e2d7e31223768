import { z } from 'zod';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import { isSameTruth, truthNow } from '../attendance/truth/apply.js';
import { truthSchema } from '../attendance/truth/propose.js';
import { keepPrivate } from '../../domain/private.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { firstInLine, tellRuler } from '../matters/announce.js';
import { matterCard } from '../matters/cards.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, openUseCase, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { put } from '../../domain/branch/rows.js';
import { shows } from '../../domain/notice/shown.js';
import { isPoints, standingEntries } from '../../domain/points/deeds.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { hangingOn } from '../../domain/matters/open-matter.js';
import type { ObjectionMatter } from '../../domain/rulings/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import { isTooLong, longestText } from '../free-text.js';
import { judge, tellResults } from '../rulings/judge.js';
import { rulers } from '../who.js';
import { tellOfMoved } from '../year/steps/moved.js';
import { dismiss } from './matter.js';
import { registerLines } from './register.js';
import { enteredSince, isPostedSince, isPutRight, shownLines } from './shown.js';
import { uphold, type Wording } from './uphold.js';
import type { ObjectionRefusals } from './says.js';

/** Reminds those who may answer that an objection still waits; where none of them can be reached, who can help. */
export const remindOfObjection = openUseCase({
  name: 'objections.remind',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), workingDays: z.int() }),
  run: ({ facts, rulebook, kinds }, { number, workingDays }) => {
    const matter = facts.get('matter', number);
    if (matter?.kind !== 'objection' || matter.state !== 'open' || matter.upheld !== undefined)
      return done({ replies: [], ids: [number] });
    const inLine = firstInLine(facts, matter);
    // Nobody may answer: that was said once, with the way out, to the secretary and to the objector.
    if (inLine.length === 0) return done({ replies: [], ids: [number] });
    const reached = inLine.filter(({ id }) => accountsOf(facts, id).length > 0);
    const card = keepPrivate(matterCard({ facts, rulebook, kinds }, matter));
    return done({
      ids: [number],
      replies:
        reached.length === 0
          ? tellRuler({ facts, rulebook, kinds }, matter)
          : reached.map(({ id }) => toPerson(id, 'objections.reminder', { card, workingDays })),
    });
  },
});

/**
 * `/答复 N 维持|成立 说明 [更正 M…]`: answered by one who neither proposed nor ruled what it is about (SPEC §3). The
 * explanation goes to the objector alone.
 */
export const answerObjection = useCase({
  name: 'objections.answer',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({
    number: z.int(),
    upheld: z.boolean(),
    explanation: z.string().min(1),
    corrects: z.array(z.int()),
    /** Of a line of the register: what the member was. */
    truth: truthSchema.nullable(),
    /** 无须改动: what the notice shows stays as it is. */
    unchanged: z.boolean(),
    /** The number at the end of the explanation: it may be meant to be corrected. */
    atEnd: z.int().nullable(),
  }),
  run: (context, { number, upheld, explanation, corrects, truth, unchanged, atEnd }) => {
    if (isTooLong(explanation)) return refuse('rulings.textTooLong', { most: longestText });
    const asked = context.facts.get('matter', number);
    if (asked !== undefined && asked.kind !== 'objection') return notAnObjection(context, number);
    const judged = judge(context, number);
    if (judged.kind === 'not')
      return done({ replies: [...tellResults(context, [judged.result]), ...judged.replies] });
    const { matter } = judged;
    if (matter.kind !== 'objection') return notAnObjection(context, number);
    const named = [...new Set(corrects)];
    const refused = whyNotCorrect(context, matter, upheld, named);
    if (refused !== undefined) return refused;
    if (unchanged && (!upheld || matter.about.to === 'matter' || named.length > 0))
      return refuse('objections.nothingToChange', { number, upheld });
    if (!upheld) return truth === null ? dismiss(context, matter, explanation) : truthForNothing(number);
    if (matter.about.to === 'notice' && named.length === 0 && !unchanged && truth === null) {
      const which = askWhich(context, matter, explanation, atEnd);
      if (which !== undefined) return which;
      const { actor, now } = context;
      if (matter.upheld === undefined)
        return leaveOpen(context, { ...matter, upheld: { by: actor.id, at: now, explanation } });
    }
    const wording = { explanation, corrects: named, truth, unchanged };
    return askTruth(context, matter, wording) ?? answer(context, matter, wording);
  },
});

/** The number of the matter most likely means the one objection to it that the speaker may answer. */
function notAnObjection({ facts, actor }: ActorContext, number: number): Outcome {
  const objections = hangingOn(facts, number)
    .filter((each) => each.kind === 'objection' && barredFrom(facts, each, actor) === undefined)
    .map((each) => each.number);
  return refuse('objections.notAnObjection', { number, objections });
}

function truthForNothing(number: number): Outcome {
  return refuse('objections.truthForNothing', { number });
}

/**
 * Where 成立 takes back a line of an activity's register that it still asks for, the answer says what is true; the register
 * is put right with it, so that nothing else goes on counting the absence (issue 12, §2).
 */
function askTruth(
  context: ActorContext,
  { number, about }: ObjectionMatter,
  wording: Wording,
): Outcome | undefined {
  const { facts, rulebook } = context;
  const named = about.to === 'matter' ? [about.number] : wording.corrects;
  const lines = registerLines(facts, rulebook, named);
  const [line, ...others] = lines;
  if (line === undefined) return wording.truth === null ? undefined : truthForNothing(number);
  if (others.length > 0)
    return refuse('objections.oneLineAtATime', { number, lines: lines.map((each) => each.number) });
  const { activity, subject } = line;
  const now = truthNow(facts, activity, subject);
  if (wording.truth !== null && !isSameTruth(wording.truth, now)) return undefined;
  return done({
    replies: [
      toSpeaker('objections.sayTruth', {
        ...{ number, line: line.number, corrects: about.to === 'matter' ? [] : wording.corrects },
        activity: refOfActivity(facts, activityOf(facts, activity)),
        now: keepPrivate(now),
        explanation: keepPrivate(wording.explanation),
      }),
    ],
  });
}

/**
 * 成立 closes an objection to a notice only when something of the notice was put right since, or with the word that nothing
 * has to be: else the points would stay lost. A line's number behind the explanation is asked about, not kept as text; the
 * number of what was entered since says what was put right, whatever its day.
 */
function askWhich(
  { facts, rulebook }: ActorContext,
  matter: ObjectionMatter,
  explanation: string,
  atEnd: number | null,
): Outcome | undefined {
  const notice = facts.get('notice', matter.about.number);
  if (notice === undefined) return undefined;
  const shown = shownLines(facts, rulebook, matter);
  const meant = shown.filter(({ card }) => card.number === atEnd);
  const { upheld } = matter;
  const isSettled =
    upheld === undefined
      ? meant.length === 0
      : isPutRight(facts, notice, matter, upheld.at) || isPostedSince(facts, atEnd, upheld.at);
  if (isSettled) return undefined;
  return done({
    replies: [
      toSpeaker('objections.sayWhich', {
        number: matter.number,
        notice: notice.number,
        lines: keepPrivate(meant.length > 0 ? meant : shown),
        entered: keepPrivate(upheld === undefined ? [] : enteredSince(facts, notice, upheld.at)),
        explanation: keepPrivate(explanation),
        isNamed: upheld === undefined,
      }),
    ],
  });
}

function answer(context: ActorContext, matter: ObjectionMatter, wording: Wording): Outcome {
  const { facts, actor, now } = context;
  const { explanation } = wording;
  const { number } = matter;
  const ruling = {
    matter: number,
    ruler: actor.id,
    decision: 'confirmed' as const,
    at: now,
    meetingOn: null,
  };
  const answered = { ...matter, state: 'confirmed' as const };
  const decided = [put('matter', answered), put('ruling', { ...ruling, reason: explanation })];
  const effect = uphold({ ...context, facts: facts.with(decided) }, answered, wording);
  const changes = [...decided, ...effect.changes];
  const moved = tellOfMoved(context, facts.with(changes));
  return done({
    changes,
    ids: [number],
    replies: [...tellResults(context, [effect.result]), ...effect.replies, ...moved],
  });
}

/** 成立 alone changes no score: it stands in the digest of whoever must act until a second 成立 says what was done. */
function leaveOpen(context: ActorContext, matter: ObjectionMatter): Outcome {
  const changes = [put('matter', matter)];
  const facts = context.facts.with(changes);
  const wording = {
    explanation: matter.upheld?.explanation ?? '',
    corrects: [],
    truth: null,
    unchanged: false,
  };
  const effect = uphold({ ...context, facts }, matter, wording);
  return done({
    changes,
    ids: [matter.number],
    replies: [...tellResults(context, [effect.result]), ...effect.replies],
  });
}

/** What 更正 names must be in the notice, and the person who answers has no part in it either. */
function whyNotCorrect(
  { facts, actor }: ActorContext,
  { number, about }: ObjectionMatter,
  upheld: boolean,
  corrects: readonly number[],
): Outcome | undefined {
  if (corrects.length === 0) return undefined;
  const notice = about.to === 'notice' && upheld ? facts.get('notice', about.number) : undefined;
  if (notice === undefined) return refuse('objections.correctsWithoutCause', { number, upheld });
  const not = (each: number, why: ObjectionRefusals['correctsNot']['why']) =>
    refuse('objections.correctsNot', { number, matter: each, why, notice: notice.number });
  for (const each of corrects) {
    const matter = facts.get('matter', each);
    if (matter === undefined || !isPoints(matter)) return not(each, 'unknown');
    const entries = facts.of('entry', matter.subject).filter((entry) => entry.matter === each);
    const standing = standingEntries(facts, matter);
    if (!entries.some((entry) => shows(notice, entry))) return not(each, 'notShown');
    if (standing.length === 0) return not(each, 'reversed');
    if (standing.some(({ year }) => isArchived(facts, year))) return not(each, 'archived');
    const ruler = facts.get('ruling', each)?.ruler;
    const hasPart = facts.get('witness', each, actor.id) !== undefined;
    if (hasPart || [matter.subject, matter.proposer, ruler].includes(actor.id)) return not(each, 'barred');
  }
  return undefined;
}
