import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../src/domain/year/table/lines.js';
import { entry, member } from '../support/branch/branch-facts.js';
import { badXml, hasOffice, printed, recalculated } from '../support/papers/office.js';
import { fill, formulaName, markupName, namesFor, openScene, rulebook, summaryOf } from './scenes/scene.js';
import { bodyOf, gridOf, inSheet, made, numbers, ofYear, today } from './summary-scene.js';

const office = hasOffice();

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
