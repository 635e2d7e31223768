import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMessage } from '../../src/chat/words/message.js';
import { inGroup, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';
import {
  omittedRows,
  severalRows,
  spellingRows,
  suggestedRows,
  type ForgivingRow,
} from './forgiving-rows.js';

const cast = {
  张三: {},
  王芳: {},
  马䶮: {},
  阿依古丽·买买提: {},
  孙丽: {},
  高山: {},
  冯晓燕: { offices: ['recorder'] },
  周建国: { offices: ['secretary'] },
  吴秀兰: { offices: ['deputySecretary'] },
} as const;

let branch: TestBranch;

beforeEach(async () => {
  branch = await openBranch(cast, '2026-09-14T09:00:00');
});
afterEach(() => branch.close());

function matters(): readonly string[] {
  const rows = branch.sql<{ text: string }>(
    "SELECT p.name || ' ' || COALESCE(m.item || ' ' || m.points, m.kind) AS text FROM matter m JOIN person p ON p.branch = m.branch AND p.id = m.subject ORDER BY m.number",
  );
  return rows.map(({ text }) => text);
}

async function check({ line, by = '冯晓燕', place, before = [], ...row }: ForgivingRow) {
  for (const earlier of before) {
    const [who = '', text = ''] = earlier.split('> ');
    await branch.say(who, text, 'group', text.startsWith('/加分') ? ['证书.jpg'] : []);
  }
  const known = matters();
  const heard = await branch.say(by, line, place);
  const text = `${inGroup(heard)}\n${privately(heard, by)}`;
  for (const part of row.says) expect(text).toContain(part);
  for (const part of row.never ?? []) expect(inGroup(heard)).not.toContain(part);
  expect(matters().slice(known.length)).toEqual(row.adds ?? []);
  const [points] = branch.sql<{ sum: number }>('SELECT COALESCE(SUM(points), 0) AS sum FROM ledger_entry');
  expect(points?.sum).toBe(row.ledger ?? 0);
}

describe('lines as people type them', () => {
  it.each(spellingRows)('GIVEN the scene WHEN $line THEN $says', check);
  it.each(omittedRows)('GIVEN $before WHEN $line THEN $says', check);
  it.each(severalRows)('GIVEN $before WHEN $line THEN $says', check);
  it.each(suggestedRows)('GIVEN $before WHEN $line THEN $says', check);
});

describe('several commands of one message', () => {
  it('WHEN they are heard THEN they are answered in one message, and a second delivery does nothing', async () => {
    const heard = await branch.say('冯晓燕', '/加分 高山 8 清雪\n/加分 孙丽 8 清雪');
    expect(heard.map(({ to }) => to)).toEqual([null]);
    expect(matters()).toHaveLength(2);
  });
});

describe('the lines of a message', () => {
  const commands = { find: (name: string) => (['积分', '请假'].includes(name) ? {} : undefined) };

  it('GIVEN talk without a slash or a call THEN there is no command in it', () => {
    const talk = fc.string({
      unit: fc.constantFrom('积', '分', '请', '假', ' ', '，', '1', '\n', '「', '」'),
    });
    fc.assert(
      fc.property(talk, (text) => {
        expect(readMessage(text, '机器人', commands)).toMatchObject({ lines: [], called: false });
      }),
    );
  });

  it('GIVEN commands on lines of their own THEN each is one, in order, whatever quotation stands above', () => {
    const line = fc.constantFrom('/积分', '/请假 支部大会', '/积分 2025');
    const above = fc.constantFrom('', '「张三：/积分」\n- - - - - -\n', '各位：\n');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), above, (lines, quoted) => {
        expect(readMessage(`${quoted}${lines.join('\n')}`, '机器人', commands).lines).toEqual(lines);
      }),
    );
  });
});
