import { afterEach, describe, expect, it } from 'vitest';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import { lineOf } from '../../src/domain/year/table/lines.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import { memberForm } from '../../src/forms/member-form.js';
import { entry, factsWith, member } from '../support/branch/branch-facts.js';
import { badXml, hasOffice, printed, rowsOfDocx, wordsOfDocx } from '../support/papers/office.js';
import { yearRecord } from '../support/branch/year-rows.js';
import { fill, inputOf, markupName, openScene, rulebook, type Scene } from './scenes/scene.js';

const today = '2026-11-28';
const office = hasOffice();

let scene: Scene | undefined;
afterEach(async () => {
  await scene?.branch.close();
  scene = undefined;
});

/** Without the pictures of its pages, which cost most; tests/forms/everybody.test.ts looks whether they come. */
async function formOf(facts: Facts, person = 1, year = 2026, rules = rulebook): Promise<Uint8Array> {
  return renderDocx(memberForm(inputOf(facts, today, rules), { person, year }), today);
}

/** The row that begins, past the name of its group, with these words. */
function rowOf(bytes: Uint8Array, words: string): readonly string[] {
  const row = rowsOfDocx(bytes).find((cells) => cells.some((cell) => cell.startsWith(words)));
  if (row === undefined) throw new Error(`no row ${words}`);
  return row.slice(row.findIndex((cell) => cell.startsWith(words)));
}

/** The facts of twelve members after an ordinary year. */
async function ordinaryYear(): Promise<Facts> {
  const own = await openScene(12);
  try {
    await fill(own, 12);
    return own.facts();
  } finally {
    await own.branch.close();
  }
}

const number = (text: string | undefined): number => Number(text?.replace('−', '-'));

describe('numbers', () => {
  it.each([3, 12])('GIVEN %i members THEN each form says what the ledger says', async (size) => {
    scene = await openScene(size);
    await fill(scene, size);
    const facts = scene.facts();
    for (const { id } of facts.all('person')) {
      const bytes = await formOf(facts, id);
      const { bonus, deductions, total } = lineOf(facts, rulebook, id, 2026);
      expect(number(rowOf(bytes, '加分合计').at(-1))).toBe(bonus);
      expect(number(rowOf(bytes, '减分合计').at(-1))).toBe(deductions === 0 ? 0 : -deductions);
      expect(number(rowOf(bytes, '综合得分').at(-1))).toBe(total);
      const items = rowsOfDocx(bytes).filter((row) =>
        row.some((cell) => /^(7|8|9|1\d|2[0-3])\. /.test(cell)),
      );
      expect(items).toHaveLength(rulebook.items.length);
      const sum = items.reduce((all, row) => all + (row.at(-1) === '' ? 0 : number(row.at(-1))), 0);
      expect(sum).toBe(bonus - deductions);
    }
  });

  it('GIVEN an item with grades THEN its row says what each stands for (issue 12, §6)', async () => {
    scene = await openScene(3);
    const bytes = await formOf(scene.facts());
    for (const { number: item, grades, points } of rulebook.items) {
      const said = rowOf(bytes, `${item}. `).join(' ').replaceAll('\n', '');
      const stated = grades.map(({ label, perCount, points: each }) =>
        perCount ? `${label}每人次${each}` : `${label}${each}`,
      );
      expect(said).toContain(points === null ? stated.join('，') : String(points));
    }
    expect(rowOf(bytes, '15. ').join(' ')).toContain('一般3，强烈5');
  });

  it('a veto says why, and the score is 0', async () => {
    scene = await openScene(12);
    await fill(scene, 12);
    const facts = scene.facts();
    const vetoed = facts.all('person').find(({ name }) => name === '王芳');
    const bytes = await formOf(facts, vetoed?.id);
    expect(rowOf(bytes, '原因')[0]).toMatch(
      /第6款“严重违纪或影响恶劣”，2026年8月10日认定（#\d+）。\n在群众中影响恶劣/,
    );
    expect(rowOf(bytes, '综合得分').at(-1)).toBe('0');
  });
});

describe('what happened', () => {
  it('GIVEN the words of the annex THEN they take the column, and what happened stands below', async () => {
    const words = (item: { readonly number: number }) => ({
      ...item,
      wording: `附件第${item.number}条的样例。`,
    });
    const [baseItems, items] = [rulebook.baseItems.map(words), rulebook.items.map(words)];
    const worded = {
      ...rulebook,
      baseItems: baseItems as typeof rulebook.baseItems,
      items: items as typeof rulebook.items,
    };
    const facts = factsWith(member(1, '张三'), entry(1, { deedOn: '2026-08-01', matter: 11 }));
    const bytes = await formOf(facts, 1, 2026, worded);
    expect(rowOf(bytes, '3. ')).toEqual(['3. 附件第3条的样例。', '10', '', '']);
    expect(rowOf(bytes, '7. ')).toEqual(['7. 附件第7条的样例。', '2', '', '']);
    expect(rowOf(bytes, '8. ')).toEqual(['8. 附件第8条的样例。\n8月1日 +3（#11）', '3', '', '+3']);
  });

  it('each time on a line of its own, a correction beside what it takes back, and the net', async () => {
    const facts = factsWith(
      member(1, '张三'),
      entry(1, { deedOn: '2026-08-01', matter: 11 }),
      entry(2, { deedOn: '2026-07-01', matter: 12 }),
      entry(3, { deedOn: '2026-08-01', matter: 13, points: -3, reverses: 1, ruledAt: '2026-08-20T10:00:00' }),
      entry(4, { item: 13, grade: 'city', points: 10, deedOn: '2026-09-01', matter: 14 }),
      entry(5, {
        item: 19,
        grade: 'relative',
        side: 'deduction',
        points: -10,
        times: 2,
        deedOn: '2026-09-02',
        matter: 15,
      }),
    );
    const bytes = await formOf(facts);
    expect(rowOf(bytes, '8. ')).toEqual([
      '8. 公益活动',
      '7月1日 +3（#12）\n8月1日 +3（#11，已更正）\n8月20日 更正#11 −3（#13）',
      ...['3', '', '+3'],
    ]);
    expect(rowOf(bytes, '13. ')).toEqual([
      '13. 受表彰',
      '9月1日 市级 +10（#14）',
      ...['工委5，市级10，\n省级20，国家级30', '', '+10'],
    ]);
    expect(rowOf(bytes, '19. ')).toEqual([
      '19. 信访秩序',
      '9月2日 亲属×2 −10（#15）',
      ...['本人10，亲属每人次5', '', '−10'],
    ]);
  });

  it('deductions past the base and a bonus past the cap are said not to count', async () => {
    const entries = [
      entry(1, { points: 30 }),
      entry(2, { item: 22, grade: 'probation', side: 'deduction', points: -110 }),
    ];
    const capped = { ...rulebook, scoring: { ...rulebook.scoring, bonusCap: 20 } };
    const bytes = await formOf(factsWith(member(1, '张三'), ...entries), 1, 2026, capped);
    expect(rowOf(bytes, '加分合计')[0]).toBe('加分合计（其中10分超出上限，不计算）');
    expect(rowOf(bytes, '减分合计')[0]).toBe('减分合计（其中10分超出基础分，不计算）');
    expect(rowOf(bytes, '综合得分').slice(1)).toEqual(['基础分100 + 加分20 − 减分100', '20']);
    expect(rowsOfDocx(bytes).flat().join()).toContain('（最多计\n20分）');
  });

  it('the base items with the self-assessment', async () => {
    const points = [20, 10, 9, 28, 14, 15];
    const given = put('selfAssessment', { person: 1, year: 2026, points, recordedAt: '2026-12-01T09:00:00' });
    const bytes = await formOf(factsWith(member(1, '张三'), given));
    rulebook.baseItems.forEach(({ number: item, points: most }, at) => {
      const row = rowOf(bytes, `${item}. `);
      expect(row.at(-2)).toBe(String(points[at]));
      expect(row.at(-3)).toBe(at === 4 ? '15（5+5+5）' : String(most));
    });
    expect(rowOf(bytes, '基础项合计').slice(1)).toEqual(['100', '96', '100']);
    const before = await formOf(factsWith(member(1, '张三')));
    expect(rowOf(before, '基础项合计').slice(1)).toEqual(['100', '', '100']);
  });
});

describe('the result', () => {
  const rows = (...changes: readonly Change[]) => factsWith(member(1, '张三'), entry(1), ...changes);

  it.each([
    ['before anything is decided', rows(), '103分（尚未评定）'],
    [
      'of a probationary member',
      factsWith(member(1, '张三', { probationary: true })),
      '100分（预备党员，仅供参考）',
    ],
    ['as it was archived', rows(yearRecord(2026, 1, 103)), '合格，103分'],
    ['with a 补正 beside it', rows(yearRecord(2026, 1, 106)), '合格，106分（归档后补正，现103分）'],
  ])('%s', async (_, facts, expected) => {
    expect(rowOf(await formOf(facts), '考核结果')[0]).toBe(`考核结果：${expected}`);
  });
});

it('GIVEN a member who has left THEN the form says when and how, and keeps their record', async () => {
  const left = member(1, '张三', { leftOn: '2026-11-20', leftHow: 'transferred' });
  const bytes = await formOf(factsWith(left, entry(1)));
  expect(rowOf(bytes, '备注')).toEqual(['备注', '2026年11月20日转出本支部']);
  expect(rowOf(bytes, '综合得分').at(-1)).toBe('103');
  expect(rowOf(bytes, '考核结果')[0]).toBe('考核结果：103分（离开前没有评定）');
  expect(wordsOfDocx(bytes)).toContain('党员签字');
  const dead = factsWith(member(1, '张三', { leftOn: '2026-11-20', leftHow: 'deceased' }));
  expect(wordsOfDocx(await formOf(dead))).not.toContain('党员签字');
  const here = await formOf(factsWith(member(1, '张三'), entry(1)));
  expect(rowsOfDocx(here).flat()).not.toContain('备注');
});

describe('on paper', () => {
  const many = Array.from({ length: 40 }, (_, at) =>
    entry(at + 1, { deedOn: `2026-0${(at % 9) + 1}-1${at % 10}`, matter: at + 1 }),
  );

  it('markup in a name stays text, and the XML is sound', async () => {
    const bytes = await formOf(factsWith(member(1, markupName), ...many));
    expect(badXml(bytes)).toEqual([]);
    expect(wordsOfDocx(bytes)).toContain(`党员姓名：${markupName}`);
  });

  const busy = ['李强', '张三', '王芳'].map((name) => ({
    name,
    pagesOf: printed('docx', async () => {
      const facts = await ordinaryYear();
      return formOf(facts, facts.all('person').find((person) => person.name === name)?.id);
    }),
  }));
  it.runIf(office).each(busy)(
    'GIVEN an ordinary year of $name THEN one page, with its places to sign',
    async ({ pagesOf }) => {
      const pages = await pagesOf();
      expect(pages).toHaveLength(1);
      const page = pages[0]?.replace(/\s/g, '');
      for (const label of ['党员签字：', '党小组组长签字：', '党支部（总支）书记签字：'])
        expect(page).toContain(label);
      expect(page).toContain('综合得分');
    },
  );

  const forty = printed('docx', () => formOf(factsWith(member(1, '张三'), ...many)));
  it.runIf(office)('GIVEN forty deeds THEN a second page begins with the heading and the name', async () => {
    const pages = await forty();
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page.replace(/\s/g, '')).toMatch(/党员姓名：张三考核结果：220分/);
      expect(page).toContain('考核内容');
    }
    expect(pages.at(-1)?.replace(/\s/g, '')).toMatch(/综合得分.*党员签字：/);
  });
});
