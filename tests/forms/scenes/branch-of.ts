import { join } from 'node:path';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';
import type { Facts } from '../../../src/domain/branch/facts.js';
import { put, type Change } from '../../../src/domain/branch/rows.js';
import type { LeaveMatter } from '../../../src/domain/rulings/rows.js';
import type { PaperInput } from '../../../src/forms/input.js';
import { projectFolder } from '../../../src/project-folder.js';
import { chineseWorkingDays } from '../../../src/jobs/working-days.js';
import { activity, bonusMatter, entry, factsWith, member } from '../../support/branch/branch-facts.js';

/** Part of every reason, hearing, care note and kind of leave: no paper may hold it. */
export const secret = '绝密甲乙丙';

/** Names that a file may take for a formula, for markup, or for a path. */
export const hostileNames = ['=HYPERLINK("http://x")', '<b>&', '../../古丽娜尔·买买提明'] as const;

const surnames = ['张', '王', '李', '赵', '钱', '孙', '周', '吴', '郑', '冯', '陈', '褚'] as const;
const given = ['伟', '芳', '强', '敏', '静', '丽娜', '建国', '秀英', '海涛', '晓燕'] as const;

export const names = (size: number): readonly string[] =>
  Array.from({ length: size }, (_, at) =>
    at >= 2 && at < 2 + hostileNames.length
      ? (hostileNames[at - 2] ?? '')
      : `${surnames[at % surnames.length] ?? ''}${given[at % given.length] ?? ''}${at < 12 ? '' : String.fromCodePoint(0x4e59 + at)}`,
  );

const categories = ['leadingCadre', 'office', 'office', 'counter', 'institution', 'new', 'retired'] as const;
const kinds = ['generalMeeting', 'themedPartyDay', 'lecture', 'groupMeeting', 'publicService'] as const;

/** A branch in its November: members 1 to `size`, closed activities 1 to `held`, of which the last has two pictures. */
export async function branchOf(
  size: number,
  held: number,
  pictures: ReadonlyMap<number, Uint8Array> = new Map(),
): Promise<PaperInput> {
  const { rulebook } = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));
  return {
    facts: factsOf(size, held),
    rulebookOf: () => rulebook,
    workingDays: chineseWorkingDays(),
    today: '2026-11-28',
    content: (file) => Promise.resolve(pictures.get(file)),
  };
}

function factsOf(size: number, held: number): Facts {
  const persons = Array.from({ length: size }, (_, at) => at + 1);
  return factsWith(
    ...names(size).map((name, at) =>
      member(at + 1, name, {
        category: categories[at % categories.length] ?? 'office',
        probationary: at % 6 === 5,
        group: at % 2 === 0 ? '第一小组' : '第二小组',
        partyJoinedOn: `20${String(10 + (at % 10))}-07-01`,
        exempt: at % 20 === 19,
        phone: `1380000${String(1000 + at)}`,
      }),
    ),
    put('office', office(1, 1, 'secretary')),
    put('office', office(2, 2, 'recorder')),
    ...persons.flatMap(moved),
    ...Array.from({ length: held }, (_, at) => meeting(at + 1, size)).flat(),
    ...persons.flatMap((id) => points(id, size)),
    ...persons.flatMap(paid),
    ...persons.flatMap((id) => deeds(id, size)),
  );
}

function office(id: number, person: number, title: 'secretary' | 'recorder') {
  return {
    ...{ id, person, office: title, from: '2025-01-01', until: null },
    ...{ givenBy: null, endedBy: null, recommendedOn: '2024-12-20' },
  };
}

function moved(id: number): Change[] {
  const row = { id, person: id, before: null, after: '第一小组', on: '2026-03-02', by: 2 };
  return [put('rosterChange', { ...row, what: 'group' })];
}

/** Everybody is due; one in seven is on leave, one in eleven absent, one in thirteen not recorded. */
function meeting(id: number, size: number): Change[] {
  const month = String(((id - 1) % 11) + 1).padStart(2, '0');
  const day = String(((id * 3) % 27) + 1).padStart(2, '0');
  const at = `2026-${month}-${day}T15:00:00`;
  const minutes = `会议由书记主持，学习了文件第${id}号。\n`.repeat(id % 4 === 0 ? 12 : 3);
  return [
    put('activity', {
      ...activity(id, at, {
        kind: kinds[id % kinds.length] ?? 'other',
        state: 'closed',
        closedBy: 2,
        host: 1,
      }),
      ...{ topic: `学习贯彻第${id}次会议精神`, minutes, decisions: '同意下一步工作安排。', closedAt: at },
      ...{ pictures: id === 1 ? [1, 2] : [] },
    }),
    ...Array.from({ length: size }, (_, one) => one + 1).flatMap((person) => attended(id, person, at)),
  ];
}

function attended(id: number, person: number, at: string): Change[] {
  const turn = id + person;
  const onLeave = turn % 7 === 0;
  const presence = onLeave || turn % 13 === 0 ? 'unrecorded' : turn % 11 === 0 ? 'absent' : 'present';
  const leave: LeaveMatter = {
    ...{ kind: 'leave', number: 100_000 + id * 100 + person, state: 'confirmed', subject: person },
    ...{ proposer: person, openedAt: at, appointments: 0, drafted: false, activity: id },
    ...{ leaveKind: 'sick', reason: secret },
  };
  return [
    put('attendance', {
      ...{ activity: id, person, due: true, presence, source: 'rollCall', recordedBy: 2, recordedAt: at },
    }),
    ...(onLeave ? [put('matter', leave)] : []),
  ];
}

/** Two bonuses; every fifth member a deduction, every tenth a correction of the first bonus. */
function points(id: number, size: number): Change[] {
  const seqs = [id, size + id, 2 * size + id, 3 * size + id] as const;
  const matter = (number: number) =>
    put('matter', {
      ...bonusMatter(number, '2026-08-01T09:00:00'),
      state: 'confirmed',
      subject: id,
      reason: secret,
    });
  const deduction = {
    side: 'deduction' as const,
    item: 16,
    grade: 'absence',
    points: -3,
    deedOn: '2026-05-04',
  };
  return [
    ...seqs.map(matter),
    put('remark', {
      ...{ matter: id, no: 1, kind: 'statement', by: id, at: '2026-08-02T09:00:00' },
      text: secret,
    }),
    put('witness', { matter: id, person: (id % size) + 1, named: true, confirmedAt: '2026-08-02T09:00:00' }),
    entry(seqs[0], { member: id, points: 3, deedOn: '2026-02-03' }),
    entry(seqs[1], { member: id, item: 13, grade: 'city', points: 10, deedOn: '2026-08-09' }),
    ...(id % 5 === 0 ? [entry(seqs[2], { member: id, ...deduction })] : []),
    ...(id % 10 === 0
      ? [entry(seqs[3], { member: id, points: -3, deedOn: '2026-02-03', reverses: seqs[0] })]
      : []),
  ];
}

/** January to October, 12.50 a month; every fourth member has not paid August. */
function paid(id: number): Change[] {
  return Array.from({ length: 10 }, (_, at) => at + 1)
    .filter((month) => month !== 8 || id % 4 !== 0)
    .map((month) => {
      const named = `2026-${String(month).padStart(2, '0')}`;
      const at = `${named}-20T09:00:00`;
      return put('dues', {
        person: id,
        month: named,
        amount: id % 3 === 0 ? null : 1250,
        recordedBy: 2,
        recordedAt: at,
      });
    });
}

function deeds(id: number, size: number): Change[] {
  const day = { person: id, on: '2026-06-01', recordedBy: id, recordedAt: '2026-06-01T09:00:00' };
  const said = { text: secret, whom: null, claimed: null };
  const kept = { kind: 'health' as const, amount: null, text: secret, over: false, struck: null };
  return [
    put('action', { ...{ id, kind: 'fiveOnes', which: 'post' }, ...day, ...said }),
    put('action', { ...{ id: size + id, kind: 'service', which: 'community' }, ...day, ...said }),
    put('action', { ...{ id: 2 * size + id, kind: 'masses', which: null }, ...day, ...said, whom: secret }),
    put('care', {
      ...{ id, person: id, recordedBy: 2, recordedAt: '2026-06-01T09:00:00' },
      on: '2026-06-01',
      ...kept,
    }),
  ];
}
