import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { noticeSentences } from '../../src/chat/replies/notices/sentences.js';
import { put } from '../../src/domain/branch/rows.js';
import { periodNamed } from '../../src/domain/notice/period.js';
import { composePublication, type Publication } from '../../src/domain/notice/publication.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { entry, factsWith, member } from '../support/branch/branch-facts.js';

let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

const third = periodNamed('quarterly', { year: 2026, period: 3 });

const textOf = (content: Publication, today = '2026-10-08') =>
  noticeSentences.publication(
    { number: 1, content, entryCount: 3, head: 'abcdef0123456789' },
    { now: `${today}T09:00:00`, today, rulebook, rulebookOf: () => rulebook },
  );

describe('who is listed', () => {
  it('every scored member in roster order, without those exempt, retired, gone, or not yet here', () => {
    const facts = factsWith(
      member(1, '张三'),
      member(2, '王芳', { exempt: true }),
      member(3, '郑国', { category: 'retired' }),
      member(4, '陈静', { leftOn: '2026-08-01', leftHow: 'transferred' }),
      member(5, '周涛', { joinedOn: '2026-10-01' }),
      member(6, '吴霞', { joinedOn: '2026-09-30' }),
      member(7, '孙伟', { kind: 'mass', category: null }),
      member(8, '丁一', { probationary: true, category: 'new' }),
    );
    const { lines } = composePublication(facts, rulebook, third);
    expect(lines.map(({ person }) => person.name)).toEqual(['张三', '吴霞', '丁一']);
  });

  it('by surname strokes where the rulebook says so', () => {
    const facts = factsWith(member(1, '张三'), member(2, '王芳'), member(3, '丁一'), member(4, '魏明'));
    const changed = {
      ...rulebook,
      publication: { ...rulebook.publication, order: 'surnameStrokes' as const },
    };
    const { lines } = composePublication(facts, changed, third);
    expect(lines.map(({ person }) => person.name)).toEqual(['丁一', '王芳', '张三', '魏明']);
  });
});

describe('what is said of a member', () => {
  it('ties with what was ruled up to the last second of the quarter', () => {
    const facts = factsWith(
      member(1, '张三'),
      entry(1, { ruledAt: '2026-06-30T23:59:59' }),
      entry(2, { ruledAt: '2026-07-01T00:00:00', item: 9, points: 5 }),
      entry(3, {
        ruledAt: '2026-09-30T23:59:59',
        item: 15,
        grade: 'ordinary',
        side: 'deduction',
        points: -3,
      }),
      entry(4, { ruledAt: '2026-10-01T00:00:00', item: 11, points: 10 }),
    );
    const content = composePublication(facts, rulebook, third);
    expect(content.lines[0]).toMatchObject({ base: 100, bonus: 8, deductions: 3, total: 105 });
    expect(textOf(content)).toBe(
      '公示第1号：2026年三季度积分\n截至9月30日（周三）已认定，按名册顺序。\n' +
        '张三 基础100 加8 减3 合计105分\n本季：第9项“化解矛盾”+5、第15项“工作纪律”−3\n' +
        '账本3笔，校验码abcdef012345。\n如有异议，请私下发送“/异议 公示1 理由”，不公开是谁提出的。',
    );
  });

  it('names corrections and what belongs to last year, which does not move this year', () => {
    const facts = factsWith(
      member(1, '张三'),
      entry(1, { ruledAt: '2026-05-01T10:00:00' }),
      entry(2, { reverses: 1, points: -3 }),
      entry(3, { year: 2025, deedOn: '2025-12-30', item: 9, points: 5 }),
      entry(4, { year: 2025, reverses: 3, item: 9, points: -5 }),
    );
    const content = composePublication(facts, rulebook, third);
    expect(content.lines[0]).toMatchObject({ bonus: 0, total: 100 });
    expect(textOf(content)).toContain(
      '张三 基础100 加0 减0 合计100分\n更正：第8项“公益活动”−3；上年补记：第9项“化解矛盾”+5；上年更正：第9项“化解矛盾”−5\n',
    );
  });

  it('shows what the rulebook shields as points only', () => {
    const facts = factsWith(member(1, '张三'), entry(1, { item: 10, points: 5 }), entry(2));
    const content = composePublication(facts, rulebook, third);
    expect(textOf(content)).toContain('本季：+5、第8项“公益活动”+3\n');
    expect(JSON.stringify(content)).not.toContain('抵制歪风');
    expect(JSON.stringify(content)).not.toContain('"number":10');
  });

  it('says where deductions pass the base', () => {
    const deductions = [40, 40, 30].map((points, index) =>
      entry(index + 1, { item: 22, grade: 'probation', side: 'deduction', points: -points }),
    );
    const facts = factsWith(
      member(1, '张三'),
      ...deductions,
      entry(4, { item: 13, grade: 'province', points: 20 }),
    );
    expect(textOf(composePublication(facts, rulebook, third))).toContain(
      '张三 基础100 加20 减110（10分超出基础分，不计算） 合计20分',
    );
  });

  it('tells no grade, no relative, no reason, no proof, no kind of leave, no rank', () => {
    const facts = factsWith(
      member(1, '张三'),
      member(2, '王芳'),
      put('material', {
        matter: 1,
        no: 1,
        by: 2,
        at: '2026-08-01T10:00:00',
        type: 'document',
        file: null,
        text: '信访1号',
      }),
      put('witness', { matter: 1, person: 2, named: true, confirmedAt: '2026-08-01T10:00:00' }),
      entry(1, {
        item: 19,
        grade: 'relative',
        times: 2,
        side: 'deduction',
        points: -10,
        evidence: ['witness:2'],
      }),
      entry(2, { item: 16, grade: 'leave', side: 'deduction', points: -2 }),
    );
    const content = composePublication(facts, rulebook, third);
    const text = textOf(content);
    for (const word of ['亲属', '请假', '信访1号', '证明', '×2', '名次', 'relative', 'leave', 'witness'])
      expect(`${text}${JSON.stringify(content)}`).not.toContain(word);
    expect(text).toContain('第19项“信访秩序”−10、第16项“组织生活”−2');
  });
});
