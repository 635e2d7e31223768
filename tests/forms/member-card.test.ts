import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/domain/year/table/score.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import type { PaperInput } from '../../src/forms/input.js';
import { memberCard } from '../../src/forms/member-card/card.js';
import { fileName } from '../../src/forms/paper-file.js';
import { branchOf, hostileNames, names, secret } from './scenes/branch-of.js';
import { docxRows, docxText, everythingIn } from './scenes/read-back.js';

const year = 2026;

/** Without the pictures of its pages, which cost most. */
const cardOf = (input: PaperInput, person: number) =>
  renderDocx(memberCard(input, { person, year }), input.today);

/** The cell right of a label. */
function after(rows: readonly (readonly string[])[], label: string): string | undefined {
  const row = rows.find((cells) => cells.includes(label));
  return row?.[row.indexOf(label) + 1];
}

describe('the card of a member', () => {
  it('has the score of the ledger and the counts of the register', async () => {
    const input = await branchOf(12, 12);
    for (const person of [1, 5, 10]) {
      const rows = docxRows(await cardOf(input, person));
      const score = scoreOf(input.facts, input.rulebookOf(year), person, year);
      expect(after(rows, '积分')).toBe(String(score.total));
      expect(after(rows, '加分')).toBe(String(score.bonus));
      expect(after(rows, '减分')).toBe(String(score.deductions));
      const own = input.facts.all('attendance').filter((row) => row.person === person);
      expect(after(rows, '应参加')).toBe(String(own.length));
      expect(after(rows, '实到')).toBe(String(own.filter(({ presence }) => presence === 'present').length));
      expect(after(rows, '姓名')).toBe(names(12)[person - 1]);
    }
  });

  it('says what is owed of dues, and counts actions without their words', async () => {
    const input = await branchOf(12, 12);
    const text = docxText(await cardOf(input, 4));
    expect(text).toContain('已交1月至7月、9月至10月，共112.50元；未交8月');
    expect(text).toContain('已完成1项，共5项：岗位');
    expect(text).toContain('社区1次');
  });

  it('holds no reason, hearing, care or kind of leave', async () => {
    const input = await branchOf(12, 12);
    for (const person of [1, 2, 5]) {
      const all = everythingIn(await cardOf(input, person));
      expect(all).not.toContain(secret);
      expect(all).not.toContain('病假');
    }
  });

  it('shows a retired member without points, and an exempt one without a reason', async () => {
    const input = await branchOf(60, 4);
    expect(docxText(await cardOf(input, 7))).toContain('按类别不参加积分考核');
    expect(docxText(await cardOf(input, 20))).toContain('不列入考核');
  });

  it('takes any name as text, also as the name of the file', async () => {
    const input = await branchOf(12, 3);
    for (const [at, name] of hostileNames.entries()) {
      expect(after(docxRows(await cardOf(input, at + 3)), '姓名')).toBe(name);
      const { title } = memberCard(input, { person: at + 3, year });
      expect(fileName(title)).toMatch(/^党员信息卡 [^/\\:*?"<>|]+$/u);
    }
  });

  it('is the same bytes for the same facts and day', async () => {
    const [one, other] = [await branchOf(12, 12), await branchOf(12, 12)];
    expect(await cardOf(one, 3)).toEqual(await cardOf(other, 3));
  });
});
