import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, type CellValue } from 'hucre/xlsx';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/branch/rows.js';
import { periodNamed } from '../../src/domain/notice/period.js';
import { composePublication } from '../../src/domain/notice/publication.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { lineOf } from '../../src/domain/year/table/lines.js';
import type { SummaryOrder } from '../../src/forms/summary/lines.js';
import { entry, factsWith, member } from '../support/branch/branch-facts.js';
import {
  badXml,
  hasOffice,
  printed,
  recalculated,
  rowsOfDocx,
  wordsOfDocx,
} from '../support/papers/office.js';
import { yearRecord } from '../support/branch/year-rows.js';
import {
  fill,
  formulaName,
  inputOf,
  markupName,
  namesFor,
  openScene,
  rulebook,
  summaryOf,
  type Scene,
} from './scenes/scene.js';

const today = '2026-11-28';
const office = hasOffice();
const ofYear: SummaryOrder = { year: 2026, quarter: null, order: 'roster', large: false };

let scene: Scene | undefined;
afterEach(async () => {
  await scene?.branch.close();
  scene = undefined;
});

function made(changes: readonly Change[], order: Partial<SummaryOrder> = {}, rules?: Rulebook) {
  return summaryOf(inputOf(factsWith(...changes), today, rules), { ...ofYear, ...order });
}

/** Rows below the headings. */
const bodyOf = (docx: Uint8Array) => rowsOfDocx(docx).slice(1);

async function gridOf(xlsx: Uint8Array): Promise<readonly (readonly CellValue[])[]> {
  const { sheets } = await readXlsx(xlsx);
  const rows = sheets[0]?.rows ?? [];
  return rows.slice(rows.findIndex(([first]) => first === '党员姓名') + 1);
}

/** Name, base, items of both sides and score; a sheet has the sum of a side beside its items. */
const numbers = (row: readonly CellValue[]) => row.slice(0, 5);
const inSheet = (row: readonly CellValue[]) => [0, 1, 3, 5, 6].map((at) => row[at] ?? null);

/** What the items of a cell add up to. */
const summed = (text: unknown) =>
  [...String(text).matchAll(/[+−](\d+)/g)].reduce((sum, [, points]) => sum + Number(points), 0);

/** A branch of this size after an ordinary year, and its table. */
async function filled(size: number) {
  const own = await openScene(size);
  try {
    await fill(own, size);
    return { facts: own.facts(), ...(await summaryOf(own.input(today), ofYear)) };
  } finally {
    await own.branch.close();
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

describe('numbers', () => {
  const branches = [3, 12, 60].map((size) => {
    const making = once(() => filled(size));
    return { size, making, again: recalculated(async () => (await making()).xlsx) };
  });
  it.each(branches)(
    'GIVEN $size members THEN both files say what the ledger says',
    async ({ size, making, again }) => {
      const { facts, docx, xlsx } = await making();
      const expected = facts.all('person').map(({ id, name }) => {
        const { base, bonus, deductions, total } = lineOf(facts, rulebook, id, 2026);
        return [name, base, bonus, deductions, total];
      });
      expect(expected.map(([name]) => name)).toEqual(namesFor(size));
      const printedLines = bodyOf(docx).slice(0, size).map(numbers);
      expect(
        printedLines.map(([name, base, bonus, deductions, total]) => [
          ...[name, Number(base), summed(bonus), summed(deductions), Number(total)],
        ]),
      ).toEqual(expected);
      expect((await gridOf(xlsx)).slice(0, size).map(inSheet)).toEqual(expected);
      expect([...badXml(docx), ...badXml(xlsx)]).toEqual([]);
      if (!office) return;
      expect((await gridOf(await again())).slice(0, size).map(inSheet)).toEqual(expected);
    },
  );

  const capped = { ...rulebook, scoring: { ...rulebook.scoring, bonusCap: 20 } };
  const changes = [
    ...[1, 2, 3].map((id) => member(id, `甲${id}`)),
    entry(1, { points: 30 }),
    entry(2, { item: 22, grade: 'probation', side: 'deduction', points: -110 }),
    entry(3, { member: 2, points: -3 }),
    entry(4, { member: 3, points: 5 }),
  ];
  const spoiled = once(async () => withoutResults((await made(changes, {}, capped)).xlsx));
  const calculated = recalculated(spoiled);
  it.runIf(office)(
    'GIVEN wrong numbers in the file THEN LibreOffice finds the right ones by its formulas',
    async () => {
      expect((await gridOf(await spoiled())).map((row) => row[6]).slice(0, 3)).not.toContain(100);
      const again = await gridOf(await calculated());
      expect(again.map((row) => row[6]).slice(0, 3)).toEqual([20, 100, 105]);
      expect(again[0]?.[8]).toBe('加分中10分超出上限，不计算；减分中10分超出基础分，不计算');
    },
  );
});

/** The same file, every result of a formula replaced. */
function withoutResults(xlsx: Uint8Array): Uint8Array {
  const files = unzipSync(xlsx);
  const name = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(files[name]!).replace(/(<\/f><v>)[^<]*/g, '$17777');
  return zipSync({ ...files, [name]: strToU8(xml) });
}

describe('a quarter', () => {
  const changes = [
    member(1, '张三'),
    member(2, '王芳', { exempt: true }),
    member(3, '郑国', { category: 'retired' }),
    member(4, '周涛', { joinedOn: '2026-10-01' }),
    member(5, '吴霞', { probationary: true, category: 'new' }),
    entry(1, { ruledAt: '2026-09-30T23:59:59' }),
    entry(2, { ruledAt: '2026-10-01T00:00:00' }),
  ];

  it('counts as its publication does, whom it lists and what was ruled by its last day', async () => {
    const { docx, xlsx } = await made(changes, { quarter: 3 });
    const { lines } = composePublication(
      factsWith(...changes),
      rulebook,
      periodNamed('quarterly', { year: 2026, period: 3 }),
    );
    const expected = lines.map(({ person, base, bonus, deductions, total }) => [
      person.name,
      base,
      bonus,
      deductions,
      total,
    ]);
    expect(expected).toEqual([
      ['张三', 100, 3, 0, 103],
      ['吴霞', 100, 0, 0, 100],
    ]);
    expect(bodyOf(docx).slice(0, 2).map(numbers)).toEqual([
      ['张三', '100', '公益活动+3', '', '103'],
      ['吴霞', '100', '', '', '100'],
    ]);
    expect((await gridOf(xlsx)).slice(0, 2).map(inSheet)).toEqual(expected);
    expect(wordsOfDocx(docx)).toContain('党支部名称（盖章）：机关第一党支部  （2026年三季度）');
    expect(wordsOfDocx(docx)).toContain(
      '截至2026年9月30日已认定，按名册顺序。\n离退休党员1人不参加积分考核。',
    );
    expect(bodyOf(docx)[1]?.at(-1)).toBe('预备党员，仅供参考，不评定');
  });
});

describe('order and remarks', () => {
  it('by surname strokes, or by roster, whatever the rulebook publishes by', async () => {
    const changes = ['赵敏', '王芳', '丁一', '魏明', '李强'].map((name, at) => member(at + 1, name));
    const strokes = {
      ...rulebook,
      publication: { ...rulebook.publication, order: 'surnameStrokes' as const },
    };
    const names = async (order: SummaryOrder['order'], rules: Rulebook) =>
      bodyOf((await made(changes, { order }, rules)).docx)
        .slice(0, 5)
        .map(([name]) => name);
    expect(await names('strokes', rulebook)).toEqual(['丁一', '王芳', '李强', '赵敏', '魏明']);
    expect(await names('roster', strokes)).toEqual(['赵敏', '王芳', '丁一', '魏明', '李强']);
  });

  it('no points of a vetoed member count, and nothing says why', async () => {
    scene = await openScene(12);
    await fill(scene, 12);
    const { docx, xlsx } = await summaryOf(scene.input(today), ofYear);
    expect(bodyOf(docx).find(([name]) => name === '王芳')).toEqual([
      '王芳',
      '100',
      '公益活动+3',
      '',
      '0',
      '',
      '一票否决',
    ]);
    const said = wordsOfDocx(docx) + JSON.stringify(await gridOf(xlsx));
    for (const secret of ['恶劣', '买药', '献血', '擅自离岗', '处分决定', '留党察看', '登记重复', '材料']) {
      expect(said).not.toContain(secret);
    }
  });

  it('the tier as archived, with a 补正 beside the archived score, also of who has left', async () => {
    const rows = [
      member(1, '张三', { leftOn: '2027-03-01', leftHow: 'transferred' }),
      member(2, '王芳'),
      entry(1),
      yearRecord(2026, 1, 103),
      yearRecord(2026, 2, 102),
    ];
    const { docx } = await made(rows);
    expect(bodyOf(docx).slice(0, 2)).toEqual([
      ['张三', '100', '公益活动+3', '', '103', '合格', ''],
      ['王芳', '100', '+2', '', '102', '合格', '归档后补正，现100分'],
    ]);
  });

  it('blank before the meeting has decided, its tier afterwards', async () => {
    scene = await openScene(3, '2026-12-28T10:00:00');
    const { branch } = scene;
    const tiers = async () =>
      bodyOf((await summaryOf(scene!.input('2027-01-05'), ofYear)).docx).map((row) => row[5]);
    branch.moveTo('2027-01-04T10:00:00');
    await branch.say('李强', '/年度 汇总', 'private');
    expect(await tiers()).toEqual(['', '', '']);
    await branch.say('李强', '/年度 评定 应到 3 实到 3 同意 3', 'private');
    expect(await tiers()).toEqual(['合格', '合格', '合格']);
  });
});

describe('on paper', () => {
  const sixty = namesFor(60).map((name, at) => member(at + 1, name));

  it('names are text', async () => {
    const { docx, xlsx } = await made(sixty);
    const names = [formulaName, markupName];
    expect(bodyOf(docx).map(([name]) => name)).toEqual(expect.arrayContaining(names));
    expect((await gridOf(xlsx)).map(([name]) => name)).toEqual(expect.arrayContaining(names));
  });

  const sheet = printed('xlsx', async () => (await made(sixty)).xlsx);
  const paper = printed('docx', async () => (await made(sixty)).docx);
  it.runIf(office)(
    'GIVEN sixty members THEN each page has the headings, the last the places to sign',
    async () => {
      const pages = await paper();
      expect(pages).toHaveLength(2);
      for (const page of pages) expect(page).toContain('党员姓名');
      expect(pages.at(-1)).toMatch(/陈[^]*考核记录员（签字）：.*党支部书记（签字）：.*日期：/);
      const tables = await sheet();
      expect(tables).toHaveLength(2);
      for (const page of tables) expect(page).toContain('党员日常积分汇总（公示）表');
    },
  );

  const onTheBoard = printed('docx', async () => (await made(sixty.slice(0, 12), { large: true })).docx);
  it.runIf(office)('the sheet for the notice board is large and lies on its side', async () => {
    const pages = await onTheBoard();
    expect(pages).toHaveLength(2);
    expect(pages.at(-1)?.replace(/\s/g, '')).toMatch(/考核记录员（签字）：_+党支部书记（签字）：_+日期：_+/);
  });
});
