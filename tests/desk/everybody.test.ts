import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFrom, openBusyDesk, sendForm, type DeskScene } from '../support/web/desk.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
  await scene.stage.say('赵敏', '/活动 支部大会 11月25日15:00 三楼会议室');
});
afterAll(() => scene.close());

const on = (who: string, path: string, fields: Readonly<Record<string, string | File>>) =>
  sendForm(scene, who, `/desk${path}`, fields);
const read = async (who: string, path: string) =>
  (await getFrom(scene, `/desk${path}`, scene.sit(who))).text();

const titles = async (who: string, path = '') =>
  [...(await read(who, path)).matchAll(/<summary>([^<]+)/gu)].map(([, title]) => title);

describe('what everybody does at the desk', () => {
  it('asks for leave of an activity and takes it back; the group hears no reason', async () => {
    expect(await read('张三', '/own')).toContain(
      '<option value="支部大会">支部大会（11月25日（周三）15:00）',
    );
    const leave = { do: 'leave', activity: '支部大会', kind: '公出', reason: '去省里开会' };
    expect(await on('张三', '/own', leave)).toContain('#3');
    expect(scene.stage.said.some(({ chat, text }) => chat.kind === 'group' && text.includes('省里'))).toBe(
      false,
    );
    expect(await on('张三', '/own', { do: 'giveUpLeave', leave: '3' })).toContain('销假');
  });

  it('claims points with evidence and material, makes a statement, objects, withdraws', async () => {
    const picture = new File([Buffer.from('89504e470d0a1a0a', 'hex')], '植树.png');
    const claim = { do: 'claim', item: '8', reason: '植树', on: '2026-11-20', files: picture };
    expect(await on('张三', '/own', claim)).toMatch(/已登记 #4[^]*第8项/u);
    expect(await on('张三', '/own', { do: 'material', number: '4', document: '园林站1号' })).toContain('#4');
    expect(await on('周涛', '/own', { do: 'statement', number: '2', text: '当时在值班' })).toContain('#2');
    expect(await on('张三', '', { do: 'withdraw', number: '4' })).toContain('#4');
    expect(scene.stage.sql('SELECT state FROM matter WHERE number = 4')).toEqual([{ state: 'withdrawn' }]);
  });

  it('leaves out what there is nothing to do with yet', async () => {
    // 张三's claim is withdrawn, nothing is confirmed, no year archived, no veto open.
    expect(await titles('张三')).toEqual(['直接写一行命令']);
    expect(await titles('李强')).toEqual(['提出一票否决', '直接写一行命令']);
    expect(await titles('李强', '/notice')).toEqual(['公示积分', '暂缓公示']);
    expect(await titles('张三', '/notice')).toEqual([]);
    expect(await on('李强', '/notice', { do: 'hold', reason: '等机关核对' })).toContain('暂缓');
    expect(await on('赵敏', '/notice', { do: 'publish', period: '' })).toContain('书记');
    await on('李强', '', { do: 'veto', person: '周涛', ground: '1', reason: '拒不参加组织生活' });
    expect(await titles('李强')).toEqual(
      expect.arrayContaining(['撤回我登记的', '记录一票否决的听取意见', '记录一票否决的表决']),
    );
  });

  it('offers on one’s own page and at the year end only what can be done now; what cannot be undone is folded', async () => {
    const ballots = ['开始民主评议', '结束民主评议', '看评议结果', '看名单'];
    const offered = async (who: string, path: string, of: readonly string[]) =>
      (await titles(who, path)).filter((title) => title !== undefined && of.includes(title));
    expect(await offered('李强', '/year', ballots)).toEqual(['开始民主评议']);
    expect(await read('李强', '/year')).not.toMatch(/<button[^>]*value="end"|发送“\/年度/u);
    expect(await read('李强', '/year')).toContain('结束，之后在这里办理年度考核。');
    // 张三 gave up the leave, 周涛 is asked about #2.
    const own = ['请假', '销假', '作说明', '同意', '不同意', '无记名评议'];
    expect(await offered('张三', '/own', own)).toEqual(['请假']);
    expect(await offered('周涛', '/own', own)).toEqual(['请假', '作说明']);
    expect(await read('周涛', '/own')).toMatch(/<option value="2">#2 周涛 第15项/u);
    await scene.stage.whisper('李强', '/评议 开始');
    expect(await offered('李强', '/year', ballots)).toEqual(['开始民主评议', '结束民主评议']);
    expect(await offered('张三', '/own', own)).toEqual(['请假', '无记名评议']);
    await scene.stage.whisper('李强', '/不列入 王芳 年老体弱');
    expect(await offered('王芳', '/own', own)).toEqual([...['请假', '同意', '不同意', '无记名评议']]);
    await on('王芳', '/own', { do: 'leave', activity: '支部大会', kind: '公出', reason: '' });
    expect(await offered('王芳', '/own', own)).toContain('销假');
    expect(await on('李强', '/year', { do: 'end', accepted: '' })).toContain('还有6人没有投');
    expect(await on('李强', '/year', { do: 'end', accepted: '是' })).toContain('民主评议');
    expect(await offered('李强', '/year', ballots)).toEqual(['开始民主评议', '看评议结果']);
  });

  it('says any line of the chat, with its refusals', async () => {
    expect(await on('张三', '', { do: 'say', text: '积分' })).toContain('100分');
    expect(await on('张三', '', { do: 'say', text: '/确认 1' })).toContain('书记');
    expect(await on('张三', '', { do: 'say', text: '你好' })).toMatch(/没有“?\/?你好|没有办理/u);
  });

  it('reads the rulebook; care and the state of the bot are for those who may', async () => {
    expect(await read('张三', '/rulebook')).toMatch(/第8项[^]*公益活动[^]*\+3/u);
    expect(await read('张三', '/care')).toContain('不对您开放');
    expect(await read('钱进', '/care')).toContain('不对您开放');
    expect(
      await on('赵敏', '/care', { do: 'note', person: '周涛', kind: '身体', text: '血压偏高' }),
    ).toContain('周涛');
    expect(await on('赵敏', '/care', { do: 'look', person: '周涛' })).toContain('血压偏高');
    expect(await read('张三', '/status')).toContain('不对您开放');
    expect(await read('赵敏', '/status')).toContain('没有需要补发的消息');
    expect(await on('何平', '/status', { do: 'audit' })).toContain('赵敏');
  });
});

describe('what the recorder does at the desk', () => {
  it('dues: a month before, an amount, and the way back', async () => {
    expect(
      await on('赵敏', '/dues', { do: 'amount', person: '张三', month: '2026-10', amount: '60' }),
    ).toContain('60');
    expect(await on('赵敏', '/dues', { do: 'cancel', person: '张三', month: '2026-10' })).toContain('撤销');
    expect(await read('赵敏', '/dues')).toMatch(/姓名<[^]*>11月<[^]*>10月<[^]*>12月</u);
  });

  it('what is owed this year, minutes with a picture, and attendance put right', async () => {
    expect(await read('赵敏', '/activities')).toMatch(
      /2026年活动和三会一课[^]*>11月<[^]*已通知 <a[^>]*>支部大会<\/a> 11月25日[^]*>12月<[^]*还要开 党课（四季度）/u,
    );
    expect(await read('张三', '/activities')).not.toMatch(/还要开|欠 /u);
    await scene.stage.advance('2026-11-25T16:00:00');
    await scene.stage.say('赵敏', '/点名 支部大会 全到');
    const picture = new File([Buffer.from('89504e470d0a1a0a', 'hex')], '会场.png');
    const minutes = { do: 'minutes', activity: '1', minutes: '学习党章', decisions: '', files: picture };
    expect(await on('赵敏', '/activity?id=1', minutes)).toMatch(/纪要[^]*图片/u);
    await scene.stage.say('赵敏', '/结束 支部大会 是');
    const truth = {
      do: 'truth',
      activity: '支部大会',
      person: '王芳',
      truth: '请假 公出',
      reason: '出差审批单',
    };
    expect(await on('赵敏', '/activity?id=1', truth)).toMatch(/#\d+/u);
  });

  it('scores show what waits for the reader, and to nobody else', async () => {
    expect(await read('李强', '/scores')).toMatch(/张三<[^]*#1 \+3/u);
    expect(await read('何平', '/scores')).not.toContain('#1 +3');
  });
});
