import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare, type Rows } from '../../src/cli/torture/model/compare.js';
import { openBook, type Person } from '../../src/cli/torture/model/book.js';
import { leaks, publicationFaults } from '../../src/cli/torture/model/heard.js';
import { judge } from '../../src/cli/torture/model/judging/judge.js';
import { emptyReport, type Report } from '../../src/cli/torture/report.js';
import { simulate } from '../../src/cli/torture/sim/run.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { root } from '../support/root.js';

const rulebook = await loadRulebook(join(root, 'rulebooks/2018.yaml'));

/** Over the end of a quarter and of a month with dues. */
async function run(seed: number, days: number): Promise<Report> {
  const report = emptyReport();
  await simulate({ seed, days, branches: 2, talk: 0.6, from: '2023-03-20' }, rulebook, report);
  return report;
}

describe('branches under faults, beside the model (docs/adr/0019-torture.md)', () => {
  it.each([
    [12, 'a service that recognises a repeat'],
    [7, 'a service that does not'],
  ])('seed %i: %s', async (seed) => {
    const report = await run(seed, 45);
    console.info(JSON.stringify(report));
    expect(report.violations).toEqual([]);
    expect({ ...report, said: '' }).toMatchObject({ lost: 0, doubled: 0, unanswered: 0 });
    expect(Math.min(report.kills, report.faults, report.messages, report.jobs)).toBeGreaterThan(1);
  });

  it('says the same again under the same seed', async () => {
    expect(await run(12, 12)).toEqual(await run(12, 12));
  });
});

const people: readonly Person[] = [
  { id: 1, name: '李强', account: 'li', kind: 'member', scored: true, offices: ['secretary'] },
  { id: 2, name: '赵敏', account: 'zhao', kind: 'member', scored: true, offices: ['recorder'] },
  { id: 3, name: '张三', account: 'zhang', kind: 'member', scored: true, offices: [] },
  { id: 4, name: '王芳', account: 'wang', kind: 'member', scored: true, offices: [] },
];

describe('the model finds', () => {
  const now = '2026-11-23T09:00:00';
  const book = openBook('b1', people, now);
  const item = { number: 8, grade: null, points: 3 };
  judge(
    book,
    { who: 2, act: { do: 'propose', side: 'bonus', subject: 3, item, witnesses: [], secret: '' } },
    now,
  );
  judge(book, { who: 2, act: { do: 'material', number: 1 } }, now);
  const kept = { number: 1, kind: 'bonus', subject: 3, proposer: 2, item: 8, points: 3, openedAt: now };
  const nothing = { activities: [], presences: [], dues: [], records: [] };
  const open: Rows = { ...nothing, matters: [{ ...kept, state: 'open' }], entries: [], rulings: [] };

  it('nothing where all is as it must be, and no ruling by who may not', () => {
    expect(judge(book, { who: 3, act: { do: 'confirm', numbers: [1], heard: false } }, now)).toBe(false);
    expect(compare(book, open)).toEqual([]);
  });

  it('a ruling that nobody made, and an entry too much', () => {
    const ruled = { ...open, matters: [{ ...kept, state: 'confirmed' }], rulings: [{ matter: 1, ruler: 3 }] };
    const entries = [{ member: 3, year: 2026, points: 3, matter: 1 }];
    expect(compare(book, { ...ruled, entries })).toHaveLength(3);
  });

  it('a private word in the group or at the wrong ears', () => {
    book.secrets.set('鼋鼋鼋鼋鼋', new Set(['li', 'zhang']));
    const said = (account: string | null) => leaks(book, { account, text: '事由：鼋鼋鼋鼋鼋' });
    expect(said('zhang')).toEqual([]);
    expect(said('wang')).toHaveLength(1);
    expect(said(null)).toHaveLength(1);
  });

  it('a wrong sum in a publication', () => {
    const line = (name: string, total: number) => `${name} 基础100 加0 减0 合计${total}分`;
    const text = (total: number) =>
      ['李强', '赵敏', '张三']
        .map((name) => line(name, 100))
        .concat(line('王芳', total))
        .join('\n');
    expect(publicationFaults(book, text(100), 2026, 3)).toEqual([]);
    expect(publicationFaults(book, text(103), 2026, 3)).toHaveLength(1);
  });
});
