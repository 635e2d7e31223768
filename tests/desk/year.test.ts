import { expect, it } from 'vitest';
import { getFrom, openBusyDesk, sendForm, type DeskScene } from '../support/web/desk.js';

type Fields = Readonly<Record<string, string>>;

/** Who, the page and its form; and the line that is the same in the chat. */
const work: readonly (readonly [string, string, Fields, string])[] = [
  ['李强', '', { do: 'confirm:1' }, '/确认 1'],
  ['李强', '', { do: 'heard:2' }, '/确认 2 已听取'],
  ['张三', '/own', { do: 'object', target: '1', reason: '多计了一次' }, '/异议 1 多计了一次'],
  ['李强', '', { do: 'correct', number: '2', reason: '登记错了人' }, '/更正 2 登记错了人'],
  ['钱进', '', { do: 'confirm:4' }, '/确认 4'],
  ['钱进', '', { do: 'keep:3', 'reason-3': '记录清楚' }, '/答复 3 维持 记录清楚'],
];
/** The rest of a quarter: roster, dues, an activity from its notice to what is put right after it. */
const quarter: typeof work = [
  ['赵敏', '/roster', { do: 'add', name: '高山', category: '机关党员' }, '/党员 添加 高山 机关党员'],
  [
    '赵敏',
    '/person?id=6',
    { do: 'putRight', person: '周涛', field: '手机', value: '13800000009' },
    '/党员 修改 周涛 手机 13800000009',
  ],
  [
    '赵敏',
    '/activities',
    { kind: 'generalMeeting', at: '2026-11-23T15:00', place: '三楼' },
    '/活动 支部大会 11月23日15:00 三楼',
  ],
  [
    '王芳',
    '/own',
    { do: 'leave', activity: '支部大会', kind: '公出', reason: '去省里' },
    '/请假 支部大会 公出 去省里',
  ],
  ['李强', '', { do: 'confirm:5' }, '/确认 5'],
  ['赵敏', '/dues', { do: 'all', month: '2026-11', except: '张三' }, '/党费 全缴 2026-11 除 张三'],
  [
    '赵敏',
    '/dues',
    { do: 'amount', person: '张三', month: '2026-11', amount: '35' },
    '/党费 张三 2026-11 35',
  ],
];
const meeting: typeof work = [
  [
    '赵敏',
    '/activity?id=1',
    {
      do: 'roll',
      activity: '1',
      due: '1 2 3 4 5 6 8',
      'p-1': 'present',
      'p-2': 'present',
      'p-3': 'present',
      'p-4': 'present',
      'p-6': 'absent',
      'p-8': 'present',
    },
    '/点名 支部大会 到 李强、钱进、赵敏、张三、高山 缺 周涛',
  ],
  [
    '赵敏',
    '/activity?id=1',
    { do: 'minutes', activity: '1', minutes: '学习党章' },
    '/纪要 支部大会 学习党章',
  ],
  ['赵敏', '/activity?id=1', { do: 'closeAnyway', activity: '1' }, '/结束 支部大会 是'],
  [
    '李强',
    '/activity?id=1',
    { do: 'truth', activity: '支部大会', person: '周涛', truth: '到', reason: '签名在册' },
    '/更正 支部大会 周涛 到 签名在册',
  ],
  ['钱进', '', { do: 'confirm:7' }, '/确认 7'],
];
const yearEnd: typeof work = [
  ['张三', '/own', { do: 'assess', points: '20 10 10 30 15 15' }, '/自评 20 10 10 30 15 15'],
  ['赵敏', '/year', { do: 'sum' }, '/年度 汇总'],
  [
    '李强',
    '/year',
    { do: 'tier', person: '周涛', tier: '基本合格', reason: '作用发挥不够' },
    '/年度 等次 周涛 基本合格 作用发挥不够',
  ],
  [
    '李强',
    '/year',
    { do: 'decide', entitled: '6', present: '6', favour: '6', outstanding: '张三' },
    '/年度 评定 应到 6 实到 6 同意 6 优秀 张三',
  ],
  ['何平', '/year', { do: 'audit', verdict: '通过' }, '/年度 审核 通过'],
  ['李强', '/year', { do: 'notice' }, '/年度 公示'],
];
const archive: typeof work = [['李强', '/year', { do: 'archive' }, '/年度 归档']];

type Say = (scene: DeskScene, one: (typeof work)[number]) => Promise<unknown>;

async function played(say: Say) {
  const scene = await openBusyDesk();
  try {
    for (const one of [...work, ...quarter]) await say(scene, one);
    await scene.stage.advance('2026-11-23T17:00:00');
    for (const one of meeting) await say(scene, one);
    await scene.stage.advance('2027-01-12T10:00:00');
    for (const one of yearEnd) await say(scene, one);
    await scene.stage.advance('2027-01-26T10:00:00');
    const page = await (await getFrom(scene, '/desk/year', scene.sit('李强'))).text();
    for (const one of archive) await say(scene, one);
    return {
      page,
      ledger: scene.stage.sql(
        'SELECT seq, member, year, item, grade, times, side, points, matter, ruler, reverses FROM ledger_entry ORDER BY seq',
      ),
      attendance: scene.stage.sql<{ presence: string }>(
        'SELECT person, due, presence, source FROM attendance ORDER BY person',
      ),
      activities: scene.stage.sql('SELECT id, kind, at, state FROM activity'),
      payments: scene.stage.sql('SELECT COUNT(*) AS n FROM dues'),
      matters: scene.stage.sql<{ kind: string; state: string }>(
        'SELECT number, kind, state, subject, proposer FROM matter ORDER BY number',
      ),
      people: scene.stage.sql('SELECT id, kind, category FROM person ORDER BY id'),
      rulings: scene.stage.sql('SELECT matter, ruler, decision FROM ruling ORDER BY matter'),
      steps: scene.stage.sql('SELECT year, done_by FROM year_step ORDER BY id'),
    };
  } finally {
    await scene.close();
  }
}

it('WHEN rulings and a year end are done on the desk alone THEN the ledger is that of the chat, entry by entry', async () => {
  const desk = await played(async (scene, [who, path, fields]) => {
    const shown = await sendForm(scene, who, `/desk${path}`, fields);
    expect(shown).not.toMatch(/没有办理|没有看懂|请先填写/u);
  });
  const chat = await played((scene, [who, , , line]) => scene.stage.whisper(who, line));
  expect({ ...desk, page: '' }).toEqual({ ...chat, page: '' });
  expect(desk.activities).toMatchObject([{ kind: 'generalMeeting', state: 'closed' }]);
  expect(desk.attendance.filter(({ presence }) => presence === 'present')).toHaveLength(6);
  expect(desk.payments).toEqual([{ n: 7 }]);
  expect(desk.matters.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    ...['bonus confirmed', 'deduction confirmed', 'objection rejected', 'correction confirmed'],
    ...['leave confirmed', 'deduction closed', 'attendance confirmed'],
  ]);
  expect(desk.steps).toHaveLength(7);
  expect(desk.ledger).toHaveLength(3);
  expect(desk.page).toMatch(/aria-current="step"><h3>5\. 归档（现在办）[^]*期满/u);
});
