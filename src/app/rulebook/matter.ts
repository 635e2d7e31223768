import { readContent, isNothingKept, firstYearOf } from '../../domain/rulebook/adopted.js';
import { superiors } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import type { RulebookMatter } from '../../domain/rulings/rows.js';
import type { Effect, Kind } from '../matters/kind.js';
import { toGroup, toPerson } from '../reply.js';
import type { ActorContext } from '../use-case.js';

export const rulebook: Kind<RulebookMatter> = {
  card: ({ facts, rulebook: before }, { version, title, meetingOn, content }) => {
    const after = readContent(content);
    const compared = after === undefined ? null : { before, after };
    return { kind: 'rulebook', version, title, meetingOn, fromThisYear: isNothingKept(facts), compared };
  },
  carryOut: adopt,
  correction: { refusal: 'correctOther' },
  goesWithOthers: false,
};

/** The rulebook holds from the first year that has not begun to be kept (SPEC §1: a new version never changes the past). */
function adopt(context: ActorContext, matter: RulebookMatter): Effect {
  const { facts, actor, now, place } = context;
  const { number, version, title, meetingOn, content } = matter;
  const fromYear = firstYearOf(facts, yearOf(now));
  const told = { number, version, title, meetingOn, fromYear };
  const no = facts.next('rulebook');
  return {
    changes: [put('rulebook', { no, version, fromYear, content, matter: number, meetingOn, adoptedAt: now })],
    result: { kind: 'adopted', number, version, fromYear },
    replies: [
      ...superiors(facts)
        .filter((superior) => superior.id !== actor.id)
        .map(({ id }) => toPerson(id, 'rulebook.adoptedAbove', { ...told, branch: facts.branch.name })),
      // Whoever rules in the group has told it there already.
      ...(place === 'private' ? [toGroup('rulebook.adopted', told)] : []),
    ],
  };
}
