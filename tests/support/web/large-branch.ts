import { createHash } from 'node:crypto';
import { createCanvas } from '@napi-rs/canvas';
import { put, type Change } from '../../../src/domain/branch/rows.js';
import { founder } from '../../../src/cli/stage/founder.js';
import { addDays } from '../../../src/domain/period/civil.js';
import type { PointsMatter } from '../../../src/domain/rulings/rows.js';
import { openDeskScene, type DeskScene } from './desk.js';
import { minimalPdf } from './pdf.js';

const [members, years, open] = [300, 8, 500];
const today = '2026-11-23';
const categories = ['office', 'institution', 'counter', 'retired', 'partyAffairs'];
const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const givens = [
  '建国',
  '秀英',
  '伟',
  '丽娟',
  '志强',
  '晓燕',
  '军',
  '欣怡',
  '国栋',
  '玉兰',
  '浩然',
  '慧',
  '海涛',
  '春梅',
  '鹏',
];
const people = Array.from({ length: members - 6 }, (_, index) =>
  founder(`${surnames[index % 20] ?? ''}${givens[Math.floor(index / 20)] ?? ''}`, {
    category: categories[index % categories.length] ?? 'office',
    group: `第${1 + (index % 12)}党小组`,
    joinedOn: '2018-06-01',
  }),
);
const reasons = [
  '到社区参加义务植树',
  '为群众代办业务受到书面表扬，事迹材料和照片见附件',
  '参加无偿献血',
  '上班时间打游戏',
];
const proof = picture();

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => index + from);
const person = (index: number) => 8 + (index % (members - 6));

/** Twelve meetings of each year, the last year's whole. */
function meeting(id: number): readonly Change[] {
  const at = `${addDays('2018-12-10', id * 30)}T15:00:00`;
  const seen = { due: true, source: 'rollCall', recordedBy: 3, recordedAt: at } as const;
  const due = numbers(at >= '2026' ? members - 6 : 30, 8);
  return [
    put('activity', {
      ...{ id, kind: id % 3 === 0 ? 'generalMeeting' : 'lecture', at, place: '三楼会议室', required: true },
      ...{
        topic: '学习党章',
        state: 'closed',
        calledBy: 3,
        calledAt: at,
        closedBy: 3,
        closedAt: at,
        host: null,
      },
      ...{ minutes: null, decisions: null, audience: { kind: 'persons', persons: due }, cancelReason: null },
      ...{ pictures: [], exported: null },
    }),
    ...due.map((one) =>
      put('attendance', {
        activity: id,
        person: one,
        presence: (one + id) % 23 === 0 ? 'absent' : 'present',
        ...seen,
      }),
    ),
  ];
}

function matter(number: number, ruled: number): readonly Change[] {
  const isOpen = number > ruled;
  const isDeduction = number % 5 === 0;
  const deedOn = isOpen
    ? addDays(today, -(number % 40))
    : addDays('2019-01-10', Math.floor((number / ruled) * 2800));
  const [item, points] = isDeduction ? [15, -3] : [8, 3];
  const one: PointsMatter = {
    ...{
      number,
      kind: isDeduction ? 'deduction' : 'bonus',
      state: isOpen ? 'open' : 'confirmed',
      appointments: 9,
    },
    ...{ subject: person(number * 7), proposer: 3, openedAt: `${deedOn}T08:00:00`, item, drafted: false },
    ...{ grade: isDeduction ? 'ordinary' : null, times: 1, points, deedOn, activity: null },
    reason: `${reasons[isDeduction ? 3 : number % 3] ?? ''}，第${number}次`,
  };
  const material = { matter: number, by: 3, at: one.openedAt, type: 'file', text: '材料' } as const;
  const kept = [
    put('matter', one),
    ...(isOpen ? filesOf(number - ruled) : []).map(({ id, name }, index) =>
      put('material', { ...material, text: name, no: index + 1, file: id }),
    ),
    ...(isOpen
      ? []
      : [put('material', { ...material, type: 'document', text: `文件${number}号`, no: 1, file: null })]),
  ];
  if (isOpen) return kept;
  const ruling = { matter: number, ruler: 1, decision: 'confirmed', at: `${deedOn}T09:00:00` } as const;
  return [
    ...kept,
    put('ruling', { ...ruling, meetingOn: null, reason: null }),
    put('entry', {
      ...{
        seq: number,
        member: one.subject,
        year: Number(deedOn.slice(0, 4)),
        deedOn,
        item,
        grade: one.grade,
        times: 1,
      },
      ...{
        side: one.kind,
        points,
        matter: number,
        ruler: 1,
        ruledAt: ruling.at,
        rulebook: '2018',
        reverses: null,
      },
      ...{ evidence: ['file:1'], previousHash: '', hash: '' },
    }),
  ];
}

/** Tiers of the years that are over. */
function archived(year: number): readonly Change[] {
  const step = {
    id: year - 2018,
    year,
    at: `${year + 1}-01-31T10:00:00`,
    by: 1,
    data: { step: 'archive' },
  } as const;
  const tier = (index: number) =>
    index % 5 === 0 ? 'outstanding' : index % 41 === 0 ? 'basicallyQualified' : 'qualified';
  return [
    put('yearStep', step),
    ...numbers(members - 6, 8).map((one, index) =>
      put('yearRecord', {
        ...{ person: one, year, base: 100, bonus: (one % 4) * 3, deductions: 0, uncounted: 0, vetoed: false },
        ...{
          total: 100 + (one % 4) * 3,
          tier: tier(index + year),
          archivedAt: step.at,
          rulebook: '2018',
          rank: null,
        },
        scoredMembers: members - 6,
      }),
    ),
  ];
}

/** A picture for each open matter, and for every fourth a certificate too; none of them is like another. */
function filesOf(nth: number) {
  const files = [
    {
      id: nth * 2,
      kind: 'picture' as const,
      name: `现场照片${nth}.png`,
      bytes: new Uint8Array([...proof, nth % 256, nth >> 8]),
    },
    {
      id: nth * 2 + 1,
      kind: 'file' as const,
      name: `荣誉证书${nth}.pdf`,
      bytes: minimalPdf(`2026 certificate ${nth}`),
    },
  ];
  return files.slice(0, nth % 4 === 0 ? 2 : 1);
}

/** The desk of a branch of 300 members after eight years, with 500 matters that wait. */
export async function openLargeDesk(): Promise<DeskScene> {
  const scene = await openDeskScene(true, people);
  const { store } = scene.stage.bot;
  const ruled = 300 * years;
  const files = numbers(open).flatMap(filesOf);
  const changes = [
    ...files.map(({ bytes, ...file }) =>
      put('file', { ...file, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }),
    ),
    ...numbers(12 * years).flatMap(meeting),
    ...numbers(ruled + open).flatMap((number) => matter(number, ruled)),
    ...numbers(years - 1, 2019).flatMap(archived),
  ];
  await store.commit({
    ...{
      branch: scene.branch,
      version: store.snapshot(scene.branch).version,
      at: `${today}T09:00:00`,
      unrecorded: [],
    },
    ...{
      message: { channel: 'scene', messageId: 'years' },
      audit: null,
      letters: [],
      nextDue: null,
      changes,
    },
    contents: files.map(({ id, bytes }) => ({ id, bytes })),
  });
  return scene;
}

function picture(): Uint8Array {
  const canvas = createCanvas(640, 420);
  const context = canvas.getContext('2d');
  context.fillStyle = '#7d9c6a';
  context.fillRect(0, 0, 640, 420);
  context.fillStyle = '#e8d9b0';
  context.fillRect(60, 160, 320, 200);
  return new Uint8Array(canvas.toBuffer('image/png'));
}
