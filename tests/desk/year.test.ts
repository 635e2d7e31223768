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
    for (const one of work) await say(scene, one);
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
  expect(desk.steps).toHaveLength(7);
  expect(desk.ledger).toHaveLength(3);
  expect(desk.page).toMatch(/aria-current="step"><h3>5\. 归档（现在办）[^]*期满/u);
});
