import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Order } from '../../src/cli/play/orders.js';
import { founder } from '../../src/cli/stage/founder.js';
import { root } from '../support/root.js';
import { ask, faults } from '../support/branch/ledger.js';
import { branch, chain, founding, line, newFolder, start, type Heard } from '../crash/scene.js';

/** Two real processes on one file, an officer at each, both ruling at the same moment. */
it('two processes rule at the same time: one decides, the other hears who did', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { file, remove } = newFolder();
    const heard: [Heard, Heard] = [new Map<string, string>(), new Map<string, string>()];
    const one = await start(file, heard[0]);
    const deputy: Order = {
      order: 'found',
      branch,
      people: [founder('钱进', { offices: ['deputySecretary'] })],
    };
    for (const order of [founding, deputy, ...chain.slice(0, 3)]) await one.tell(order);
    const two = await start(file, heard[1]);
    for (const each of heard) each.clear();
    await Promise.all([one.tell(line('a', '李强', '/确认 1')), two.tell(line('b', '钱进', '/确认 1'))]);
    expect(ask(file, 'SELECT COUNT(*) AS count FROM ruling')).toEqual([{ count: 1 }]);
    expect(ask(file, 'SELECT SUM(points) AS sum, COUNT(*) AS count FROM ledger_entry')).toEqual([
      { sum: 3, count: 1 },
    ]);
    expect(faults(file)).toEqual([]);
    const said = heard.flatMap((each) => [...each.values()]).filter((text) => text.startsWith('#1'));
    expect(said.some((text) => text.includes('已认定：张三同志 +3分，现103分'))).toBe(true);
    expect(said.some((text) => /#1 已经认定（(?:李强|钱进)同志）/u.test(text))).toBe(true);
    await Promise.all([one.kill(), two.kill()]);
    remove();
  }
});

it('two processes start on a file that is not there yet', async () => {
  const { file, remove } = newFolder();
  const bots = await Promise.all([1, 2].map(() => start(file, new Map<string, string>())));
  expect(ask(file, 'SELECT COUNT(*) AS count FROM _prisma_migrations')).toEqual([
    { count: readdirSync(join(root, 'prisma/migrations')).filter((name) => !name.endsWith('.toml')).length },
  ]);
  await bots[0]?.tell(founding);
  await bots[1]?.tell(chain[0] ?? founding);
  expect(ask(file, 'SELECT COUNT(*) AS count FROM matter')).toEqual([{ count: 1 }]);
  await Promise.all(bots.map((bot) => bot.kill()));
  remove();
});
