import {
  knowledgeOf,
  lastDayOf,
  objectionsOf,
  pointsBehind,
  yearOfTarget,
} from '../../domain/objections/target.js';
import { isPoints, standingEntries } from '../../domain/points/deeds.js';
import { reversing } from '../../domain/points/twins.js';
import { subjectKnows } from '../../domain/matters/kinds.js';
import type { Matter, ObjectionTarget } from '../../domain/rulings/rows.js';
import { stillStands } from '../../domain/roster/matter.js';
import { isArchived } from '../../domain/year/archived.js';
import { refuse, type ActorContext, type Outcome } from '../use-case.js';

/**
 * Why nothing can be objected to here; undefined when it can. People who may not know of a matter get the answer of a
 * number that does not exist.
 * @param notice a notice of the same number, which may have been meant
 */
export function whyNotObject(
  context: ActorContext,
  about: ObjectionTarget,
  notice: number | null,
): Outcome | undefined {
  const refused =
    about.to === 'notice' ? whyNotNotice(context, about.number) : whyNotMatter(context, about.number, notice);
  return refused ?? whyNotNow(context, about);
}

function whyNotNotice({ facts, today }: ActorContext, number: number): Outcome | undefined {
  const notice = facts.get('notice', number);
  if (notice === undefined) return refuse('objections.noNotice', { number });
  const until = lastDayOf(facts, notice);
  return until !== undefined && today > until
    ? refuse('objections.noticeOver', { number, until })
    : undefined;
}

function whyNotMatter(context: ActorContext, number: number, notice: number | null): Outcome | undefined {
  const { facts, rulebook, actor } = context;
  const matter = facts.get('matter', number);
  const unknown = refuse('objections.noTarget', { number, notice });
  if (matter === undefined) return unknown;
  switch (knowledgeOf(facts, rulebook, actor, matter)) {
    case 'no':
      return unknown;
    case 'published':
      // No publication shows by number that it was reversed since.
      return standingEntries(facts, matter).length > 0 ? undefined : unknown;
    case 'told':
      return whyNotKnown(context, matter, notice);
  }
}

function whyNotKnown(
  { facts, rulebook, actor }: ActorContext,
  matter: Matter,
  notice: number | null,
): Outcome | undefined {
  const { number, kind, state } = matter;
  // What was ruled about the speaker himself, beside points.
  const own = (matter.kind === 'veto' || matter.kind === 'status') && matter.subject === actor.id;
  if (!isPoints(matter) && matter.kind !== 'correction' && !own)
    return refuse('objections.notObjectionable', { number, kind, notice });
  if (state === 'open') {
    const hearing = (kind === 'deduction' || kind === 'status') && matter.subject === actor.id;
    const mayState = hearing && subjectKnows(facts, rulebook, matter);
    return refuse('objections.notRuled', { number, mayState, notice });
  }
  if (state === 'rejected' && kind === 'bonus') return undefined;
  if (state === 'rejected' && kind === 'deduction')
    return refuse('objections.deductionRejected', { number, notice });
  if (state !== 'confirmed') return refuse('objections.nothingRuled', { number, state, notice });
  if (matter.kind === 'status' && !stillStands(facts, matter))
    return refuse('objections.notObjectionable', { number, kind, notice });
  // No one asks to get a deduction back: it would be registered again.
  if (matter.kind === 'correction' && pointsBehind(facts, matter)?.kind !== 'bonus')
    return refuse('objections.notObjectionable', { number, kind, notice });
  if (!isPoints(matter) || standingEntries(facts, matter).length > 0) return undefined;
  const by = reversing(facts, matter);
  const open = by?.kind === 'correction' && kind === 'bonus';
  return refuse('objections.reversedAlready', { number, by: by?.number ?? null, open, notice });
}

/** One objection of one person to one thing; and none to a year that is archived (SPEC §2, which year). */
function whyNotNow({ facts, actor }: ActorContext, about: ObjectionTarget): Outcome | undefined {
  const year = yearOfTarget(facts, about);
  const mine = objectionsOf(facts, actor.id, about);
  const waits = mine.find(({ state }) => state === 'open');
  if (waits !== undefined) return refuse('objections.stillWaits', { number: waits.number, about });
  if (year !== undefined && isArchived(facts, year))
    return refuse('objections.yearArchived', { about, year });
  const answered = mine.find(({ state }) => state === 'confirmed' || state === 'rejected');
  return answered === undefined
    ? undefined
    : refuse('objections.answeredBefore', { number: answered.number, about });
}
