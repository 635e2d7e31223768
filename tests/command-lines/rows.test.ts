import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';
import { attendanceRows, pointsRows, readingRows, rulingRows, type Row } from './rows.js';

let branch: TestBranch;

beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

/** Every matter on file as `姓名 项 分`, oldest first. */
function matters(): readonly string[] {
  const rows = branch.sql<{ text: string }>(
    "SELECT p.name || ' ' || COALESCE(m.item || ' ' || m.points, m.kind) AS text FROM matter m JOIN person p ON p.branch = m.branch AND p.id = m.subject ORDER BY m.number",
  );
  return rows.map(({ text }) => text);
}

function ledger(): number {
  const [row] = branch.sql<{ sum: number }>('SELECT COALESCE(SUM(points), 0) AS sum FROM ledger_entry');
  return row?.sum ?? Number.NaN;
}

async function check({ line, by = '赵敏', before = [], says, never = [], adds = [], ledger: sum = 0 }: Row) {
  for (const earlier of before) {
    const [who = '', text = ''] = earlier.split('> ');
    await branch.say(who, text, 'group', text.startsWith('/加分') ? ['证书.jpg'] : []);
  }
  const known = matters();
  const heard = await branch.say(by, line);
  const text = `${inGroup(heard)}\n${privately(heard, by)}`;
  for (const part of says) expect(text).toContain(part);
  for (const part of never) expect(inGroup(heard)).not.toContain(part);
  expect(matters().slice(known.length)).toEqual(adds);
  expect(ledger()).toBe(sum);
}

describe('lines that are easy to get wrong', () => {
  it.each(pointsRows)('GIVEN the scene WHEN $line THEN $says', check);
  it.each(rulingRows)('GIVEN $before WHEN $line THEN $says', check);
  it.each(attendanceRows)('GIVEN $before WHEN $line THEN $says', check);
  it.each(readingRows)('GIVEN the scene WHEN $line THEN $says', check);
});

describe('a deduction in the group', () => {
  it.each(pointsRows.filter(({ line }) => line.startsWith('/减分')))(
    'GIVEN any outcome WHEN $line is typed there THEN the group hears neither name nor reason',
    async ({ line }) => {
      const heard = inGroup(await branch.say('赵敏', line));
      expect(heard).toMatch(/^(?:已登记 #1。|已私信答复您。)$/u);
    },
  );
});
