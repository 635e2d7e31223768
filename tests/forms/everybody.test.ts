import { describe, expect, it } from 'vitest';
import { assessedIn } from '../../src/domain/year/table/lines.js';
import { membersOn } from '../../src/domain/roster/membership.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import { memberCards, memberCardsFiles, memberForms, memberFormsFiles } from '../../src/forms/make.js';
import { memberCard } from '../../src/forms/member-card/card.js';
import { memberForm } from '../../src/forms/member-form.js';
import type { PaperDocument } from '../../src/forms/document.js';
import { summaryLines } from '../../src/forms/summary/lines.js';
import { entry, factsWith, member } from '../support/branch/branch-facts.js';
import { badXml, hasOffice, printed, rowsOfDocx } from '../support/papers/office.js';
import { yearRecord } from '../support/branch/year-rows.js';
import { branchOf, names } from './scenes/branch-of.js';
import { inputOf, rulebook } from './scenes/scene.js';

const year = 2026;
const today = '2026-11-28';
const office = hasOffice();

describe('who is in it', () => {
  const listed = (facts: Facts) => {
    const order = { year, quarter: null, order: 'roster', large: false } as const;
    return summaryLines(inputOf(facts, today), order).map(({ name }) => name);
  };
  const named = (facts: Facts, persons: readonly number[]) =>
    persons.map((id) => facts.get('person', id)?.name);

  it('GIVEN a running year THEN everybody scored by roster, as in the summary', async () => {
    const { facts } = await branchOf(60, 1);
    const persons = assessedIn(facts, rulebook, year);
    expect(named(facts, persons)).toEqual(listed(facts));
    expect(persons).toHaveLength(60 - 8 - 3);
  });

  it('GIVEN an archived year THEN everybody in the archive, including those who left since', () => {
    const left = member(2, '王芳', { leftOn: '2027-02-01', leftHow: 'transferred' });
    const facts = factsWith(
      ...[member(1, '张三'), left, member(3, '李四', { joinedOn: '2027-01-10' })],
      ...[yearRecord(2026, 2, 103), yearRecord(2026, 1, 100)],
    );
    expect(named(facts, assessedIn(facts, rulebook, year))).toEqual(['张三', '王芳']);
    expect(listed(facts)).toEqual(['张三', '王芳']);
  });

  it('GIVEN who came and went THEN cards are of those on the roster that day', () => {
    const facts = factsWith(
      member(1, '张三'),
      member(2, '王芳', { leftOn: '2026-11-28', leftHow: 'transferred' }),
      member(3, '李四', { joinedOn: '2026-11-28' }),
      member(4, '赵六', { joinedOn: '2026-11-29' }),
      member(5, '孙伟', { kind: 'mass', category: null }),
      member(6, '郑国', { category: 'retired', exempt: true }),
    );
    expect(membersOn(facts, '2026-11-28').map(({ id }) => id)).toEqual([1, 3, 6]);
    expect(membersOn(facts, '2026-11-27').map(({ id }) => id)).toEqual([1, 2, 6]);
  });
});

describe('the file', () => {
  it('holds each form and card unchanged, in the order asked for, and the same bytes again', async () => {
    const input = await branchOf(12, 12);
    const persons = [3, 1, 8];
    const made = (document: PaperDocument) => renderDocx(document, input.today);
    for (const [all, one] of [
      [memberForms, memberForm],
      [memberCards, memberCard],
    ] as const) {
      const file = await made(all(input, { persons, year }));
      const single = await Promise.all(persons.map((person) => made(one(input, { person, year }))));
      expect(rowsOfDocx(file)).toEqual(single.flatMap(rowsOfDocx));
      expect(badXml(file)).toEqual([]);
      expect(await made(all(input, { persons, year }))).toEqual(file);
    }
  });

  it('GIVEN sixty members THEN three pages are shown beside it, and any channel carries it', async () => {
    const input = await branchOf(60, 40);
    const persons = names(60).map((_, at) => at + 1);
    for (const files of [
      await memberFormsFiles(input, { persons, year }),
      await memberCardsFiles(input, { persons, year }),
    ]) {
      expect(files.map(({ kind }) => kind)).toEqual(['file', 'picture', 'picture', 'picture']);
      expect(files[0]!.bytes.length).toBeLessThan(1_000_000);
    }
  });

  const lengths = Array.from({ length: 26 }, (_, at) => at);
  const persons = lengths.map((at) => member(at + 1, `党员${at}`));
  const deeds = lengths.flatMap((at) =>
    lengths
      .slice(0, at)
      .map((deed) => entry(at * 100 + deed + 1, { member: at + 1, matter: deed + 1, deedOn: '2026-08-10' })),
  );
  const facts = factsWith(...persons, ...deeds);
  const longForms = printed('docx', () =>
    renderDocx(memberForms(inputOf(facts, today), { persons: lengths.map((at) => at + 1), year }), today),
  );
  it.runIf(office)(
    'GIVEN forms of any length THEN each begins on its own page, and no page is empty',
    async () => {
      const pages = (await longForms()).map((page) => page.replace(/\s/gu, ''));
      const owners = pages.map((page) => Number(/党员姓名：党员(\d+)/u.exec(page)?.[1]));
      expect(new Set(owners)).toEqual(new Set(lengths));
      expect(owners).toEqual([...owners].sort((one, other) => one - other));
      // Some take a second page, which begins with the head of the table and not with the title.
      expect(pages.length).toBeGreaterThan(lengths.length);
      expect(pages.filter((page) => page.startsWith('党（总）支部党员管理考核表'))).toHaveLength(
        lengths.length,
      );
      expect(pages.filter((page) => page.includes('党员签字'))).toHaveLength(lengths.length);
    },
  );
});
