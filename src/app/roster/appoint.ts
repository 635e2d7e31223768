import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holds, officesOf, personOf, refOf, superiors } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { officeIds, type Office, type OfficeName, type Person } from '../../domain/roster/rows.js';
import { refOfActivity } from '../../domain/attendance/references.js';
import { keepPrivate } from '../../domain/private.js';
import { officeConflict, takesOver } from '../../domain/roster/offices.js';
import { ownCard } from '../matters/cards.js';
import { here, toPerson, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { followAudience } from './due.js';
import type { OfficeRefusal } from './says.js';
import { toSuperiors } from './tell-superiors.js';

export const officeName = z.enum(officeIds);

/** `/任职 姓名 职务 [推荐 日期]`: takes effect at once; the superior committee hears of it. */
export const appoint = useCase({
  name: 'roster.appoint',
  who: ['secretary', 'superior'],
  place: 'anywhere',
  input: z.strictObject({
    person: z.int(),
    office: officeName,
    /** Its day; `on` null: 推荐 未办. */
    recommendation: z.strictObject({ on: z.string().nullable() }).nullable(),
  }),
  run: (context, { person: id, office, recommendation }) => {
    const { facts, actor, now, today } = context;
    const person = personOf(facts, id);
    const refused = mayGive(context, person, office);
    if (refused !== undefined) return refused;
    const recommendedOn = recommendation?.on ?? null;
    if (recommendedOn !== null && recommendedOn > today)
      return refuse('roster.futureDay', { date: recommendedOn });
    // A deputy who becomes secretary is no longer deputy: no one would be left to end that office first.
    const ended = officesOf(facts, id).filter(
      (held) => office === 'secretary' && held.office === 'deputySecretary',
    );
    const changes: Change[] = ended.map((held) => put('office', { ...held, until: now, endedBy: actor.id }));
    const conflict = officeConflict(facts.with(changes), person, office);
    if (conflict !== undefined) {
      const refusal: OfficeRefusal =
        conflict.why === 'taken' ? { why: 'taken', by: refOf(facts, conflict.by) } : conflict;
      return refuse('roster.officeRefused', { person: refOf(facts, person), office, refusal });
    }
    // Annex 1, 专人记录: recorders are recommended by the members.
    if (office === 'recorder' && recommendation === null)
      return refuse('roster.recommendationWanted', { person: refOf(facts, person) });
    const given: Office = {
      id: facts.next('office'),
      person: id,
      office,
      from: now,
      until: null,
      givenBy: actor.id,
      endedBy: null,
      recommendedOn,
    };
    const told = { person: refOf(facts, person), office, on: today, recommendedOn };
    const groupMissing = office === 'groupLeader' && person.group === null;
    const said = { ...told, ended: ended.map((held) => held.office), groupMissing };
    const written = [...changes, put('office', given)];
    const follows = followAudience(context, facts.with(written), id);
    return done({
      changes: [...written, ...follows.changes],
      ids: [id],
      replies: [
        here('roster.appointed', said),
        ...(context.place === 'private' ? [toPerson(id, 'roster.appointed', said)] : []),
        ...follows.replies,
        ...(office === 'recorder' ? handOver(context, facts.with(written), id) : []),
        ...toSuperiors(context, { ...told, begins: true }),
      ],
    });
  },
});

/** The new recorder hears what the one before left open: matters of theirs, and activities that are over and not closed. */
function handOver({ rulebook, kinds, now }: ActorContext, facts: Facts, recorder: number): readonly Reply[] {
  const cards = facts
    .open()
    .filter((matter) => takesOver(facts, matter, recorder))
    .map((matter) => ownCard({ facts, rulebook, kinds }, matter, recorder));
  const activities = facts
    .all('activity')
    .filter(({ state, at }) => state === 'announced' && at <= now)
    .map((activity) => refOfActivity(facts, activity));
  if (cards.length === 0 && activities.length === 0) return [];
  return [toPerson(recorder, 'rulings.takenOver', { cards: keepPrivate(cards), activities })];
}

/** `/免职 姓名 职务` */
export const dismiss = useCase({
  name: 'roster.dismiss',
  who: ['secretary', 'superior'],
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), office: officeName }),
  run: (context, { person: id, office }) => {
    const { facts, actor, now, today } = context;
    const person = personOf(facts, id);
    const refused = mayGive(context, person, office);
    if (refused !== undefined) return refused;
    const held = officesOf(facts, id).find((row) => row.office === office);
    if (held === undefined) return refuse('roster.notHeld', { person: refOf(facts, person), office });
    const told = { person: refOf(facts, person), office, on: today };
    const ended = [put('office', { ...held, until: now, endedBy: actor.id })];
    const follows = followAudience(context, facts.with(ended), id);
    return done({
      changes: [...ended, ...follows.changes],
      ids: [id],
      replies: [
        here('roster.dismissed', told),
        ...(context.place === 'private' ? [toPerson(id, 'roster.dismissed', told)] : []),
        ...follows.replies,
        ...toSuperiors(context, { ...told, begins: false, recommendedOn: null }),
      ],
    });
  },
});

/** The secretary gives and ends every office but their own, which is up to the superior committee. */
function mayGive({ facts, actor }: ActorContext, person: Person, office: OfficeName): Outcome | undefined {
  const ofSecretary = office === 'secretary' || holds(facts, person.id, 'secretary');
  if (actor.kind === 'superior') return ofSecretary ? undefined : refuse('roster.bySecretary', {});
  if (person.id === actor.id) return refuse('roster.ownOffice', { office });
  return office === 'secretary'
    ? refuse('roster.bySuperior', { office, superiors: superiorRefs(facts) })
    : undefined;
}

function superiorRefs(facts: Facts) {
  return superiors(facts).map((person) => refOf(facts, person));
}
