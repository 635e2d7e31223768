import { z } from 'zod';
import { addMinutes } from '../../domain/period/civil.js';
import type { Facts } from '../../domain/branch/facts.js';
import { holds, isHere, refById, refOf } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { Matter, PointsMatter } from '../../domain/rulings/rows.js';
import { evidenceOf } from '../../domain/points/evidence.js';
import { isQuiet, subjectKnows } from '../../domain/matters/kinds.js';
import { openReturn } from '../../domain/matters/remarks.js';
import { keepsMatter } from '../../domain/roster/offices.js';
import { pictureWithin, talkOf } from '../talk.js';
import { isTooLong, longestText } from '../free-text.js';
import { announceProof, firstInLine, seatOf } from '../matters/announce.js';
import { filesOf, sightOf } from '../matters/evidence.js';
import { materialTexts, pointsCard } from '../matters/points.js';
import { here, toSpeaker, withPaper, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { storeAttachments } from '../matters/materials.js';

/**
 * `/材料 N [文号 …]`: a picture, a file or a document number as material. Given by the proposer, the
 * subject, the recorder or an officer; a plain sentence is not material (SPEC §1, evidence).
 */
export const attachMaterial = useCase({
  name: 'points.attach',
  who: 'everybody',
  offeredTo: 'members',
  place: 'anywhere',
  input: z.strictObject({ number: z.int(), document: z.string().nullable() }),
  run: (context, { number, document }) => {
    const { facts, actor, now } = context;
    const matter = facts.get('matter', number);
    if (matter === undefined) return refuse('points.noMatter', { number });
    if (matter.kind !== 'bonus' && matter.kind !== 'deduction')
      return refuse('points.needsNoMaterial', { number });
    const shows = document === null && context.attachments.length === 0 ? showMaterial(context, matter) : [];
    if (!mayAttach(context, matter) || (matter.state !== 'open' && shows.length > 0))
      return shows.length > 0 ? done({ replies: shows }) : refuse('points.materialNotYours', { number });
    if (matter.state !== 'open') return refuse('points.notOpen', { number });
    if (document !== null && isTooLong(document)) return refuse('rulings.textTooLong', { most: longestText });
    if (document === null && context.attachments.length === 0) {
      const until = addMinutes(now, pictureWithin);
      const talk = talkOf(facts, actor.id);
      return done({
        changes: [put('talk', { ...talk, materialFor: number, picturesFor: null, materialUntil: until })],
        ids: [number],
        replies: [...shows, here('points.awaitingPicture', { number, until })],
      });
    }
    return take(context, matter, document);
  },
});

/** What is there, for those who may see it (SPEC §3, `/材料`); nothing where there is nothing to say. */
function showMaterial({ facts, rulebook, actor }: ActorContext, matter: PointsMatter): readonly Reply[] {
  const { number } = matter;
  const sight = sightOf(facts, rulebook, matter, actor);
  const materials = facts.of('material', number);
  if (sight === 'nothing') return [];
  if (sight === 'kinds') return [toSpeaker('points.materialKinds', kindsOf(facts, matter))];
  if (materials.length === 0) return [];
  const files = filesOf(facts, number);
  const texts = keepPrivate(materialTexts(facts, number));
  const reply = toSpeaker('points.materials', { number, texts, files: files.length });
  return [files.length === 0 ? reply : withPaper(reply, { paper: 'evidence', files })];
}

/** Of which kind the proof of a deduction is, and who can say more: it may name people. */
function kindsOf(facts: Facts, matter: PointsMatter) {
  const { number } = matter;
  const ruler = facts.get('ruling', number)?.ruler;
  const files = facts.of('material', number).map(({ file, type }) => {
    const kind = file === null ? undefined : facts.get('file', file)?.kind;
    return kind ?? type;
  });
  const witnesses = facts.of('witness', number).filter(({ confirmedAt }) => confirmedAt !== null).length;
  const persons =
    ruler === undefined
      ? firstInLine(facts, matter).map((person) => refOf(facts, person))
      : [refById(facts, ruler)];
  return { number, kinds: keepPrivate(files), witnesses: keepPrivate(witnesses), persons };
}

/** A picture without words, within five minutes after `/材料 N` of the same person. */
export const attachLatePicture = useCase({
  name: 'points.attachLate',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({ number: z.int() }),
  run: (context, { number }) => {
    const matter = context.facts.get('matter', number);
    if (matter === undefined || (matter.kind !== 'bonus' && matter.kind !== 'deduction'))
      return refuse('points.noMatter', { number });
    if (matter.state !== 'open') return refuse('points.notOpen', { number });
    return take(context, matter, null);
  },
});

/** The matter that waits for a picture of this person at this moment. */
export function awaitedPicture({ facts, actor, now }: ActorContext): number | undefined {
  const talk = facts.get('talk', actor.id);
  if (talk?.materialFor == null || talk.materialUntil === null) return undefined;
  return now <= talk.materialUntil ? talk.materialFor : undefined;
}

/** The subject of a deduction does not know of it before its proof is complete. */
function mayAttach({ facts, rulebook, actor }: ActorContext, matter: Matter): boolean {
  const officer = (['recorder', 'secretary', 'deputySecretary'] as const).some((office) =>
    holds(facts, actor.id, office),
  );
  const own = matter.subject === actor.id && subjectKnows(facts, rulebook, matter);
  return isHere(actor) && (keepsMatter(facts, matter, actor.id) || officer || own);
}

function take(context: ActorContext, matter: PointsMatter, document: string | null): Outcome {
  const { facts, rulebook, actor, now, kinds } = context;
  const { number } = matter;
  const files = storeAttachments(facts, context.attachments);
  const no = facts.of('material', number).length + 1;
  const paper: Change[] =
    document === null
      ? []
      : [
          put('material', {
            matter: number,
            no,
            by: actor.id,
            at: now,
            type: 'document',
            file: null,
            text: document,
          }),
        ];
  const changes = [...files.changes, ...paper, ...files.attachTo(number, actor.id, now, no + paper.length)];
  const before = evidenceOf(facts, rulebook, matter);
  const after = facts.with(changes);
  const ready = announceProof({ facts, rulebook, kinds }, after, matter);
  return done({
    changes,
    contents: files.contents,
    ids: [number],
    replies: [
      taken(context, after, matter, {
        pieces: paper.length + context.attachments.length,
        wasComplete: before.complete,
      }),
      ...ready,
    ],
  });
}

/** In private it names the matter, so that a paper under the wrong number is seen, and says how that is put right. */
function taken(
  { facts, rulebook, actor, place }: ActorContext,
  after: Facts,
  matter: PointsMatter,
  { pieces, wasComplete }: { readonly pieces: number; readonly wasComplete: boolean },
): Reply {
  const { number } = matter;
  const isHidden = matter.subject === actor.id && !subjectKnows(facts, rulebook, matter);
  const complete = !wasComplete;
  // Who rules would tell the group whom a deduction is about.
  const seat = place === 'group' && isQuiet(facts, matter) ? null : seatOf(after, matter);
  if (place === 'group' || isHidden) return here('points.materialTaken', { number, pieces, complete, seat });
  const isOwn = keepsMatter(facts, matter, actor.id);
  const isAbout = matter.subject === actor.id;
  const isWanted = !wasComplete || openReturn(facts, number) !== undefined;
  const mistaken = isWanted || matter.drafted ? null : isOwn ? 'withdraw' : isAbout ? null : 'askProposer';
  const card = keepPrivate(pointsCard(after, matter));
  return toSpeaker('points.materialTakenInFull', { card, pieces, complete, seat, mistaken });
}
