import { countsOf, listsOf } from '../../app/attendance/cards.js';
import { activityOf } from '../../domain/attendance/references.js';
import type { ArchiveContent } from '../../app/ports/papers.js';
import type { Activity } from '../../domain/attendance/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import { refById, type PersonRef } from '../../domain/branch/people.js';
import type { StoredFile } from '../../domain/branch/rows.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import type { PaperInput } from '../input.js';
import type { ArchivedActivity, ArchivedFile } from './schema.js';
import { kindTitle } from '../../words/activities.js';
import { personTitle } from '../../words/persons.js';

/** One activity as the archive records it. */
export function recordOf(input: PaperInput, { activity: id, files }: ArchiveContent): ArchivedActivity {
  const { facts } = input;
  const activity = activityOf(facts, id);
  const rulebook = input.rulebookOf(yearOf(activity.at));
  const named = (ref: PersonRef) => personTitle(ref, rulebook);
  const byNumber = (person: number | null) => (person === null ? null : named(refById(facts, person)));
  const counts = countsOf(facts, activity);
  const lists = listsOf(facts, activity);
  return {
    number: activity.id,
    kind: activity.kind,
    kindTitle: kindTitle(activity.kind, rulebook),
    date: dateOf(activity.at),
    time: activity.at.slice(11, 16),
    place: activity.place,
    required: activity.required,
    host: byNumber(activity.host),
    recorder: byNumber(activity.closedBy),
    topic: activity.topic,
    minutes: activity.minutes,
    decisions: activity.decisions,
    attendance: {
      due: counts.due,
      present: counts.present,
      onLeave: counts.onLeave,
      absent: counts.absent,
      unrecorded: counts.unrecorded + counts.leavePending,
      guests: lists.guests.length,
    },
    present: lists.present.map(named),
    guests: lists.guests.map(named),
    files: files.map((file) => fileOf(facts, activity, file)),
    filesInAll: activity.pictures.length,
  };
}

/** Far beyond the places that an activity has. */
const replacedFrom = 1000;

function fileOf(facts: Facts, activity: Activity, id: number): ArchivedFile {
  const file = facts.get('file', id);
  if (file === undefined) throw new Error(`activity ${activity.id} has no file ${id}`);
  const { kind, size, sha256 } = file;
  const place = activity.pictures.indexOf(id) + 1;
  // Replaced between order and making: it has lost its place but keeps a path of its own.
  const shown = place === 0 ? replacedFrom + id : place;
  return {
    path: `${folderOf(activity)}/${shown}.${extensionOf(file)}`,
    kind,
    name: file.name,
    bytes: size,
    sha256,
  };
}

/** `files/2026-11-27-3`: ASCII, so that every program unpacks it alike; sorts by day. */
function folderOf({ at, id }: Activity): string {
  return `files/${dateOf(at)}-${id}`;
}

/** Only the ending of a user-given name becomes part of a path. */
function extensionOf({ name }: StoredFile): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin';
}
