import type { Action } from '../../src/domain/actions/rows.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { emptyFacts, type Facts } from '../../src/domain/branch/facts.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import type { ReportOrder } from '../../src/app/ports/papers.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import { reportDocument } from '../../src/forms/reports/report.js';
import type { PaperInput } from '../../src/forms/input.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { activity, asked, bonusMatter, entry, member } from '../support/branch/branch-facts.js';

const categories = ['office', 'counter', 'institution', 'leadingCadre', 'partyAffairs', 'new', 'retired'];
const names = ['古丽娜尔·买买提明', '=HYPERLINK("http://x")', '<b>&', '张三'];

const kinds: readonly { readonly kind: string; readonly months: readonly number[] }[] = [
  { kind: 'themedPartyDay', months: [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12] },
  { kind: 'generalMeeting', months: [2, 5, 8, 11] },
  { kind: 'lecture', months: [3, 6, 12] },
  { kind: 'publicService', months: [4, 9] },
];

/** Two years of a branch of this size, with everything reports cover. */
export function branchOf(members: number, rulebook: Rulebook, createdAt = '2025-01-02T08:00:00'): Facts {
  const changes = [
    ...people(members),
    ...[2025, 2026].flatMap((year) => yearOfLife(year, members, rulebook)),
    ...points(members),
    ...notes(),
    ...visits(members),
  ];
  return emptyFacts({ id: 'b1', name: '机关第一党支部', createdAt, entryCount: 0, head: '' }).with(changes);
}

function people(count: number): Change[] {
  return range(count).map((id) =>
    member(id, names[id - 1] ?? `党员${String(id)}`, {
      category: categories[Math.min(Math.floor((id - 1) / Math.max(1, count / 14)), 40) % 7] ?? 'office',
      probationary: id % 11 === 0,
      exempt: id % 13 === 0,
    }),
  );
}

function yearOfLife(year: number, members: number, rulebook: Rulebook): Change[] {
  const days = kinds.flatMap(({ kind, months }) =>
    months.map((month) => ({ kind, at: `${String(year)}-${two(month)}-1${String(month % 10)}T15:00:00` })),
  );
  const changes: Change[] = [];
  days.forEach(({ kind, at }, index) => {
    const id = index + 1 + (year - 2025) * 100;
    changes.push(put('activity', activity(id, at, { kind, state: 'closed', closedBy: 1, closedAt: at })));
    for (const person of range(members)) {
      const row = asked(id, person);
      if (row.table !== 'attendance') continue;
      const absent = (person * 7 + id) % (year === 2025 ? 5 : 9) === 0;
      changes.push(put('attendance', { ...row.row, presence: absent ? 'absent' : 'present' }));
    }
  });
  for (const month of range(10))
    for (const person of range(members))
      if ((person + month) % 17 !== 0)
        changes.push(
          put('dues', {
            person,
            month: `${String(year)}-${two(month)}`,
            amount: 1000,
            recordedBy: 1,
            recordedAt: `${String(year)}-${two(month)}-20T10:00:00`,
          }),
        );
  return [...changes, ...deeds(year, members, rulebook)];
}

function deeds(year: number, members: number, { actions }: Rulebook): Change[] {
  const row = (id: number, person: number, kind: Action['kind'], which: string | null): Change =>
    put('action', {
      id: id + (year - 2025) * 1000,
      person,
      kind,
      which,
      on: `${String(year)}-${two((id % 12) + 1)}-09`,
      recordedBy: person,
      recordedAt: `${String(year)}-12-09T10:00:00`,
      text: '做了一件事',
      whom: null,
      claimed: null,
    });
  return range(members * 2).map((id) => {
    const person = ((id - 1) % members) + 1;
    const five = actions.fiveOnes[id % actions.fiveOnes.length];
    const service = actions.services[id % actions.services.length];
    if (id % 4 === 0) return row(id, person, 'masses', null);
    if (id % 3 === 0) return row(id, person, 'service', service?.id ?? null);
    return row(id, person, 'fiveOnes', five?.id ?? null);
  });
}

/** Bonuses and deductions of both years; number 1 was reversed. */
function points(members: number): Change[] {
  const items = [8, 7, 8, 10, 13, 8, 14];
  const changes: Change[] = [];
  range(members * 3).forEach((seq) => {
    const person = ((seq * 5 + Math.floor(seq / 4)) % members) + 1;
    const year = seq % 3 === 0 ? 2025 : 2026;
    const deedOn = `${String(year)}-${two((seq % 12) + 1)}-15`;
    const isBonus = seq % 6 !== 5;
    const item = isBonus ? (items[seq % items.length] ?? 8) : 15;
    const worth = isBonus ? 3 : -3;
    changes.push(
      put('matter', {
        ...bonusMatter(seq, `${deedOn}T10:00:00`),
        kind: isBonus ? 'bonus' : 'deduction',
        state: 'confirmed',
        subject: person,
        item,
        points: worth,
        reason: `第${String(seq)}件事，${'为社区老人送药上门，'.repeat(seq % 3)}受到好评`,
      }),
      entry(seq, {
        member: person,
        year,
        deedOn,
        item,
        side: isBonus ? 'bonus' : 'deduction',
        points: worth,
      }),
    );
  });
  const last = members * 3 + 1;
  const first = changes.find((change) => change.table === 'entry');
  if (first?.table !== 'entry') throw new Error('no entry');
  changes.push(entry(last, { ...first.row, seq: last, points: -first.row.points, reverses: 1 }));
  changes.push(put('matter', { ...bonusMatter(900, '2026-11-20T09:00:00'), subject: 1 }));
  return changes;
}

function visits(members: number): Change[] {
  const base = { amount: null, over: false, text: '秘密的家事', struck: null, recordedBy: 2 };
  return range(Math.min(members, 5)).map((id) =>
    put('care', {
      ...base,
      id,
      person: members + 1 - id,
      kind: id % 2 === 0 ? 'comfort' : 'visit',
      on: '2026-02-10',
      recordedAt: '2026-02-10T10:00:00',
    }),
  );
}

function notes(): Change[] {
  const base = { recordedBy: 2, recordedAt: '2026-11-20T09:00:00', struck: null, year: 2026 };
  const struck = { by: 2, at: '2026-11-21T09:00:00' };
  return [
    put('reportNote', { ...base, id: 1, kind: 'example', matter: 2, text: null }),
    put('reportNote', {
      ...base,
      id: 2,
      kind: 'example',
      matter: 4,
      text: '主动帮助群众<解决>难题&带动身边人',
    }),
    put('reportNote', {
      ...base,
      id: 3,
      kind: 'practice',
      matter: null,
      text: '“云上党课”：每月一次，外出的同志也能参加。',
    }),
    put('reportNote', { ...base, id: 4, kind: 'practice', matter: null, text: '作废的做法', struck }),
    // Number 1 was reversed: it is no example any more.
    put('reportNote', { ...base, id: 5, kind: 'example', matter: 1, text: '已更正的事' }),
  ];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function inputOf(facts: Facts, rulebook: Rulebook, today: string): PaperInput {
  return {
    facts,
    rulebookOf: () => rulebook,
    workingDays: chineseWorkingDays(),
    today,
    content: () => Promise.resolve(undefined),
  };
}

/** The one file of a report, without the pictures of its pages, which cost most. */
export async function fileOf(
  facts: Facts,
  rulebook: Rulebook,
  order: ReportOrder,
  today: string,
): Promise<Uint8Array> {
  return renderDocx(reportDocument(inputOf(facts, rulebook, today), order), today);
}
