/** docs/adr/0022-pipelined-branch.md: lines that overlap leave what they leave one by one, and nobody hears too early. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { found, play, type Accident, type Outcome, type Said } from './one-by-one-scene.js';

let founded: Awaited<ReturnType<typeof found>>;
beforeAll(async () => {
  founded = await found();
});
afterAll(() => founded.remove());

const speakers = ['赵敏', '张三', '王芳', '李强', '孙伟', '路人'];
const number = fc.integer({ min: 1, max: 3 });
const spoken = fc.oneof(
  fc.constantFrom(
    { who: '赵敏', text: '/加分 张三 8 公益活动' },
    { who: '赵敏', text: '/加分 王芳 8 义务植树' },
    { who: '赵敏', text: '/加分 李强 8 献血' },
    { who: '张三', text: '/积分' },
    { who: '王芳', text: '/待办' },
    { who: '李强', text: '/状态' },
    { who: '张三', text: '今天开会吗' },
    { who: '孙伟', text: '/加分 张三 8 不该由我登记' },
    { who: '路人', text: '/积分' },
  ),
  fc
    .tuple(fc.constantFrom('王芳', '孙伟', '张三'), number)
    .map(([who, matter]) => ({ who, text: `/证明 ${matter}` })),
  number.map((matter) => ({ who: '李强', text: `/确认 ${matter}` })),
  number.map((matter) => ({ who: '李强', text: `/驳回 ${matter} 材料不足` })),
);
/** So that there is something to rule on. */
const begun = ['张三', '王芳', '李强'].map((whom, message): Said => {
  return { who: '赵敏', text: `/加分 ${whom} 8 公益活动`, message, after: 0 };
});
/** A line, or one of those before it once more. */
const lines = fc
  .array(
    fc.record({
      spoken,
      after: fc.constantFrom(0, 0, 0, 0, 1, 2),
      again: fc.option(fc.nat({ max: 5 }), { freq: 8 }),
    }),
    { minLength: 20, maxLength: 40 },
  )
  .map((plan) =>
    plan.reduce<readonly Said[]>((said, { spoken: line, after, again }) => {
      const before = again === null ? undefined : said.at(-1 - again);
      return [
        ...said,
        before === undefined ? { ...line, message: said.length, after } : { ...before, after },
      ];
    }, begun),
  );
const accidents = fc.array(
  fc.record<Accident>({
    at: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('full' as const, 'overtaken' as const),
  }),
  { minLength: 1, maxLength: 3 },
);

const isFailure = ({ text }: { readonly text: string }) => text.includes('E000');
const messageOf = (key: string) => /^b1\/play\/(m\d+)\//u.exec(key)?.[1];

/** Without the deliveries that were answered by “something went wrong; nothing was recorded”. */
function withoutFailed(said: readonly Said[], { told }: Outcome): readonly Said[] {
  const failed = told.filter(isFailure).map(({ key }) => messageOf(key));
  return said.filter(({ message }) => {
    const at = failed.indexOf(`m${message}`);
    if (at >= 0) failed.splice(at, 1);
    return at < 0;
  });
}

async function demand(said: readonly Said[], troubles: readonly Accident[]): Promise<Outcome> {
  const together = await play(founded.file, said, 'asTheyCome', troubles);
  const handled = withoutFailed(said, together);
  const alone = await play(founded.file, handled, 'oneByOne');
  expect(together.faults).toEqual([]);
  expect(together.rows).toEqual(alone.rows);
  // Chats do not wait for each other, so each is compared by itself; how many letters are under way is no matter of the book.
  const known = ({ text }: { readonly text: string }) => text.replace(/^消息：.*$/mu, '');
  const heard = ({ told }: Outcome) =>
    ['group', ...speakers].map((place) =>
      told.filter((one) => one.place === place && !isFailure(one)).map(known),
    );
  expect(heard(together)).toEqual(heard(alone));
  // An answer without a letter says only what others could read in the file at that moment.
  const acts = together.rows['acts']?.map(({ id }) => String(id)) ?? [];
  const order = handled.map(({ message }) => `m${message}`);
  for (const { key, durable, text } of together.told.filter((one) => !isFailure(one))) {
    const at = order.indexOf(messageOf(key) ?? '');
    const missing = acts.filter((id) => order.indexOf(id) < at && !durable.has(id));
    expect(missing, text).toEqual([]);
  }
  return together;
}

it('GIVEN lines that overlap, repeats, a full disk and another process THEN all is as it is one by one', async () => {
  const sum = { failed: 0, overtaken: 0 };
  const property = fc.asyncProperty(lines, accidents, async (said, troubles) => {
    const { told, overtakings } = await demand(said, troubles);
    sum.failed += told.filter(isFailure).length;
    sum.overtaken += overtakings;
  });
  await fc.assert(property, { numRuns: 12 });
  console.info(JSON.stringify(sum));
  expect(Math.min(sum.failed, sum.overtaken)).toBeGreaterThan(0);
});

it('GIVEN 210 lines at once and another process that writes in between THEN none turns round', async () => {
  const said = Array.from({ length: 210 }, (_, message): Said => {
    const text = message % 5 === 4 ? '/积分' : `/加分 张三 8 第${message}次公益活动`;
    return { who: '赵敏', text, message, after: 0 };
  });
  await demand(
    said,
    [2, 3, 4].map((at) => ({ at, kind: 'overtaken' })),
  );
});
