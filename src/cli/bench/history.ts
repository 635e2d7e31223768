/** A branch as years of use leave it: half of its rows registers, half matters; then what is open. */
import { put, type Change } from '../../domain/branch/rows.js';
import { addDays } from '../../domain/period/civil.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';

export interface Scene {
  readonly rows: number;
  readonly open: number;
  readonly members: number;
  readonly years: number;
}

/** Rows of a decided matter: itself, its proof, its ruling and what it posted. */
const rowsOfMatter = 4;
/** Who is due at each activity. */
const due = Array.from({ length: 20 }, (_, index) => index + 1);
/** Whom matters are about: members without an office that bars anybody. */
const subjects = [5, 6, 7, 8, 9, 10, 11, 12, 16, 17, 18, 19, 20];
/** Activities and open matters of each scene that lines close and rule on. */
const spare = 20;
/** Rows of one year, in a branch of any age. */
const busyRows = 1_000;

/** The first of the open matters. */
export function firstOpen({ rows }: Scene): number {
  return Math.floor(rows / 2 / rowsOfMatter) + 1;
}

/** The first of the activities that are to be closed. */
export function firstActivity({ rows }: Scene): number {
  return Math.floor(rows / 2 / (due.length + 1)) + 1;
}

/** In the order of writing. */
export function historyOf(scene: Scene, today: string): readonly Change[] {
  const [activities, matters] = [firstActivity(scene), firstOpen(scene)];
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return [
    ...numbers(activities - 1 + spare).flatMap((id) => register(scene, today, id)),
    ...numbers(matters - 1 + scene.open + spare).flatMap((number) => matterRows(scene, today, number)),
  ];
}

/** The day of the nth of so many: the last of them fill the running year, the others the years before it. */
function dayOf(at: number, of: number, { rows, years }: Scene, today: string): string {
  const busy = Math.min(of, Math.ceil((of * busyRows) / rows));
  const before = of - at;
  return before < busy
    ? addDays(today, -1 - Math.floor((before / busy) * 320))
    : addDays('2025-12-31', -Math.floor((before / of) * 365 * (years - 1)));
}

function register(scene: Scene, today: string, id: number): readonly Change[] {
  const first = firstActivity(scene);
  const isPast = id < first;
  const at = `${isPast ? dayOf(id, first, scene, today) : addDays('2026-11-01', id - first)}T08:00:00`;
  const [state, closedAt] = isPast ? (['closed', at] as const) : (['announced', null] as const);
  const activity = put('activity', {
    ...{ id, kind: 'lecture', at, place: '会议室', required: true, topic: null, state, calledBy: 3 },
    ...{ calledAt: at, closedBy: isPast ? 3 : null, closedAt, host: null, minutes: null, decisions: null },
    ...{ audience: { kind: 'persons', persons: due }, cancelReason: null, pictures: [], exported: null },
  });
  const seen = { due: true, presence: 'present', source: 'rollCall', recordedBy: 3, recordedAt: at } as const;
  return [activity, ...due.map((person) => put('attendance', { activity: id, person, ...seen }))];
}

function matterRows(scene: Scene, today: string, number: number): readonly Change[] {
  const first = firstOpen(scene);
  const isOpen = number >= first;
  const deedOn = isOpen ? addDays('2026-01-05', (number * 7) % 320) : dayOf(number, first, scene, today);
  const [openedAt, ruledAt] = [`${deedOn}T08:00:00`, `${deedOn}T09:00:00`];
  const subject = subjects[number % subjects.length] ?? 5;
  const matter: PointsMatter = {
    ...{ number, kind: 'bonus', state: isOpen ? 'open' : 'confirmed', appointments: 7, drafted: false },
    ...{ subject, proposer: 3, openedAt, item: 8, grade: null, times: 1, points: 1, deedOn, activity: null },
    reason: `公益活动第${number}次`,
  };
  const proof = { matter: number, no: 1, by: 3, at: openedAt, type: 'document', file: null } as const;
  const opened = [put('matter', matter), put('material', { ...proof, text: `文件${number}号` })];
  if (isOpen) return opened;
  const ruling = { matter: number, ruler: 1, decision: 'confirmed', at: ruledAt } as const;
  return [
    ...opened,
    put('ruling', { ...ruling, meetingOn: null, reason: null }),
    put('entry', {
      ...{ seq: number, member: subject, year: Number(deedOn.slice(0, 4)), deedOn, item: 8, grade: null },
      ...{ times: 1, side: 'bonus', points: 1, matter: number, ruler: 1, ruledAt, rulebook: '2018' },
      ...{ reverses: null, evidence: ['document:1'], previousHash: '', hash: '' },
    }),
  ];
}
