/** Four years of twelve members, said line by line; the scores and tiers beside them were counted by hand. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../src/project-folder.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { inMemory } from '../support/branch/in-memory.js';

const cast = {
  张三: {},
  王芳: { category: 'counter' },
  周涛: { category: 'institution' },
  孙丽: {},
  吴敏: { category: 'new', probationary: true },
  郑国: { category: 'retired' },
  刘洋: {},
  陈晨: {},
  马超: {},
  赵敏: { offices: ['recorder'] },
  李强: { category: 'leadingCadre', offices: ['secretary'] },
  钱进: { category: 'partyAffairs', offices: ['deputySecretary'] },
  何平: { kind: 'superior' },
} as const;

/** Months missed from January on, and leaves, personal unless said, in the months that follow. */
type Attended = Readonly<
  Record<string, { readonly absent?: number; readonly leaves?: number; readonly kind?: string }>
>;
type Result = readonly [total: number, tier: string | null];

const bot = (await inMemory(await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'))))(
  cast,
  '2026-01-04T09:00:00',
);
const idOf = (name: string) =>
  bot
    .facts()
    .all('person')
    .find((person) => person.name === name)?.id ?? 0;

function say(who: string, text: string, files: readonly string[] = []): void {
  const outcome = bot.say(who, text, files);
  if (outcome?.kind !== 'done') throw new Error(`${who}: ${text}: ${JSON.stringify(outcome)}`);
}

/** Whatever waits is ruled at once, by the secretary or, about himself, by the deputy. */
function ruleAll(meeting: string): void {
  for (const { number, subject, kind } of bot.facts().open()) {
    const heard = kind === 'deduction' ? ` 会议 ${meeting} 已听取` : '';
    say(subject === idOf('李强') ? '钱进' : '李强', `/确认 ${number}${heard}`);
  }
}

function month(year: number, at: number, attended: Attended): void {
  const day = `${year}-${String(at).padStart(2, '0')}`;
  bot.moveTo(`${day}-10T09:00:00`);
  say('赵敏', `/活动 主题党日 ${at}月15日15:00 三楼`);
  const missing = Object.entries(attended).flatMap(([name, { absent = 0, leaves = 0, kind = '事假' }]) => {
    if (at > absent && at <= absent + leaves) say(name, `/请假 主题党日 ${kind}`);
    return at <= absent ? [name] : [];
  });
  ruleAll('');
  bot.moveTo(`${day}-15T18:00:00`);
  say('赵敏', `/点名 主题党日 全到${missing.length === 0 ? '' : ` 除 ${missing.join('、')}`}`);
  say('赵敏', '/结束 主题党日 是');
  ruleAll(`${at}月15日`);
}

function deed(text: string, day: string): void {
  say('赵敏', `${text} 日期 ${day}`, ['证.jpg']);
  ruleAll(day);
}

function yearEnd(year: number, outstanding: string, expected: Readonly<Record<string, Result>>): void {
  bot.moveTo(`${year + 1}-01-10T09:00:00`);
  say('赵敏', '/年度 汇总');
  say('李强', `/年度 评定 应到 8 实到 8 同意 8 优秀 ${outstanding}`);
  say('何平', '/年度 审核 通过');
  say('李强', '/年度 公示');
  bot.moveTo(`${year + 1}-01-30T09:00:00`);
  say('李强', '/年度 归档');
  const records = bot.facts().of('yearRecord', year);
  expect(
    Object.fromEntries(
      records.map(({ person, total, tier }) => [bot.facts().get('person', person)?.name, [total, tier]]),
    ),
  ).toEqual(expected);
}

const whole: Result = [100, 'qualified'];

it('GIVEN three years by the regulation THEN each score and tier is what counting by hand gives', () => {
  const first: Attended = {
    张三: { absent: 2 },
    王芳: { leaves: 4 },
    周涛: { absent: 3 },
    吴敏: { absent: 1 },
    郑国: { absent: 5 },
  };
  for (let at = 1; at <= 12; at += 1) month(2026, at, first);
  bot.moveTo('2026-12-20T09:00:00');
  deed('/加分 张三 8 献血', '12月1日');
  deed('/减分 周涛 22 严重警告 处分决定', '12月2日');
  deed('/减分 孙丽 22 留党察看 处分决定', '12月3日');
  deed('/加分 刘洋 13 市级 优秀党员', '12月4日');
  deed('/加分 陈晨 11 救人', '12月5日');
  yearEnd(2026, '刘洋', {
    张三: [97, 'qualified'], // 100 + 3 − 2×3
    王芳: [96, 'qualified'], // four leaves, two of them free: −2×2
    周涛: [71, 'qualified'], // −20 − 3×3, one above the limit
    孙丽: [60, 'unqualified'],
    吴敏: [97, null], // 预备: for reference
    刘洋: [110, 'outstanding'],
    陈晨: [110, 'qualified'], // a candidate whom the meeting did not name
    ...{ 马超: whole, 赵敏: whole, 李强: whole, 钱进: whole },
  });

  // From February on: three leaves of 张三, eleven absences of 孙丽, one of 马超.
  const second: Attended = { 张三: { leaves: 4 }, 孙丽: { absent: 12 }, 马超: { absent: 1 } };
  for (let at = 2; at <= 12; at += 1) {
    month(2027, at, { ...second, ...(at > 5 ? { 马超: {} } : { 马超: { absent: 2 } }) });
    if (at === 3) {
      say('赵敏', '/党员 转正 吴敏 3月15日');
      ruleAll('');
    }
    if (at === 5) say('赵敏', '/党员 转出 马超');
    if (at === 6) say('赵敏', '/党员 转入 韩雪 窗口党员');
  }
  bot.moveTo('2027-12-20T09:00:00');
  deed('/加分 韩雪 7 合理化建议', '12月1日');
  yearEnd(2027, '无', {
    张三: [98, 'qualified'], // the third leave: −2
    孙丽: [67, 'unqualified'], // eleven meetings missed
    马超: [97, 'qualified'], // moved out with a deduction: rated all the same
    韩雪: [102, 'qualified'], // base 100 from the day of joining
    ...{ 王芳: whole, 周涛: whole, 吴敏: whole, 刘洋: whole, 陈晨: whole },
    ...{ 赵敏: whole, 李强: whole, 钱进: whole },
  });

  for (let at = 2; at <= 12; at += 1) month(2028, at, {});
  say('赵敏', '/党员 调整 王芳 离退休党员 会议 12月1日');
  ruleAll('');
  bot.moveTo('2028-12-20T09:00:00');
  deed('/加分 张三 13 省级 优秀党员', '12月1日');
  deed('/减分 张三 22 留党察看 处分决定', '12月2日');
  for (let times = 1; times <= 7; times += 1) deed(`/减分 张三 21 第${times}件事`, `12月${times + 2}日`);
  say('钱进', '/否决 周涛 6 造成恶劣影响 日期 12月10日');
  const veto = bot.facts().all('matter').at(-1)?.number ?? 0;
  say('李强', `/听取 ${veto} 本人放弃`);
  say('李强', `/表决 ${veto} 应到 8 实到 8 赞成 8 反对 0 弃权 0`);
  say('李强', `/确认 ${veto}`);
  yearEnd(2028, '无', {
    张三: [20, 'unqualified'], // 100 + 20 − 110, of which 100 count
    周涛: [0, 'unqualified'], // the veto
    ...{ 孙丽: whole, 吴敏: whole, 刘洋: whole, 陈晨: whole, 韩雪: whole },
    ...{ 赵敏: whole, 李强: whole, 钱进: whole },
  });
});

it('GIVEN a year of limits met exactly, leave of other kinds, late leave and an exemption THEN so again', () => {
  const attended: Attended = {
    韩雪: { absent: 3 },
    刘洋: { leaves: 4 },
    陈晨: { leaves: 6, kind: '病假' },
  };
  for (let at = 2; at <= 12; at += 1) {
    month(2029, at, attended);
    if (at === 3) {
      say('韩雪', '/请假 主题党日@03-15 公出 外地开会');
      ruleAll('');
    }
    if (at === 5) {
      say('李强', '/不列入 张三 长期患病');
      const number = bot.facts().all('matter').at(-1)?.number ?? 0;
      say('张三', `/同意 ${number}`);
      say('钱进', `/确认 ${number}`);
    }
  }
  bot.moveTo('2029-12-20T09:00:00');
  deed('/加分 刘洋 13 市级 优秀党员', '12月1日');
  deed('/减分 孙丽 22 警告 处分决定', '12月2日');
  deed('/减分 吴敏 19 亲属 ×2 家人上访', '12月3日');
  deed('/减分 吴敏 18 本人 不配合拆迁', '12月4日');
  deed('/减分 吴敏 15 强烈 擅自离岗', '12月5日');
  deed('/减分 吴敏 20 被投诉', '12月6日');
  deed('/减分 周涛 22 严重警告 处分决定', '12月7日');
  deed('/减分 周涛 15 一般 脱岗', '12月8日');
  deed('/减分 周涛 23 一般 酒后喧哗', '12月9日');
  deed('/减分 周涛 17 八月党费', '12月10日');
  deed('/减分 钱进 17 九月党费', '12月11日');
  deed('/加分 李强 9 调解纠纷', '12月12日');
  yearEnd(2029, '刘洋', {
    刘洋: [108, 'outstanding'], // +10, three leaves: −2; 108 is enough
    孙丽: [90, 'qualified'],
    吴敏: [70, 'unqualified'], // −2×5 − 10 − 5 − 5: exactly 70
    周涛: [71, 'qualified'], // −20 − 3 − 3 − 3
    韩雪: [97, 'qualified'], // two absences, one of them taken back by late leave
    钱进: [97, 'qualified'],
    李强: [105, 'qualified'],
    ...{ 陈晨: whole, 赵敏: whole }, // sick leave does not count
  });
});
