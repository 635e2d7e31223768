import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pages } from '../../src/desk/pages.js';
import { getFrom, openBusyDesk, postTo, type DeskScene } from '../support/web/desk.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
  await scene.stage.say('赵敏', '/活动 支部大会 11月25日15:00 三楼会议室');
  await scene.stage.say('赵敏', '/减分 王芳 15 一般 迟到 证明 张三、周涛');
});
afterAll(() => scene.close());

const odd: readonly (readonly string[])[] = [
  ['999'],
  ['-1'],
  ['文字'],
  [''],
  ['1e9'],
  ['1', '2'],
  ['../<b>'],
];
const addresses: Readonly<Record<string, string>> = {
  '/activity': '?id=1',
  '/person': '?id=6',
  '/score': '?person=6',
};
/** What somebody would write into a field of this type. */
const usual: ReadonlyMap<string, string> = new Map([
  ['date', '2026-11-20'],
  ['month', '2026-11'],
  ['number', '1'],
  ['datetime-local', '2026-11-26T15:00'],
]);

type Fields = ReadonlyMap<string, string>;

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';

/** The fields of a form, filled in as somebody would. */
function fieldsIn(form: string): Fields {
  const fields = new Map<string, string>();
  for (const [tag] of form.matchAll(/<(?:input|select|textarea)\b[^>]*>/gu)) {
    const name = attribute(tag, 'name');
    if (name === '' || attribute(tag, 'type') === 'file' || fields.has(name)) continue;
    const choice = new RegExp(`<select name="${name}"[^]*?<option value="([^"]+)"`, 'u').exec(form)?.[1];
    const text = attribute(tag, 'list') === '' ? '献血' : '张三';
    fields.set(name, attribute(tag, 'value') || (choice ?? usual.get(attribute(tag, 'type')) ?? text));
  }
  return fields;
}

/** Every way of sending a form of the page: its address, and all fields with the pressed button. */
function sendings(html: string): readonly { readonly at: string; readonly fields: Fields }[] {
  const forms = html.matchAll(/<form method="post" action="([^"]*)"[^>]*>([^]*?)<\/form>/gu);
  return [...forms]
    .filter(([, at = '']) => !/out$|branch$/u.test(at))
    .flatMap(([, at = '', form = '']) => {
      const acts = [...form.matchAll(/name="do" value="([^"]*)"/gu)].map(([, act = '']) => act);
      return (acts.length === 0 ? [''] : acts).map((act) => ({
        at,
        fields: new Map([...fieldsIn(form), ['do', act]]),
      }));
    });
}

async function answerTo(cookie: string, at: string, fields: Fields, name: string, values: readonly string[]) {
  const others = [...fields].filter(([other]) => other !== name && other !== 'key');
  const [act = ''] = (fields.get(name) ?? '').split(':');
  const given = values.map((one) => (name === 'do' && fields.get(name) !== act ? `${act}:${one}` : one));
  const more = given.map((value) => [name, value] as const);
  const answer = await postTo(scene, at, cookie, { key: randomUUID(), ...Object.fromEntries(others) }, more);
  return answer.status === 303 ? getFrom(scene, at, cookie) : answer;
}

it('WHEN any field of any form carries what it cannot THEN the page answers in a sentence, and nothing breaks', async () => {
  const tried = new Set<string>();
  for (const who of ['赵敏', '李强', '何平', '张三']) {
    const cookie = scene.sit(who);
    for (const { path } of pages) {
      const shown = await (await getFrom(scene, `/desk${path}${addresses[path] ?? ''}`, cookie)).text();
      for (const { at, fields } of sendings(shown))
        for (const name of fields.keys()) {
          const id = `${at} ${fields.get('do') ?? ''} ${name}`.replaceAll(/\d+/gu, 'N');
          if (tried.has(id) || name === 'csrf' || name === 'key') continue;
          tried.add(id);
          for (const turn of [0, 1, 2]) {
            const values = odd[(tried.size + turn) % odd.length] ?? [];
            const answer = await answerTo(cookie, at, fields, name, values);
            const fault = /系统出错|E\d{4}|undefined|\bNaN\b|\[object/u.exec(await answer.text())?.[0];
            expect([who, id, values, answer.status < 500, fault]).toEqual([who, id, values, true, undefined]);
          }
        }
    }
  }
  expect(tried.size).toBeGreaterThan(150);
});

it.each([
  ...['/activity?id=', '/person?id=', '/score?person=', '/score?person=6&year='],
  ...['/scores?year=', '/papers?year=', '/roster?q='],
])('%s with what is no number of anything is a page', async (path) => {
  for (const who of ['赵敏', '何平', '张三'])
    for (const [value = ''] of odd) {
      const answer = await getFrom(scene, `/desk${path}${encodeURIComponent(value)}`, scene.sit(who));
      expect([path, value, answer.status]).toEqual([path, value, 200]);
      expect(await answer.text()).not.toMatch(/系统出错|undefined|\bNaN\b/u);
    }
});
