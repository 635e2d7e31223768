import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFile } from '../store/scene.js';
import { handTimer } from '../support/branch/hand-timer.js';
import { scriptedChannel } from '../support/channels/scripted-channel.js';
import { openBotScene, type BotScene } from './bot-scene.js';
import { inGroup, openProcess } from './scene.js';

let scene: BotScene;
beforeEach(async () => {
  scene = await openBotScene({ superior: true });
});
afterEach(() => scene.close());

/** Jumps to a day and runs what the clock has to do. */
async function jumpTo(at: string): Promise<readonly string[]> {
  const apart = Date.parse(`${at}Z`) - Date.parse(`${scene.timer.clock.now()}Z`);
  scene.timer.skip(apart);
  await scene.bot.runDue(scene.timer.clock.now());
  return scene.pass(0);
}
const inGroupNow = () => scene.channel.arrived.filter(({ chat }) => chat.kind === 'group');
const ask = async (who: string, text: string) => (await scene.say(who, 'private', text)).join('\n');
const doubtsIn = (heard: readonly string[]) => heard.filter((line) => line.includes('没有发到支部群'));
const numberIn = (lines: readonly string[]) => /“\/补发 (\d+)”/u.exec(lines.join())?.[1] ?? '';
const announce = () => scene.say('赵敏', 'group', '/活动 支部大会 11月28日 15:00 会议室');

describe('GIVEN a notice to the group that may not have arrived', () => {
  it('THEN recorder and secretary read it at once and once, with the line that sends it again', async () => {
    scene.channel.always('g', 'lost');
    const told = doubtsIn(await announce());
    expect(told.map((line) => line.split('：')[0]).sort()).toEqual(['李强', '赵敏']);
    expect(told[0]).toMatch(
      /可能没有发到支部群：“.*支部大会.*”（11月23日（周一）09:00）。请看一下支部群：没有的，发送“\/补发 (\d+)”；已经有的，发送“\/补发 \1 已到”。$/u,
    );
    scene.channel.always('g', undefined);
    expect(doubtsIn(await scene.pass(300))).toEqual([]);
    expect(await ask('赵敏', `/补发 ${numberIn(told)}`)).toContain('（群消息）已重新发送。');
    expect(await ask('赵敏', '/补发')).toContain('没有需要补发的消息');
  });

  it('WHEN it has arrived after all THEN that is recorded, and nothing is sent', async () => {
    scene.channel.always('g', 'lost');
    const told = doubtsIn(await announce());
    scene.channel.always('g', undefined);
    const before = inGroupNow().length;
    expect(await ask('李强', `/补发 ${numberIn(told)} 已到`)).toMatch(/^李强：第\d+条（群消息）记为已到。$/u);
    expect(await ask('李强', '/补发')).toContain('没有需要补发的消息');
    expect(inGroupNow()).toHaveLength(before);
    expect(await ask('李强', `/补发 ${numberIn(told)} 已到`)).toContain('没有可补发的');
  });

  it('WHEN it is in doubt again after it was sent again THEN that is news; an answer to a line is not', async () => {
    scene.channel.always('g', 'lost');
    const told = doubtsIn(await announce());
    expect(doubtsIn(await scene.say('李强', 'private', `/补发 ${numberIn(told)}`))).toHaveLength(2);
    expect(doubtsIn(await scene.say('张三', 'group', '/积分'))).toEqual([]);
  });

  it('WHEN the channel refuses it THEN that is said as it is', async () => {
    scene.channel.always('g', 'refused');
    expect(doubtsIn(await announce())[0]).toMatch(/：没有发到支部群：.*请发送“\/补发 \d+”重新发送。$/u);
  });

  it('WHEN the letter was private THEN the recorder does not see it', async () => {
    scene.channel.always('李强', 'lost');
    await scene.say('张三', 'private', '/申报 8 献血');
    await scene.say('张三', 'private', '/材料 1 文号 献血证');
    scene.channel.always('李强', undefined);
    expect(await ask('李强', '/补发')).toContain('没有确认送达的消息1条');
    expect(await ask('赵敏', '/补发')).toContain('没有需要补发的消息');
  });
});

describe('GIVEN a publication that may not have arrived', () => {
  it('THEN its picture waits, the duty of the quarter is not done, and both go on when that is settled', async () => {
    await jumpTo('2026-12-31T15:00:00');
    scene.channel.always('g', 'lost');
    const told = doubtsIn(await jumpTo('2027-01-04T09:00:00'));
    const publications = () =>
      inGroupNow().filter(({ text, files }) => text.includes('公示第') || files.length > 0);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('办妥之前，这次公示不算发出');
    expect(publications().flatMap(({ files }) => files)).toEqual([]);
    expect(await ask('何平', '/状态')).toContain('2026年四季度已发送，不能确定群里是否收到');
    expect(await ask('李强', '/公示 2026年四季度')).toContain(`发送“/补发 ${numberIn(told)} 已到”`);
    scene.channel.always('g', undefined);
    await scene.pass(5);
    expect(publications().flatMap(({ files }) => files)).toEqual([]);
    await scene.say('李强', 'private', `/补发 ${numberIn(told)}`);
    const [text, picture] = publications().slice(-2);
    expect([text?.files.length, picture?.text, picture?.files.length]).toEqual([0, '', 1]);
    expect(await ask('何平', '/状态')).toContain('积分公示：没有迟延');
  });

  it('WHEN it was there THEN the picture follows', async () => {
    await jumpTo('2026-12-31T15:00:00');
    scene.channel.always('g', 'lost');
    const told = doubtsIn(await jumpTo('2027-01-04T09:00:00'));
    scene.channel.always('g', undefined);
    await scene.say('李强', 'private', `/补发 ${numberIn(told)} 已到`);
    expect(inGroupNow().at(-1)).toMatchObject({ text: '', files: [{ kind: 'picture' }] });
  });
});

describe('GIVEN the notice of a year that may not have arrived', () => {
  /** Up to the notice, which is lost. */
  async function notice(): Promise<string> {
    await jumpTo('2027-01-04T10:00:00');
    await scene.say('李强', 'private', '/年度 汇总');
    await scene.say('李强', 'private', '/年度 评定 应到 6 实到 6 同意 6');
    await scene.say('何平', 'private', '/年度 审核 通过');
    scene.channel.always('g', 'lost');
    const told = doubtsIn(await scene.say('李强', 'private', '/年度 公示'));
    scene.channel.always('g', undefined);
    expect(told).toHaveLength(2);
    return numberIn(told);
  }

  it('THEN its days do not end, and begin anew on the day it is sent again', async () => {
    const letter = await notice();
    const ended = await jumpTo('2027-01-12T09:00:00');
    expect(ended.join('\n')).toContain('公示的日子已到，但不能确定群里收到了公示，暂不算期满');
    expect(ended.join('\n')).not.toContain('可以归档');
    expect(await ask('李强', '/年度 归档')).toContain(`没有归档：不能确定群里收到了公示第1号`);
    const heard = await scene.say('李强', 'private', `/补发 ${letter}`);
    expect(heard.join('\n')).toContain('群：公示第1号今天重新发送，公示到1月19日（周二）结束，以此为准。');
    expect(await ask('李强', '/年度 归档')).toContain('公示到1月19日（周二）结束');
    expect((await jumpTo('2027-01-20T09:00:00')).join('\n')).toContain('可以归档：/年度 归档');
    expect(await ask('李强', '/年度 归档')).toContain('已归档');
  });

  it('WHEN it had arrived THEN they are counted from then', async () => {
    const letter = await notice();
    await jumpTo('2027-01-12T09:00:00');
    await scene.say('赵敏', 'private', `/补发 ${letter} 已到`);
    expect(await ask('李强', '/年度 归档')).toContain('已归档');
  });
});

describe('GIVEN a process that died while a notice to the group was under way', () => {
  it('THEN the next one tells of it; one that died before telling is made up for', async () => {
    const { file, remove } = newFile();
    const timer = handTimer();
    const channel = scriptedChannel({ now: () => timer.now() });
    const first = await openProcess(file, channel, timer);
    await first.start();
    channel.script('hang');
    await first.write({ chat: inGroup, text: '公示', announces: { notice: 1 } }, { text: '', follows: true });
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(first.states()).toEqual({ 1: 'sending', 2: 'queued' });
    first.die();
    timer.skip(20_000);
    const second = await openProcess(file, channel, timer);
    await second.start();
    expect(second.doubts).toEqual(['1/1']);
    expect(second.states()).toEqual({ 1: 'uncertain', 2: 'queued' });
    second.die();
    timer.skip(20_000);
    const third = await openProcess(file, channel, timer);
    await third.start();
    expect(third.doubts).toEqual(['1/1']);
    await third.resend(1);
    await third.delivery.idle();
    expect(third.states()).toEqual({ 1: 'sent', 2: 'sent' });
    third.die();
    remove();
  });
});
