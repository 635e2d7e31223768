/** A date is written out wherever people read it; only a line to copy has it as the command reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memberCard } from '../../src/forms/member-card/card.js';
import { memberForm } from '../../src/forms/member-form.js';
import { memberLogbook } from '../../src/forms/logbook/member-logbook.js';
import { registerDocument, registerOf } from '../../src/forms/registers/register.js';
import { summaryDocument } from '../../src/forms/summary.js';
import { branchOf } from '../forms/scenes/branch-of.js';

const isoDate = /\d{4}-(?:0[1-9]|1[0-2])(?!\d)/u;
/** What is copied, and names of files, which sort by their dates: “/党费 张三 2026-12 50”, a line of its own, behind 例： or 可写：. */
const copied = /“\/[^”]*”|(?<=^ *|[：；>] ?)\/.*$|可写：.*$|\[(?:文件|图片) .*?\]/gmu;

/** What the bot says in a transcript, without the lines that others type. */
function said(transcript: string): readonly string[] {
  let isBot = false;
  return transcript.split('\n').filter((line) => {
    if (line.startsWith('机器人>')) isBot = true;
    else if (!line.startsWith('  ')) isBot = false;
    return isBot;
  });
}

describe('no ISO date', () => {
  it('in what the bot says in any transcript', () => {
    const folder = 'tests/transcripts';
    const lines = readdirSync(folder).flatMap((file) => said(readFileSync(join(folder, file), 'utf8')));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => isoDate.test(line.replaceAll(copied, '')))).toEqual([]);
  });

  it('on any paper of a member or of the branch', async () => {
    const input = await branchOf(12, 12);
    const year = 2026;
    const register = { paper: 'register', part: null, year, quarter: null } as const;
    const papers = [
      memberCard(input, { person: 1, year }),
      memberForm(input, { person: 1, year }),
      memberLogbook(input, { person: 1, year, quarter: null }),
      summaryDocument(input, { year, quarter: null, order: 'roster', large: false }),
      ...(['members', 'points', 'attendance', 'dues'] as const).map((kind) =>
        registerDocument(registerOf(input, { ...register, register: kind }), '支部'),
      ),
    ];
    const words = papers.map((paper) => JSON.stringify(paper));
    expect(words.join()).toContain('2026年');
    expect(words.map((text) => isoDate.exec(text)?.[0])).toEqual(words.map(() => undefined));
  });
});
