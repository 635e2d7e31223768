import { describe, expect, it } from 'vitest';
import type { RegisterKind } from '../../src/app/ports/papers.js';
import type { RegisterPart } from '../../src/domain/roster/register-part.js';
import { scoreOf } from '../../src/domain/year/table/score.js';
import { personOf } from '../../src/domain/branch/people.js';
import { put } from '../../src/domain/branch/rows.js';
import { registerFiles } from '../../src/forms/make.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import type { PaperInput } from '../../src/forms/input.js';
import { registerDocument, registerOf, registerSheet } from '../../src/forms/registers/register.js';
import { renderXlsx } from '../../src/forms/xlsx/render.js';
import { documentsOf } from '../support/papers/office.js';
import { branchOf, hostileNames, names, secret } from './scenes/branch-of.js';
import { docxRows, everythingIn, xlsxFormulas, xlsxRows } from './scenes/read-back.js';

const year = 2026;
const kinds: readonly RegisterKind[] = ['members', 'points', 'attendance', 'dues'];

interface Asked {
  readonly part?: RegisterPart;
  readonly quarter?: number;
}

const orderOf = (register: RegisterKind, { part, quarter }: Asked) =>
  ({ paper: 'register', register, part: part ?? null, year, quarter: quarter ?? null }) as const;

/** Both files alone; the pictures of their pages, which cost most, come with the last test. */
async function filesOf(input: PaperInput, register: RegisterKind, asked: Asked = {}) {
  const ledger = registerOf(input, orderOf(register, asked));
  return {
    docx: await renderDocx(registerDocument(ledger, input.facts.branch.name), input.today),
    xlsx: await renderXlsx([registerSheet(ledger)], input.today),
  };
}

/** Rows of the sheet below its heading, by the heading. */
async function sheetRows(file: Uint8Array): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await xlsxRows(file);
  const head = rows.findIndex(([first]) => first === '序号');
  const headings = rows[head] ?? [];
  return rows
    .slice(head + 1)
    .filter(([first]) => typeof first === 'number')
    .map((row) => Object.fromEntries(headings.map((heading, at) => [String(heading), row[at]])));
}

describe('the registers', () => {
  it.each([3, 12, 60])('list %i members with the scores of the ledger', async (size) => {
    const input = await branchOf(size, 12);
    const { docx, xlsx } = await filesOf(input, 'members');
    const rows = await sheetRows(xlsx);
    expect(rows.map((row) => row['姓名'])).toEqual(names(size));
    for (const [at, row] of rows.entries()) {
      const person = input.facts.get('person', at + 1);
      if (person?.category === 'retired' || person?.exempt === true) {
        expect(row['积分'] ?? null).toBeNull();
        continue;
      }
      const { total, bonus } = scoreOf(input.facts, input.rulebookOf(year), at + 1, year);
      expect([row['积分'], row['加分']]).toEqual([total, bonus]);
    }
    const printed = docxRows(docx);
    expect(printed.slice(1).map((cells) => cells[1])).toEqual(names(size));
  });

  it('lists a category, those in service, retired, probationary and exempt', async () => {
    const input = await branchOf(60, 3);
    const members = input.facts.all('person');
    const listed = async (part: RegisterPart) =>
      (await sheetRows((await filesOf(input, 'members', { part })).xlsx)).map((row) => row['姓名']);
    const named = (fits: (one: (typeof members)[number]) => boolean) =>
      members.filter(fits).map(({ name }) => name);
    expect(await listed({ part: 'category', category: 'counter' })).toEqual(
      named(({ category }) => category === 'counter'),
    );
    expect(await listed({ part: 'inService' })).toEqual(named(({ category }) => category !== 'retired'));
    expect(await listed({ part: 'retired' })).toEqual(named(({ category }) => category === 'retired'));
    expect(await listed({ part: 'probationary' })).toEqual(named(({ probationary }) => probationary));
    expect(await listed({ part: 'exempt' })).toEqual(named(({ exempt }) => exempt));
  });

  it('lists among the members who belongs to the branch, and in the other registers also who left in the year', async () => {
    const input = await branchOf(12, 3);
    const gone = { ...personOf(input.facts, 12), leftOn: '2026-10-20', leftHow: 'transferred' as const };
    const after = { ...input, facts: input.facts.with([put('person', gone)]) };
    const listed = async (register: RegisterKind, quarter?: number) =>
      (await sheetRows((await filesOf(after, register, quarter === undefined ? {} : { quarter })).xlsx)).map(
        (row) => row['姓名'],
      );
    expect(await listed('members')).not.toContain(gone.name);
    expect(await listed('members', 3)).toContain(gone.name);
    expect(await listed('points')).toContain(gone.name);
    expect(await listed('attendance')).toContain(gone.name);
    expect(await listed('attendance', 4)).toContain(gone.name);
  });

  it.each([
    ['transferred', '2026.10.20转出本支部'],
    ['deceased', '2026.10.20去世'],
    ['withdrew', '2026.10.20退党'],
    ['expelled', '2026.10.20除名'],
  ] as const)('says beside the points of a member who has left that and when: %s', async (leftHow, told) => {
    const input = await branchOf(12, 3);
    const gone = { ...personOf(input.facts, 10), leftOn: '2026-10-20', leftHow };
    const after = { ...input, facts: input.facts.with([put('person', gone)]) };
    const rows = await sheetRows((await filesOf(after, 'points')).xlsx);
    const remarks = (name: string) => rows.filter((row) => row['姓名'] === name).map((row) => row['备注']);
    // Two bonuses, a deduction, and the correction of one.
    expect(remarks(gone.name)).toHaveLength(4);
    expect(new Set(remarks(gone.name))).toEqual(new Set([told, `更正；${told}`]));
    expect(remarks(names(12)[0] ?? '').every((remark) => remark == null)).toBe(true);
  });

  it('has every entry of the year, and of a quarter those of its deeds', async () => {
    const input = await branchOf(12, 3);
    const entries = input.facts.all('entry');
    const all = await sheetRows((await filesOf(input, 'points')).xlsx);
    expect(all).toHaveLength(entries.length);
    const sum = (rows: typeof all, heading: string) =>
      rows.reduce((total, row) => total + (typeof row[heading] === 'number' ? row[heading] : 0), 0);
    const posted = (side: string) =>
      entries.filter((entry) => entry.side === side).reduce((total, { points }) => total + points, 0);
    expect(sum(all, '加分')).toBe(posted('bonus'));
    expect(sum(all, '减分')).toBe(-posted('deduction'));
    const third = await sheetRows((await filesOf(input, 'points', { quarter: 3 })).xlsx);
    expect(third).toHaveLength(entries.filter(({ deedOn }) => deedOn.startsWith('2026-08')).length);
    expect(all.filter((row) => row['备注'] === '更正')).toHaveLength(1);
    // How it was proven, never by whom.
    expect(new Set(all.map((row) => row['凭据'] ?? ''))).toEqual(new Set(['', '证明1人']));
  });

  it('has members by activities, with sums on both sides, in as many tables as fit a sheet', async () => {
    const input = await branchOf(12, 44);
    const { docx, xlsx } = await filesOf(input, 'attendance');
    const rows = await sheetRows(xlsx);
    for (const [at, row] of rows.entries()) {
      const own = input.facts.all('attendance').filter(({ person }) => person === at + 1);
      expect(row['应到']).toBe(own.length);
      expect(row['实到']).toBe(own.filter(({ presence }) => presence === 'present').length);
      expect(row['缺席']).toBe(own.filter(({ presence }) => presence === 'absent').length);
    }
    const printed = docxRows(docx);
    const heads = printed.filter(([first]) => first === '序号');
    expect(heads.map(({ length }) => length)).toEqual([17, 17, 21]);
    expect(heads[0]?.slice(0, 4)).toEqual(['序号', '姓名', '主题\n党日\n1.4', '党课\n1.10']);
    const marks = printed.filter(([first]) => Number(first) > 0).flatMap((cells) => cells.slice(2, 17));
    expect(new Set(marks)).toEqual(
      new Set(['√', '假', '缺', '○', ...marks.filter((mark) => /\d/.test(mark))]),
    );
    const sums = printed.filter(([, name]) => name === '合计');
    const came = sums.flatMap((cells, table) => cells.slice(2, table === 2 ? 16 : 17)).map(Number);
    const present = input.facts.all('attendance').filter(({ presence }) => presence === 'present');
    expect(came.reduce((all, count) => all + count, 0)).toBe(present.length);
  });

  it('has what was paid, and calls unpaid only what the branch kept', async () => {
    const input = await branchOf(12, 3);
    const rows = await sheetRows((await filesOf(input, 'dues')).xlsx);
    expect(rows[0]).toMatchObject({ '1月': 12.5, '10月': 12.5, 合计: 125, 未交月数: 0 });
    expect(rows[0]?.['11月'] ?? null).toBeNull();
    expect(rows[3]).toMatchObject({ '8月': '未交', 合计: 112.5, 未交月数: 1 });
    expect(rows[2]).toMatchObject({ '1月': '已交', 合计: null });
  });

  it('says nothing of sums that nobody noted, and writes money alike everywhere', async () => {
    const input = await branchOf(12, 3);
    const { docx, xlsx } = await filesOf(input, 'dues');
    const printed = docxRows(docx);
    const [heads = [], ...rows] = printed;
    const at = (row: readonly string[] | undefined, heading: string) => row?.[heads.indexOf(heading)];
    expect([at(rows[0], '1月'), at(rows[0], '合计')]).toEqual(['12.50', '125.00']);
    expect([at(rows[2], '1月'), at(rows[2], '合计'), at(rows[2], '未交月数')]).toEqual(['已交', '', '0']);
    expect([at(rows.at(-1), '1月'), at(rows.at(-1), '12月')]).toEqual(['100.00', '']);
    expect(xlsxFormulas(xlsx)).toHaveLength(11);
  });

  it('prints a correction with the minus of all papers', async () => {
    const input = await branchOf(12, 3);
    const { docx, xlsx } = await filesOf(input, 'points');
    const corrected = docxRows(docx).find((row) => row.at(-1) === '更正');
    expect(corrected).toContain('−3');
    expect(corrected).not.toContain('-3');
    const row = (await sheetRows(xlsx)).find((cells) => cells['备注'] === '更正');
    expect(row?.['加分']).toBe(-3);
  });

  it('calculates sums in the sheet and nothing else', async () => {
    const input = await branchOf(12, 3);
    for (const kind of kinds) {
      const { xlsx } = await filesOf(input, kind);
      const formulas = xlsxFormulas(xlsx);
      expect(
        formulas.filter(
          (formula) => !/^(?:SUM\(([A-Z]+)\d+:\1\d+\)|COUNTIF\(([A-Z]+)\d+:\2\d+,"√"\))$/.test(formula),
        ),
      ).toEqual([]);
      expect(formulas.length > 0).toBe(kind !== 'members');
    }
  });

  it('holds no witness, a reason only in the account of points, and every name as it is', async () => {
    const input = await branchOf(12, 12);
    for (const kind of kinds) {
      for (const file of Object.values(await filesOf(input, kind))) {
        // The account of points says why, to those who keep it.
        if (kind !== 'points') expect(everythingIn(file)).not.toContain(secret);
        expect(everythingIn(file)).not.toContain('病假');
      }
      const listed = (await sheetRows((await filesOf(input, kind)).xlsx)).map((row) => row['姓名']);
      for (const name of hostileNames) expect(listed).toContain(name);
    }
  });

  it('is the same bytes for the same facts and day', async () => {
    const [one, other] = [await branchOf(12, 12), await branchOf(12, 12)];
    for (const kind of kinds) {
      const files = await registerFiles(one, orderOf(kind, {}));
      expect(await registerFiles(other, orderOf(kind, {}))).toEqual(files);
      const [docx, xlsx, ...more] = documentsOf(files).map(({ bytes }) => bytes);
      expect(more).toEqual([]);
      expect({ docx, xlsx }).toEqual(await filesOf(one, kind));
    }
  });
});
