import { holders, refById, refOf } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import type { Facts } from '../../../domain/branch/facts.js';
import { openMatter } from '../../../domain/matters/open-matter.js';
import { keepPrivate } from '../../../domain/private.js';
import { standingOf } from '../../../domain/roster/matter.js';
import type { Person, Standing } from '../../../domain/roster/rows.js';
import type { StatusMatter } from '../../../domain/rulings/rows.js';
import { isTooLong, longestText } from '../../free-text.js';
import { announceReady, seatOf } from '../../matters/announce.js';
import { here, toSpeaker } from '../../reply.js';
import { done, refuse, type ActorContext, type Outcome } from '../../use-case.js';

interface Evidence {
  /** Day of the meeting that decided. */
  readonly meetingOn: string | null;
  /** Number of the superior's document. */
  readonly paper: string | null;
}

/**
 * Asks to change whether a member is scored, rated, votes or is one. Until another officer has ruled, the member is what
 * he was.
 *
 * @param group that somebody who comes back joins
 */
export function proposeStatus(
  context: ActorContext,
  person: Person,
  changed: Partial<Standing>,
  { meetingOn, paper }: Evidence,
  group: string | null = null,
): Outcome {
  const { facts, rulebook, kinds, actor, now, place, today } = context;
  const from: Standing = standingOf(person);
  const to: Standing = { ...from, ...changed };
  if (person.id === actor.id) return refuse('roster.ownStatus', { others: otherKeepers(context) });
  const waiting = facts
    .of('matter', person.id)
    .find(({ kind, state }) => kind === 'status' && state === 'open');
  if (waiting !== undefined)
    return refuse('roster.statusWaits', { number: waiting.number, person: refOf(facts, person) });
  if (paper !== null && isTooLong(paper)) return refuse('rulings.textTooLong', { most: longestText });
  // Who never died comes back without a paper of the superior.
  const wantsPaper = [from.leftHow, to.leftHow].some((how) => how === 'withdrew' || how === 'expelled');
  if (meetingOn === null || (wantsPaper && paper === null)) {
    const back = from.leftHow === null ? undefined : 'returned';
    const step = to.leftHow ?? back ?? (changed.category === undefined ? 'probationary' : 'category');
    const category = changed.category ?? null;
    const probationary = to.probationary && !from.probationary;
    const asked = { person: refOf(facts, person), category, probationary };
    return refuse('roster.evidenceWanted', { ...asked, step, wantsPaper, meetingOn, paper });
  }
  if (meetingOn > today) return refuse('roster.futureDay', { date: meetingOn });
  const matter: StatusMatter = {
    ...openMatter(facts, now, { subject: person.id, proposer: actor.id }),
    ...{ kind: 'status', from, to, meetingOn, paper },
    ...(group === null ? {} : { group }),
  };
  const changes = [put('matter', matter)];
  const after = facts.with(changes);
  const seat = seatOf(after, matter);
  return done({
    changes,
    ids: [matter.number],
    replies: [
      place === 'group'
        ? here('roster.statusOpened', { number: matter.number, seat })
        : toSpeaker('roster.statusOpenedInFull', { asked: statusAsked(after, matter), seat }),
      ...announceReady({ facts: after, rulebook, kinds }, matter),
    ],
  });
}

export function statusAsked(facts: Facts, { number, subject, from, to, meetingOn, paper }: StatusMatter) {
  return keepPrivate({ number, person: refById(facts, subject), from, to, meetingOn, paper });
}

/** Who may do for the speaker what they may not do for themselves. */
export function otherKeepers({ facts, actor }: ActorContext) {
  const keepers = [...holders(facts, 'secretary'), ...holders(facts, 'recorder')];
  return keepers.filter(({ id }) => id !== actor.id).map((person) => refOf(facts, person));
}
