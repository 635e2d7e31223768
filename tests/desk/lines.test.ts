import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReader } from '../../src/chat/dispatch.js';
import { formOf } from '../../src/desk/form.js';
import { readLines } from '../../src/desk/lines/form.js';
import type { Field } from '../../src/desk/lines/kind.js';
import { createDesk } from '../../src/desk/desk.js';
import { pages } from '../../src/desk/pages.js';
import { getFrom, openBusyDesk, sendForm, type DeskScene } from '../support/web/desk.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
  await scene.stage.say('赵敏', '/活动 支部大会 11月23日15:00 三楼会议室');
});
afterAll(() => scene.close());

/** What somebody would fill in where the kind of field does not say it. */
const typed: Readonly<Record<string, string>> = {
  ...{ person: '张三', partner: '王芳', outstanding: '张三', except: '张三', witnesses: '王芳、周涛' },
  ...{ name: '吴用', phone: '13800000000', on: '2026-11-20', recommended: '2026-11-20', amount: '60' },
  ...{ points: '20 10 10 30 15 15', year: '2026', month: '2026-10', term: '6个月', number: '1', letter: '1' },
  ...{
    activity: '支部大会',
    leave: '1',
    target: '1',
    item: '8',
    period: '三季度',
    count: '5',
    ground: '1',
    times: '',
  },
};

function filledIn(name: string, field: Field, choices: readonly string[]): string {
  if (name === 'value') return '13800000000';
  if (field.choices !== undefined && choices.length > 0) return choices[0] ?? '';
  if (field.type === 'date') return '2026-11-20';
  return typed[name] ?? (field.type === 'number' ? '1' : '某件事');
}

it('every form of the desk says a line that the chat understands, for the use case that it names', async () => {
  const desk = createDesk(scene.stage.bot);
  const { catalogue } = scene.stage.bot;
  const wrong: unknown[] = [];
  let tried = 0;
  for (const { path, forms = [] } of pages) {
    expect([path, new Set(forms.map(({ key }) => key)).size]).toEqual([path, forms.length]);
    for (const form of forms.filter(({ key }) => key !== 'say')) {
      const meaning = await desk.look({ branch: scene.branch, account: '李强' }, async (context) => {
        const sent = new FormData();
        sent.set('do', form.key);
        for (const name of form.line.matchAll(/\{(\w+)\}/gu))
          sent.set(name[1] ?? '', typed[name[1] ?? ''] ?? '1');
        for (const [name, field] of Object.entries(form.fields)) {
          const choices = (field.choices?.(context) ?? []).map((one) =>
            typeof one === 'string' ? one : one.value,
          );
          sent.set(name, filledIn(name, field, choices));
        }
        const read = await readLines(forms, formOf(sent));
        const line = read !== undefined && 'orders' in read ? read.orders[0] : read;
        return typeof line === 'string'
          ? ([line, createReader(catalogue, line, '机器人')(context)] as const)
          : ([line] as const);
      });
      const [line, said] = meaning ?? [];
      const name = said?.kind === 'intent' ? said.intent.useCase.name : said;
      const meant = 'name' in form.of ? form.of.name : name;
      if (said?.kind !== 'intent' || name !== meant) wrong.push([path, form.key, line, name]);
      tried += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(60);
});

it('WHEN the branch has 300 members THEN no page is over 100 KB', async () => {
  const code = (index: number) => String.fromCharCode(0x4e10 + index, 0x5200 + index);
  const rows = Array.from({ length: 300 }, (_, index) => `赵${code(index)},机关党员`);
  const roster = new File([`姓名,类别\n${rows.join('\n')}`], '名册.csv');
  const shown = await sendForm(scene, '赵敏', '/desk/roster', { do: 'readRoster', roster });
  const sent = /name="rows" value="([^"]+)"/u.exec(shown)?.[1]?.replaceAll('&quot;', '"') ?? '';
  expect(await sendForm(scene, '赵敏', '/desk/roster', { do: 'importRoster', rows: sent })).toContain(
    '新增300人',
  );
  for (const { path } of pages) {
    const page = await (await getFrom(scene, `/desk${path}`, scene.sit('李强'))).text();
    expect([path, Buffer.byteLength(page) < 100 * 1024]).toEqual([path, true]);
  }
});

it('WHEN a picture is too large THEN one sentence says so, and what was typed is there', async () => {
  const files = new File([new Uint8Array(11 * 1024 * 1024)], '大.png');
  const answer = await sendForm(scene, '张三', '/desk/own', {
    do: 'claim',
    item: '8',
    reason: '植树',
    files,
  });
  expect(answer).toMatch(/“大.png”超过10兆[^]*value="植树"/u);
  expect(scene.stage.sql('SELECT COUNT(*) AS n FROM matter')).toEqual([{ n: 2 }]);
});
