import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { membersHere, superiors } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import {
  firstYearOf,
  readContent,
  isNothingKept,
  type LoadedRulebook,
} from '../../domain/rulebook/adopted.js';
import { withReadings } from '../../domain/rulebook/readings.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import type { RulebookMatter } from '../../domain/rulings/rows.js';
import { announceReady, seatOf } from '../matters/announce.js';
import { here, toGroup, toPerson } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import type { Effect, Kind } from '../matters/kind.js';
import { adoptWording } from './wording.js';

/** Bytes; the built-in one has 20 000. */
const largestFile = 200_000;
/** More problems would only scroll the first one off the screen. */
const mostProblems = 5;

/** `/细则 采用 会议 日期`, with the file: another rulebook, as a meeting decided; an officer who did not bring it in rules. */
export const proposeRulebook = useCase({
  name: 'rulebook.propose',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ meetingOn: z.string().nullable() }),
  run: (context, { meetingOn }) => {
    const { attachments, today, readRulebook } = context;
    if (meetingOn === null) return refuse('rulebook.meetingMissing', {});
    if (meetingOn > today) return refuse('rulings.meetingInFuture', { date: meetingOn });
    const [file, ...others] = attachments;
    if (file === undefined || others.length > 0) return refuse('rulebook.oneFile', { meetingOn });
    if (file.kind === 'picture' || file.bytes.length > largestFile)
      return refuse('rulebook.notAFile', { name: file.name });
    const read = readRulebook(file.bytes);
    if (!read.ok)
      return refuse('rulebook.badFile', { name: file.name, problems: read.problems, most: mostProblems });
    return refusal(context, read.loaded.rulebook) ?? open(context, read.loaded, meetingOn);
  },
});

function refusal({ facts, now }: ActorContext, { version, categories }: Rulebook): Outcome | undefined {
  const adopted = facts.all('rulebook').find((row) => row.version === version);
  if (adopted !== undefined) {
    const { fromYear } = adopted;
    return refuse('rulebook.knownVersion', { version, fromYear, running: fromYear <= yearOf(now) });
  }
  const waiting = facts.open().find((matter) => matter.kind === 'rulebook' && matter.version === version);
  if (waiting !== undefined) return refuse('rulebook.waits', { version, number: waiting.number });
  const missing = missingCategories(facts, categories);
  return missing.length > 0 ? refuse('rulebook.categoriesMissing', { version, missing }) : undefined;
}

/** Members of a category that the new one does not know would silently not be scored any more. */
function missingCategories(facts: Facts, categories: Rulebook['categories']): readonly string[] {
  const used = membersHere(facts).flatMap(({ category }) => category ?? []);
  return [...new Set(used)].filter((id) => !categories.some((known) => known.id === id));
}

function open(context: ActorContext, { rulebook, source }: LoadedRulebook, meetingOn: string): Outcome {
  const { facts, actor, now } = context;
  const matter: RulebookMatter = {
    ...openMatter(facts, now, { subject: actor.id, proposer: actor.id }),
    kind: 'rulebook',
    version: rulebook.version,
    title: rulebook.title,
    meetingOn,
    content: JSON.stringify(source),
  };
  const changes = [put('matter', matter)];
  const after = facts.with(changes);
  const fromYear = firstYearOf(facts, yearOf(now));
  const { number, version, title } = matter;
  return done({
    changes,
    ids: [number],
    replies: [
      here('rulebook.proposed', { number, version, title, meetingOn, fromYear, seat: seatOf(after, matter) }),
      ...announceReady({ ...context, facts: after }, matter),
    ],
  });
}

export const rulebook: Kind<RulebookMatter> = {
  card: ({ facts, rulebook: before }, { version, title, meetingOn, content }) => {
    const after = readContent(content);
    const compared = after === undefined ? null : { before, after: withReadings(facts, after) };
    return { kind: 'rulebook', version, title, meetingOn, fromThisYear: isNothingKept(facts), compared };
  },
  carryOut: (context, matter) =>
    matter.meetingOn === null ? adoptWording(context, matter) : adopt(context, matter, matter.meetingOn),
  notReady: (_looking, { number }) => ({ kind: 'wordingOvertaken', number }),
  correction: { refusal: 'correctOther' },
  goesWithOthers: () => false,
};

/** The rulebook holds from the first year that has not begun to be kept (SPEC §1: a new version never changes the past). */
function adopt(context: ActorContext, matter: RulebookMatter, meetingOn: string): Effect {
  const { facts, actor, now, place } = context;
  const { number, version, title, content } = matter;
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
      // A ruling in the group has already announced it there.
      ...(place === 'private' ? [toGroup('rulebook.adopted', told)] : []),
    ],
  };
}
