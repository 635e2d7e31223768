import { afterEach, describe, expect, it } from 'vitest';
import { periodNamed } from '../../src/domain/notice/period.js';
import { composePublication } from '../../src/domain/notice/publication.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import type { SummaryOrder } from '../../src/forms/summary/lines.js';
import { entry, factsWith, member } from '../support/branch/branch-facts.js';
import { wordsOfDocx } from '../support/papers/office.js';
import { yearRecord } from '../support/branch/year-rows.js';
import { fill, openScene, rulebook, summaryOf, type Scene } from './scenes/scene.js';
import { bodyOf, gridOf, inSheet, made, numbers, ofYear, today } from './summary-scene.js';

let scene: Scene | undefined;
afterEach(async () => {
  await scene?.branch.close();
  scene = undefined;
});

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
