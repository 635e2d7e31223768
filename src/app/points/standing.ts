import { lastDayOf } from '../../domain/year/table/lines.js';
import { whyNotScoredIn } from '../../domain/roster/spans.js';
import { personOn } from '../../domain/roster/membership.js';
import { sumsOf } from '../../domain/points/score.js';
import { scoreOf, entriesOf, importedRecord, isTakenOver } from '../../domain/year/table/score.js';
import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { personOf, refById, refOf, unscored } from '../../domain/branch/people.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import type { Person } from '../../domain/roster/rows.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate, type Private } from '../../domain/private.js';
import { openPoints, isPoints } from '../../domain/points/deeds.js';
import { certifiedVeto } from '../../domain/veto/matter.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { here, toSpeaker, withPaper } from '../reply.js';
import {
  done,
  refuse,
  refuseQuietly,
  useCase,
  type ActorContext,
  type Context,
  type Outcome,
} from '../use-case.js';
import { isHeardOf } from '../matters/evidence.js';
import { entryReason, isAboutOthers, materialTexts, occasionOf, pointsCard } from '../matters/points.js';
import type { EntryLine, ImportedPlace, ScoreFacts, VetoFacts } from './says.js';
import { goneThen, lastYearOf, withDeparture } from '../roster/register/departed.js';
import { seesOthers } from '../roster/register/readers.js';

const input = z.strictObject({ member: z.int().nullable(), year: z.int().nullable() });

/** `/积分`: one's own for everybody; others' for those who keep or rule on points. */
export const showScore = useCase({
  name: 'points.score',
  who: 'everybody',
  offeredTo: ['member', 'superior', 'inspector'],
  place: 'anywhere',
  input,
  run: (context, { member, year }) =>
    withSubject(context, member, year, (subject, score) => {
      // That somebody lost points is no matter for the group; a veto was voted on by all.
      if (subject.id === context.actor.id && context.place === 'group' && score.deductions === 0) {
        return done({ replies: [here('points.score', score)] });
      }
      const open = openMatters(context, subject.id, score.year).length;
      const veto = vetoFacts(context, subject.id, score.year);
      const reply = toSpeaker('points.scoreInFull', { score: keepPrivate(score), veto, open });
      return done({ replies: [withDeparture(context, reply, subject, member !== null)] });
    }),
});

/** `/明细`: line by line with clause, evidence and ruler; always in private, with `图片` also as a small card. */
export const showDetails = useCase({
  name: 'points.details',
  who: 'everybody',
  offeredTo: ['member', 'superior', 'inspector'],
  place: 'anywhere',
  input: input.extend({ picture: z.boolean() }),
  run: (context, { member, year, picture }) =>
    withSubject(context, member, year, (subject, score) => {
      const { facts, rulebook } = context;
      const own = subject.id === context.actor.id;
      const lines = entriesOf(facts, subject.id, score.year).map((entry) =>
        lineOf(facts, rulebook, entry, own),
      );
      const open = openMatters(context, subject.id, score.year).map((matter) => pointsCard(facts, matter));
      const details = toSpeaker('points.details', {
        score: keepPrivate(score),
        veto: vetoFacts(context, subject.id, score.year),
        lines: keepPrivate(lines),
        open: keepPrivate(open),
        imported: keepPrivate(placeOf(facts, subject.id, score.year)),
      });
      const reply = withDeparture(context, details, subject, member !== null);
      const card = { paper: 'scoreCard', person: subject.id, year: score.year } as const;
      return done({ replies: [picture ? withPaper(reply, card) : reply] });
    }),
});

function withSubject(
  context: ActorContext,
  member: number | null,
  year: number | null,
  then: (subject: Person, score: ScoreFacts) => Outcome,
): Outcome {
  const { facts, actor } = context;
  const subject = member === null ? actor : personOf(facts, member);
  if (subject.id !== actor.id && !seesOthers(facts, actor)) return refuse('points.notYourScore', {});
  const asked = year ?? lastYearOf(subject, yearOf(context.today));
  const rulebook = context.rulebookOf(asked);
  const refused = withoutScore(context, subject, asked);
  if (refused !== null) return keptRecord(context, subject, asked) ?? refused;
  const imported = importedRecord(facts, subject.id, asked);
  const score = scoreOf(facts, rulebook, subject.id, asked);
  return then(subject, {
    subject: refOf(facts, subject),
    year: asked,
    ...sumsOf(score),
    forReference:
      imported === undefined
        ? personOn(facts, subject, lastDayOf(asked)).probationary
        : imported.tier === null,
    archived: archivedBefore(context, subject.id, asked, score.total),
    imported: imported === undefined ? null : { vetoed: imported.vetoed },
  });
}

/**
 * What was entered before somebody left the assessment stays, visible to themselves and to those who see others (issue 12,
 * §1); undefined: there is nothing, or another reason why there is no score.
 */
function keptRecord(context: ActorContext, subject: Person, year: number): Outcome | undefined {
  const { facts, rulebook, actor } = context;
  const why = whyNotScoredIn(facts, context.rulebookOf(year), subject, year);
  if (why !== 'exempt' && why !== 'category') return undefined;
  const entries = entriesOf(facts, subject.id, year);
  const open = openMatters(context, subject.id, year);
  if (entries.length === 0 && open.length === 0) return undefined;
  const then = personOn(facts, subject, lastDayOf(year));
  const own = subject.id === actor.id;
  const kept = toSpeaker('points.keptRecord', {
    unscored: keepPrivate({ ...unscored(facts, then), why }),
    year,
    lines: keepPrivate(entries.map((entry) => lineOf(facts, rulebook, entry, own))),
    open: keepPrivate(open.map((matter) => pointsCard(facts, matter))),
  });
  return done({ replies: [kept] });
}

/** A refusal when the member was not scored in this year. */
export function withoutScore(context: Context, subject: Person, year: number): Outcome | null {
  const { facts, today } = context;
  const imported = importedRecord(facts, subject.id, year);
  const then = personOn(facts, subject, lastDayOf(year));
  const why = whyNotScoredIn(facts, context.rulebookOf(year), subject, year);
  if (imported === undefined && why !== undefined)
    // Who is exempt is nobody else's business.
    return (why === 'exempt' ? refuseQuietly : refuse)('points.scoreNotKept', {
      ...unscored(facts, then),
      why,
    });
  if (imported === undefined && isTakenOver(facts, year))
    return refuse('points.notInTable', { person: refOf(facts, subject), year });
  // The branch may not know the joining day of members from before it was kept here, but knows they were rated.
  const early = imported === undefined && year < yearOf(subject.joinedOn);
  if (year > yearOf(today) || early)
    return refuse('points.noScoreThen', { person: refOf(facts, subject), year });
  return imported === undefined ? goneThen(facts, subject, { year, quarter: null }) : null;
}

/** Where the file holds the year's line, and which tier it gave. */
function placeOf(facts: Facts, member: number, year: number): ImportedPlace | null {
  const record = importedRecord(facts, member, year);
  if (record?.imported === undefined) return null;
  const { matter, line, byScore, remark } = record.imported;
  const ruling = facts.get('ruling', matter);
  return {
    ...{ matter, line, byScore, remark },
    tier: record.tier,
    materials: materialTexts(facts, matter),
    ruler: ruling === undefined ? null : refById(facts, ruling.ruler),
  };
}

function archivedBefore({ facts }: ActorContext, member: number, year: number, total: number): number | null {
  const archived = facts.get('yearRecord', year, member)?.total;
  return archived === undefined || archived === total ? null : archived;
}

function vetoFacts({ facts }: ActorContext, member: number, year: number): Private<VetoFacts | null> {
  const veto = certifiedVeto(facts, member, year);
  return keepPrivate(veto === undefined ? null : { number: veto.number, ground: veto.ground });
}

function openMatters(
  { facts, rulebook, actor }: ActorContext,
  member: number,
  year: number,
): readonly PointsMatter[] {
  return openPoints(facts, member, year).filter((matter) => isHeardOf(facts, rulebook, matter, actor));
}

/** A file's name may betray who handed it in; the number of a document names nobody. */
function materialsFor(facts: Facts, matter: number, shielded: boolean) {
  const all = facts.of('material', matter).filter(({ type }) => type !== 'register');
  const shown = shielded ? all.filter(({ type }) => type === 'document') : all;
  return { materials: shown.map(({ text }) => text), hidden: all.length - shown.length };
}

/** The subject of a deduction sees neither who bore witness nor what files are called (SPEC §1, evidence). */
function lineOf(facts: Facts, rulebook: Rulebook, entry: LedgerEntry, own: boolean): EntryLine {
  const { item, grade, times, points, deedOn, matter } = entry;
  const ruled = facts.get('matter', matter);
  const reversal = entry.reverses !== null;
  const shielded = own && entry.side === 'deduction';
  const witnesses = facts.of('witness', matter).filter((witness) => witness.confirmedAt !== null);
  return {
    item,
    grade,
    times,
    points,
    deedOn,
    matter,
    ruler: refById(facts, entry.ruler),
    reversal,
    supplement: ruled?.kind === 'correction' && ruled.supplement === true,
    // The proof of a reversal is the ruling that made it.
    witnesses: shielded || reversal ? [] : witnesses.map((witness) => refById(facts, witness.person)),
    ...(reversal ? { materials: [], hidden: 0 } : materialsFor(facts, matter, shielded)),
    occasion: ruled?.kind === 'deduction' && !reversal ? occasionOf(facts, rulebook, ruled) : null,
    reason: own && isAboutOthers(facts, ruled) ? null : entryReason(facts, entry),
    turn: turnOf(facts, entry),
  };
}

/** What `/明细` says beside the line, so that no deed reads as counted twice or taken back for nothing. */
function turnOf(facts: Facts, { seq, member, matter, item, reverses }: LedgerEntry): EntryLine['turn'] {
  const ruled = facts.get('matter', matter);
  if (reverses !== null) {
    if (ruled?.kind === 'objection') return 'objection';
    return ruled !== undefined && isPoints(ruled) ? 'replaced' : null;
  }
  const before = facts.of('entry', member).find((other) => other.matter === matter && other.item === item);
  return before !== undefined && before.seq < seq && ruled !== undefined && isPoints(ruled)
    ? 'restored'
    : null;
}
