import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import type { VetoMatter } from '../../src/domain/rulings/rows.js';
import { activity } from '../support/branch/branch-facts.js';
import { freshFile, openBot, removeFiles, type ClockBot } from '../support/branch/clock-bot.js';

let bot: ClockBot;

/** A meeting of each month, called and closed by the recorder, which 张三 missed. */
const missed = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((month) => {
    const at = `2026-0${month}-20T15:00:00`;
    const row = { due: true, presence: 'absent', source: 'rollCall', recordedBy: 3, recordedAt: at } as const;
    return [
      put('activity', activity(month, at, { state: 'closed', closedAt: at, closedBy: 3, calledBy: 3 })),
      put('attendance', { activity: month, person: 1, ...row }),
    ];
  });

const vetoes = () =>
  bot.bot.store
    .snapshot(bot.branch)
    .facts.of('matter', 1)
    .filter((matter): matter is VetoMatter => matter.kind === 'veto');
const heard = (who: string, word: string) =>
  bot.said.filter((text) => text.startsWith(`${who}：`) && text.includes(word));

beforeEach(async () => {
  bot = await openBot(freshFile(), '2026-06-28T12:00:00');
  await bot.seed(...missed(1, 6));
  bot.now = '2026-07-01T09:00:00';
  await bot.runDue();
  expect(vetoes()).toMatchObject([{ number: 1, state: 'open', since: '2026-01', last: '2026-06' }]);
});
afterEach(() => bot.bot.stop());
afterAll(removeFiles);

it('GIVEN a drafted veto WHEN a leave is approved late THEN it ends, all who had heard of it are told, and a new run is drafted again', async () => {
  await bot.say('李强', '/听取 1 本人放弃');
  await bot.say('张三', '/请假 支部大会@06-20 公出 出差');
  await bot.say('李强', '/确认 2');
  expect(vetoes()).toMatchObject([{ state: 'closed', broken: { matter: 2, by: 4 } }]);
  for (const who of ['张三', '李强']) expect(heard(who, '#1 已结束：#2 认定后')).toHaveLength(1);
  for (const who of ['群', '王芳', '赵敏']) expect(heard(who, '#1 已结束')).toEqual([]);
  await bot.say('李强', '/表决 1 赞成 6 反对 0 弃权 0');
  expect(heard('李强', '#1')).toContainEqual(expect.stringContaining('已经办结'));
  await bot.seed(...missed(7, 7));
  bot.now = '2026-08-03T09:00:00';
  await bot.runDue();
  expect(vetoes().map(({ state, last }) => [state, last])).toEqual([
    ['closed', '2026-06'],
    ['open', '2026-07'],
  ]);
});

it('GIVEN a vote was taken WHEN an absence proves to be none THEN the one who should certify hears as well', async () => {
  await bot.say('李强', '/听取 1 本人放弃');
  await bot.say('李强', '/表决 1 赞成 6 反对 0 弃权 0');
  await bot.say('赵敏', '/更正 支部大会@03-20 张三 到 有照片');
  await bot.say('钱进', '/确认 2');
  expect(vetoes()).toMatchObject([{ state: 'closed', vote: { inFavour: 6 } }]);
  expect(heard('李强', '#1 已结束：#2 认定后')).toHaveLength(1);
});

it('GIVEN a seventh month missed WHEN the first proves to be none THEN six are left and the veto goes on', async () => {
  await bot.seed(...vetoes().map((veto) => put('matter', { ...veto, last: '2026-07' })), ...missed(7, 7));
  await bot.say('赵敏', '/更正 支部大会@01-20 张三 到 有照片');
  await bot.say('李强', '/确认 2');
  await bot.say('钱进', '/确认 2');
  expect(vetoes()).toMatchObject([{ state: 'open' }]);
  expect(heard('张三', '已结束')).toEqual([]);
});

it('GIVEN a certified veto WHEN the register is put right THEN it stands until corrected, and its ruler is told once', async () => {
  const ruling = { matter: 1, ruler: 5, decision: 'confirmed', at: '2026-07-02T09:00:00' } as const;
  await bot.seed(
    ...vetoes().map((veto) => put('matter', { ...veto, state: 'confirmed' })),
    put('ruling', { ...ruling, meetingOn: null, reason: null }),
  );
  await bot.say('赵敏', '/更正 支部大会@03-20 张三 到 有照片');
  await bot.say('钱进', '/确认 2');
  await bot.say('赵敏', '/更正 支部大会@04-20 张三 到 有照片');
  await bot.say('钱进', '/确认 3');
  expect(vetoes()).toMatchObject([{ state: 'confirmed' }]);
  for (const who of ['钱进', '李强']) expect(heard(who, '“/更正 1 理由”')).toHaveLength(1);
  expect(heard('张三', '不再成立')).toEqual([]);
});
