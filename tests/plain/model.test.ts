import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { notUnderstood } from '../../src/chat/replies/plain/sentences.js';
import { openOffice } from '../../src/cli/plain/scene.js';
import type { Stage } from '../../src/cli/stage/stage.js';
import { openPlainModel } from '../../src/start/plain-model.js';

/** No way of saying fits it. */
const sentence = '支部大会请把我和周涛都按没法到场算，家里水管爆了';
const leave = '/请假 支部大会 家里水管爆了';

interface Asked {
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly body: string;
}

let server: Server | undefined;
let stage: Stage | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await stage?.close();
});

/** The documented endpoint on the loopback; `undefined`: it never answers. */
async function open(answer: string | undefined, { isAdopted = true, isThere = true, status = 200 } = {}) {
  const asked: Asked[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      asked.push({ url: request.url, key: request.headers.authorization, body });
      if (answer === undefined) return;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  if (!isThere) await new Promise((resolve) => server?.close(resolve));
  const settings = { url: `http://127.0.0.1:${port}/v1/`, model: 'qwen2.5:7b', key: 'sk-1' };
  const patience = answer === undefined ? { patience: 50 } : {};
  stage = await openOffice({ plainModel: openPlainModel({ ...settings, ...patience }) });
  if (isAdopted) {
    await stage.whisper('冯晓燕', '/细则 平常话模型 开');
    await stage.whisper('周建国', '/确认 6');
  }
  return { stage, asked };
}

const content = (text: string) =>
  JSON.stringify({ choices: [{ message: { role: 'assistant', content: text } }] });
const proposing = (line: string | null) => content(JSON.stringify({ line }));
const heard = async (on: Stage, text = sentence) =>
  (await on.whisper('高山', text)).map((said) => said.text).join('\n');

it('GIVEN a right answer THEN its line is offered as the model’s, and done after 是', async () => {
  const { stage: office, asked } = await open(proposing(leave));
  expect(await heard(office)).toBe(
    `您是想请假吗？（由模型提议）支部大会，9月18日（周五）15:00，事假，事由：家里水管爆了。\n就这样请回复“是”，或改好再发：${leave}`,
  );
  expect(asked).toHaveLength(1);
  const [{ url, key, body } = { url: '', key: '', body: '' }] = asked;
  expect([url, key]).toEqual(['/v1/chat/completions', 'Bearer sk-1']);
  expect(await heard(office, '是')).toContain('已登记 #7：高山同志 支部大会');
  const {
    model,
    messages,
    response_format: format,
  } = JSON.parse(body) as {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format: { readonly type: string };
  };
  expect([model, format.type, messages[1]?.content]).toEqual([
    'qwen2.5:7b',
    'json_schema',
    sentence.replace('周涛', '甲'),
  ]);
});

it('GIVEN a question THEN it holds nobody’s name, matter or score, and no command of what is never said so', async () => {
  const { stage: office, asked } = await open(proposing(null));
  expect(await heard(office)).toBe(notUnderstood());
  const text = asked[0]?.body ?? '';
  expect(text).toContain('/请假');
  expect(text).not.toMatch(/周涛|王芳|孙丽|社区清雪|喧哗|#\d|评议|谈话|关怀|任职|否决|不列入/u);
});

it('GIVEN the model’s 甲 THEN the line names whom the sentence named', async () => {
  const { stage: office } = await open(proposing('/积分 甲'));
  const said = (await office.whisper('冯晓燕', '把周涛这阵子攒下来的分捋一捋')).map(({ text }) => text);
  expect(said.join()).toContain('周涛 2026年积分：100分');
});

it.each([
  ['silence', undefined, {}],
  ['no JSON', '你好', {}],
  ['talk instead of a line', content('好的，/请假 支部大会'), {}],
  ['none', proposing(null), {}],
  ['an error', proposing(leave), { status: 500 }],
  ['nobody there', proposing(leave), { isThere: false }],
  ['a kind of leave nobody named', proposing('/请假 支部大会 病假 家里水管爆了'), {}],
  ['a reason of its own', proposing('/请假 支部大会 发烧'), {}],
  ['an activity nobody named', proposing('/请假 党课 家里水管爆了 9月22日'), {}],
  ['a number nobody said', proposing('/撤回 1'), {}],
  ['a ballot', proposing('/评议 周涛 不合格'), {}],
  ['somebody else’s right', proposing('/加分 周涛 8 家里水管爆了'), {}],
  ['two lines', proposing(`${leave}\n/撤回 1`), {}],
  ['no command', proposing('rm -rf /'), {}],
])('GIVEN %s THEN the helpful line is the answer, and nothing waits', async (_, answer, how) => {
  const { stage: office } = await open(answer, how);
  expect(await heard(office)).toBe(notUnderstood());
  expect(await heard(office, '是')).not.toContain('已登记');
});

it.each([
  ['not adopted', sentence, { isAdopted: false }],
  ['a question about things', '支部大会的签到表到底放在谁那里了', {}],
  ['a forwarded notice', '【通知】支部大会请各位把没法到场的原因报上来', {}],
  ['a telephone number', `${sentence}，电话13812345678`, {}],
])('GIVEN %s THEN the model hears nothing', async (_, text, how) => {
  const { stage: office, asked } = await open(proposing(leave), how);
  await heard(office, text);
  expect(asked).toEqual([]);
});
