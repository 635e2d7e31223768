import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFrom, openBusyDesk, sendForm, type DeskScene } from '../support/web/desk.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
});
afterAll(() => scene.close());

const on = (who: string, path: string, fields: Readonly<Record<string, string | File>>) =>
  sendForm(scene, who, path, fields);
const idOf = (name: string) =>
  scene.stage.sql<{ id: number }>(`SELECT id FROM person WHERE name = '${name}'`)[0]?.id ?? 0;
const zhang = () => `/desk/person?id=${idOf('张三')}`;
const file = (text: string) => new File([text], '名册.csv', { type: 'text/csv' });

describe('the roster at the desk', () => {
  it('says the lines of the chat: telephone, group, name, newcomers', async () => {
    expect(
      await on('赵敏', zhang(), {
        do: 'putRight',
        person: '张三',
        field: '手机',
        value: '13800000001',
      }),
    ).toContain('13800000001');
    expect(
      await on('赵敏', zhang(), {
        do: 'group',
        person: '张三',
        group: '第一小组',
      }),
    ).toContain('第一小组');
    expect(
      await on('赵敏', '/desk/roster', {
        do: 'add',
        name: '陈晨',
        category: '机关党员',
      }),
    ).toContain('陈晨同志（机关党员）列入名册');
    expect(
      await on('赵敏', `/desk/person?id=${idOf('陈晨')}`, {
        do: 'rename',
        person: '陈晨',
        name: '陈辰',
      }),
    ).toContain('陈辰');
    // Names and the history of what was put right stand on the card.
    expect(await (await getFrom(scene, zhang(), scene.sit('赵敏'))).text()).toMatch(
      /13800000001[^]*第一小组/u,
    );
  });

  it('WHEN a form is not whole, or the chat refuses it THEN it comes back as it was typed', async () => {
    expect(await on('赵敏', zhang(), { do: 'rename', person: '张三', name: '' })).toContain(
      '请先填写“新的姓名”',
    );
    const wrong = await on('赵敏', zhang(), {
      do: 'putRight',
      person: '张三',
      field: '手机',
      value: '138',
    });
    expect(wrong).toMatch(/11位手机号/u);
    expect(wrong).toMatch(/<details open[^]*value="138"/u);
  });

  it('WHEN offices are given THEN by the secretary alone, as in the chat', async () => {
    const given = { do: 'appoint', person: '张三', office: '支委' };
    expect(await on('赵敏', zhang(), given)).toContain('书记');
    expect(scene.stage.sql("SELECT * FROM office WHERE office = 'committeeMember'")).toEqual([]);
    expect(await on('李强', zhang(), given)).toContain('张三同志担任支委');
    expect(await (await getFrom(scene, zhang(), scene.sit('赵敏'))).text()).not.toContain('value="appoint"');
  });

  it('offices stand with their days, and who left can be found', async () => {
    const card = await (await getFrom(scene, '/desk/person?id=1', scene.sit('赵敏'))).text();
    expect(card).toMatch(/职务经历[^]*书记<[^]*现任/u);
    await scene.stage.whisper('赵敏', '/党员 转出 王芳');
    const left = await (await getFrom(scene, '/desk/roster?left=1', scene.sit('赵敏'))).text();
    expect(left).toMatch(/王芳<\/a>/u);
    expect(left).not.toMatch(/周涛<\/a>/u);
    expect(
      await on('赵敏', `/desk/person?id=${idOf('王芳')}`, { do: '介绍信', person: '王芳', on: '2026-11-20' }),
    ).toContain('王芳');
  });

  it('WHEN a member sends the form of a keeper THEN nothing changes', async () => {
    expect(
      await on('张三', zhang(), {
        do: 'group',
        person: '张三',
        group: '第九小组',
      }),
    ).toContain('由考核记录员、书记办理');
    expect(await (await getFrom(scene, zhang(), scene.sit('赵敏'))).text()).not.toContain('第九小组');
  });

  it('WHEN a file is sent THEN it is shown first, and written by a second form, once', async () => {
    const shown = await on('赵敏', '/desk/roster', {
      do: 'readRoster',
      roster: file(
        '姓名,类别,职务,手机,学历\n孙伟,窗口党员,,13900000001,\n张三,机关党员,支委,13800000001,大学',
      ),
    });
    expect(shown).toMatch(/孙伟 +新增[^]*张三 +更改[^]*照此导入/u);
    expect(idOf('孙伟')).toBe(0);
    const rows = /name="rows" value="([^"]+)"/u.exec(shown)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect(await on('赵敏', '/desk/roster', { do: 'importRoster', rows })).toContain('新增1人，更改1人');
    expect(idOf('孙伟')).toBeGreaterThan(0);
    const again = await on('赵敏', '/desk/roster', {
      do: 'readRoster',
      roster: file('姓名,类别,职务\n孙伟,窗口党员,'),
    });
    expect(again).toContain('没有变化');
    expect(await on('张三', '/desk/roster', { do: 'importRoster', rows })).toContain('不对您开放');
  });

  it.each([
    ['姓名,类别,职务\n吴用,机关党员,支委', '职务由书记任命'],
    ['姓名,类别,职务\n吴用,上级,', '不由文件列入'],
    ['姓名,类别,职务\n吴用,没有这一类,', '名册有误，没有导入'],
    ['姓名', '没有导入'],
  ])('WHEN the file says %j THEN %s, and nothing is written', async (text, said) => {
    const shown = await on('赵敏', '/desk/roster', {
      do: 'readRoster',
      roster: file(text),
    });
    expect(shown).toContain(said);
    expect(shown).not.toContain('照此导入');
    expect(idOf('吴用')).toBe(0);
  });

  it('WHEN what was sent is no roster THEN one sentence says so', async () => {
    expect(
      await on('赵敏', '/desk/roster', {
        do: 'importRoster',
        rows: '[{"line":1}]',
      }),
    ).toContain('请重新上传');
    const row = {
      line: 2,
      name: '吴用',
      kind: 'member',
      category: null,
      probationary: false,
      offices: ['secretary'],
    };
    const rest = {
      group: null,
      partyJoinedOn: null,
      phone: null,
      joinedOn: null,
      life: {},
      regularOn: null,
    };
    const rows = JSON.stringify([{ ...row, ...rest }]);
    expect(await on('赵敏', '/desk/roster', { do: 'importRoster', rows })).toContain('没有导入');
    expect(idOf('吴用')).toBe(0);
  });
});
