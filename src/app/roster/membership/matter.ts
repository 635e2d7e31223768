import { personOf, refById, superiors } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { isReady, subjectKnows } from '../../../domain/matters/kinds.js';
import { keepPrivate } from '../../../domain/private.js';
import { reopened } from '../../../domain/roster/departure.js';
import { dayOf, rosterChanges } from '../../../domain/roster/changes.js';
import { isScored } from '../../../domain/roster/matter.js';
import { openPointsCards } from '../../matters/points.js';
import { keeperOf } from '../../../domain/roster/offices.js';
import type { Person } from '../../../domain/roster/rows.js';
import type { Matter, StatusMatter } from '../../../domain/rulings/rows.js';
import { announceAgain, seatOf } from '../../matters/announce.js';
import { ownCard } from '../../matters/cards.js';
import type { Effect, Follows, Kind, Looking } from '../../matters/kind.js';
import { toPerson, type Reply } from '../../reply.js';
import type { ActorContext } from '../../use-case.js';
import { followAudience } from '../due.js';
import { endedMembership } from './leave.js';
import { statusAsked } from './propose.js';

export const status: Kind<StatusMatter> = {
  card: (looking, matter) => {
    const { facts, rulebook } = looking;
    const { subject, from, to, meetingOn, paper } = matter;
    const isOvertaken = matter.state === 'open' && !isReady(facts, rulebook, matter);
    const goes = to.leftHow !== null || (isScored(rulebook, from) && !isScored(rulebook, to));
    const loses = goes && matter.state === 'open' ? openPointsCards(looking, subject) : [];
    return { kind: 'status', from, to, meetingOn, paper, isOvertaken, loses };
  },
  carryOut: carry,
  correction: { refusal: 'correctStatus' },
  goesWithOthers: () => false,
  notReady: ({ facts }, { number, subject }) => ({
    kind: 'statusOvertaken',
    number,
    subject: refById(facts, subject),
  }),
  hearing: ({ facts }, matter) => [
    toPerson(matter.subject, 'roster.statusHearing', {
      asked: statusAsked(facts, matter),
      by: refById(facts, matter.proposer),
      seat: seatOf(facts, matter),
    }),
  ],
  subjectHearsWithdrawal: true,
};

/** His entries stay. The member, who asked for it and the superior committee hear what was decided, and by whom. */
function carry(context: ActorContext, matter: StatusMatter): Effect {
  const { facts, actor } = context;
  const { number, subject, proposer, from, to } = matter;
  const { changes, replies } =
    to.leftHow === null ? moved(context, matter) : endedMembership(context, matter, to.leftHow);
  const asked = statusAsked(facts, matter);
  const ruler = refById(facts, actor.id);
  const becomesRegular = from.probationary && !to.probationary;
  const mayObject = to.leftHow === null && from.leftHow === null && !becomesRegular;
  const told = [subject, proposer].map((id) => {
    const toSubject = id === subject;
    return toPerson(id, 'roster.statusRuled', {
      ...{ asked, toSubject, mayObject: toSubject && mayObject, ruler },
    });
  });
  const reported = { branch: facts.branch.name, asked, proposer: refById(facts, proposer), ruler };
  return {
    changes,
    result: { kind: 'statusChanged', number, subject: refById(facts, subject), from, to },
    replies: [
      ...told,
      ...replies,
      ...superiors(facts)
        .filter(({ id }) => id !== actor.id)
        .map(({ id }) => toPerson(id, 'roster.statusReported', reported)),
    ],
  };
}

/**
 * What undoes a ruled change: dated like it, so that no day of the year counts as spent in a standing that was wrong.
 *
 * @param matter confirmed, and nothing has overtaken it
 */
export function takenBack(context: ActorContext, matter: StatusMatter): Follows {
  const { facts, actor, now } = context;
  const before = personOf(facts, matter.subject);
  const after: Person = { ...before, ...matter.from };
  const ruledAt = facts.get('ruling', matter.number)?.at ?? now;
  const changes = [
    put('person', after),
    ...rosterChanges(facts, before, after, dayOf(matter, ruledAt), actor.id),
  ];
  const follows = followAudience(context, facts.with(changes), after.id);
  return { changes: [...changes, ...follows.changes], replies: follows.replies };
}

function moved(context: ActorContext, matter: StatusMatter): Follows {
  const { facts, actor, now } = context;
  const { from, to, meetingOn, group } = matter;
  const before = personOf(facts, matter.subject);
  const regular = from.probationary && !to.probationary ? { regularOn: meetingOn } : {};
  const place = from.leftHow === null ? {} : { leftOn: null, group: group ?? before.group };
  const after: Person = { ...before, ...to, ...place, ...regular };
  const dated = rosterChanges(facts, before, after, dayOf(matter, now), actor.id);
  const again = from.leftHow === 'deceased' ? reopened(facts, after.id, now) : [];
  const changes = [put('person', after), ...again.map((open) => put('matter', open))];
  const then = { ...context, facts: facts.with(changes) };
  const follows = followAudience(context, then.facts, after.id);
  return {
    changes: [...changes, ...dated, ...follows.changes],
    replies: [...follows.replies, ...tellReopened(then, after.id, again)],
  };
}

/** As it was when they were open: who keeps them, their subject where they knew of it, and who rules. */
function tellReopened(looking: Looking, subject: number, matters: readonly Matter[]): readonly Reply[] {
  const { facts, rulebook } = looking;
  const person = refById(facts, subject);
  const tell = (id: number, known: readonly Matter[]) => {
    const cards = known.map((matter) => keepPrivate(ownCard(looking, matter, id)));
    return cards.length === 0
      ? []
      : [toPerson(id, 'roster.reopened', { person, toSubject: id === subject, cards })];
  };
  const keepers = [...new Set(matters.map((matter) => keeperOf(facts, matter)))].filter(
    (id) => id !== subject,
  );
  return [
    ...tell(
      subject,
      matters.filter((matter) => subjectKnows(facts, rulebook, matter)),
    ),
    ...keepers.flatMap((id) =>
      tell(
        id,
        matters.filter((matter) => keeperOf(facts, matter) === id),
      ),
    ),
    ...matters.flatMap((matter) => announceAgain(looking, matter)),
  ];
}
