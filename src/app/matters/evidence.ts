import type { Facts } from '../../domain/branch/facts.js';
import { holds } from '../../domain/branch/people.js';
import { isReady, subjectKnows } from '../../domain/matters/kinds.js';
import { isPoints } from '../../domain/points/deeds.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Person } from '../../domain/roster/rows.js';
import { keepsMatter } from '../../domain/roster/offices.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { withPaper, withRemark, type PrivateReply } from '../reply.js';

/** Pictures and files that come unasked with the request to a ruler. */
const mostCarried = 3;

/** Stored files that prove a matter, as they came in. */
export function filesOf(facts: Facts, matter: number): readonly number[] {
  return facts.of('material', matter).flatMap(({ file }) => file ?? []);
}

/** What a ruler is asked about with its pictures and files, or with those that came in later: nobody rules unseen. */
export function withEvidence(
  facts: Facts,
  { number }: Matter,
  reply: PrivateReply,
  files = filesOf(facts, number),
): PrivateReply {
  if (files.length === 0) return reply;
  const carried = withPaper(reply, { paper: 'evidence', files: files.slice(0, mostCarried) });
  const all = filesOf(facts, number).length;
  return files.length <= mostCarried
    ? carried
    : withRemark(carried, 'rulings.moreEvidence', { number, carried: mostCarried, all });
}

/**
 * How much of the evidence somebody may see: proposers and rulers all of it, as the subject of a bonus; supervisor and
 * 上级 too, though of a deduction not before its subject hears of it; the subject of a deduction only of which kind it
 * is, since it may name people; as the subject of what was read out of a sheet.
 */
export function sightOf(
  facts: Facts,
  rulebook: Rulebook,
  matter: Matter,
  person: Person,
): 'whole' | 'kinds' | 'nothing' {
  const { number, subject, kind } = matter;
  if (kind === 'deduction' && subject === person.id)
    return subjectKnows(facts, rulebook, matter) ? 'kinds' : 'nothing';
  const ruler = facts.get('ruling', number)?.ruler;
  // What ended without a ruling is seen by those who could have ruled.
  const awaited = matter.state === 'open' || (matter.state === 'closed' && ruler === undefined);
  const rules = awaited ? barredFrom(facts, matter, person) === undefined : ruler === person.id;
  if (keepsMatter(facts, matter, person.id) || rules) return 'whole';
  if (!isPoints(matter)) return 'nothing';
  const watches = person.kind === 'superior' || holds(facts, person.id, 'supervisor');
  if (watches) return subjectKnows(facts, rulebook, matter) ? 'whole' : 'nothing';
  if (subject !== person.id) return 'nothing';
  // A sheet that was imported holds other people's lines too.
  return matter.source === undefined ? 'whole' : 'kinds';
}

/** Whether whoever may read a member's score hears that a matter waits: before its subject, only who rules or entered it. */
export function isHeardOf(facts: Facts, rulebook: Rulebook, matter: Matter, person: Person): boolean {
  return subjectKnows(facts, rulebook, matter) || sightOf(facts, rulebook, matter, person) === 'whole';
}

/** Whether somebody may rule on it now. */
export function rulesNow(facts: Facts, rulebook: Rulebook, matter: Matter, person: Person): boolean {
  return isReady(facts, rulebook, matter) && barredFrom(facts, matter, person) === undefined;
}
