import { expect, it } from 'vitest';
import { torture } from '../../src/cli/torture/live/run.js';
import { emptyReport } from '../../src/cli/torture/report.js';

/** About half a minute of two real processes that are killed, started again and spoken to meanwhile. */
it('the real program, tortured, is as the model says', async () => {
  const report = emptyReport();
  await torture({ seed: 1, minutes: 10, steps: 10 }, report);
  console.info(JSON.stringify(report));
  expect(report.violations).toEqual([]);
  expect(report).toMatchObject({ lost: 0, doubled: 0, unanswered: 0 });
  expect(Math.min(report.kills, report.messages)).toBeGreaterThan(2);
});
