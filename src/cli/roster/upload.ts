/** The dry run of `npm run roster`, for a file that somebody sends to the desk. */
import { barredLines } from '../../app/roster/import.js';
import { barredLine } from '../../chat/replies/roster/status.js';
import type { Clock } from '../../app/ports/clock.js';
import type { RosterFiles } from '../../app/ports/roster-files.js';
import { planImport } from '../../domain/roster/import-plan.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { sentenceOf } from './row.js';
import { importRows, strangeCategories } from './rows.js';
import { planText, problemText } from './show.js';
import { readRosterUpload } from './table.js';

export function rosterFiles({ categories }: Rulebook, clock: Clock): RosterFiles {
  return {
    async read(file) {
      const labels = categories.map(({ label }) => label);
      const roster = await readRosterUpload(file, { categories: labels, today: clock.now().slice(0, 10) });
      const notices = roster.notices.map((notice) => `提示：${sentenceOf(notice)}`);
      return ({ facts, rulebook, now }) => {
        const bad = [...roster.problems.map(sentenceOf), ...strangeCategories(rulebook, roster.rows)];
        if (bad.length > 0) return { wrong: bad, text: '', rows: [] };
        const rows = importRows(rulebook, roster.rows);
        const plan = planImport(facts, rulebook, rows, now);
        const wrong = [
          ...plan.problems.map(problemText),
          ...barredLines(plan).map(({ line, name, why }) => barredLine(line, name, why)),
        ];
        const text = [...notices, planText(plan, rulebook)].join('\n');
        return { wrong, text, rows: plan.changes.length === 0 ? [] : rows };
      };
    },
  };
}
