/** A backup that is made while people write: the history that it holds is a beginning of the whole one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { projectFolder } from '../../src/project-folder.js';
import { openConnection } from '../../src/store/connection.js';
import { openKey } from '../../src/store/sealing/key.js';
import { examine } from '../../src/store/soundness/examine.js';
import { people } from '../support/branch/clock-bot.js';
import { ask } from '../support/branch/ledger.js';
import { newOffice } from './scene.js';

/** What was handled in each branch, in order; and the matters. */
function history(file: string) {
  const heard = ask(file, 'SELECT branch, channel, message_id FROM inbox ORDER BY branch, rowid');
  const matters = ask(file, 'SELECT branch, number FROM matter ORDER BY branch, number');
  return (branch: string) => ({
    heard: heard
      .filter((row) => row['branch'] === branch)
      .map((row) => `${row['channel'] as string}/${row['message_id'] as string}`),
    matters: matters.filter((row) => row['branch'] === branch).map((row) => row['number']),
  });
}

/** 0 and 1: a line in that branch; 2: the first secretary asks for a backup. */
const step = fc.constantFrom(0, 1, 2);

it('restores to a prefix of the acknowledged history of each branch', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.array(step, { minLength: 6, maxLength: 24 }),
      async (before, during) => {
        const office = newOffice();
        try {
          const stage = await office.open('2026-11-23T09:00:00');
          const second = '机关第二党支部';
          await stage.found(
            second,
            people.map((one) => ({
              ...one,
              account: one.account && { ...one.account, id: `二${one.name}` },
            })),
          );
          let count = 0;
          const say = (what: number): Promise<void> => {
            count += 1;
            if (what === 2)
              return stage.hear('李强', '/备份', { chat: { kind: 'private', account: '李强' } });
            const who = what === 0 ? '赵敏' : '二赵敏';
            return stage.hear(who, `/加分 张三 8 第${count}次献血`, {
              chat: { kind: 'private', account: who },
            });
          };
          for (const what of before) await stage.listen(() => say(what), 1);
          const acknowledged = history(office.file);
          // The clock names the files: each second another one.
          await stage.listen(() => Promise.all([...during, 2].map(say)), during.length + 1);
          await stage.close();
          const whole = history(office.file);
          const branches = ask(office.file, 'SELECT id FROM branch').map(({ id }) => String(id));
          expect(branches).toHaveLength(2);
          const copies = readdirSync(office.backups).filter((name) => name.endsWith('.db'));
          expect(copies.length).toBeGreaterThan(0);
          for (const name of copies) {
            const file = join(office.backups, name);
            const kept = history(file);
            for (const branch of branches) {
              const { heard, matters } = kept(branch);
              expect(heard).toEqual(whole(branch).heard.slice(0, heard.length));
              expect(matters).toEqual(matters.map((_, at) => at + 1));
              if (!before.includes(2))
                expect(heard.length).toBeGreaterThanOrEqual(acknowledged(branch).heard.length);
            }
            const db = openConnection(file);
            const { seal } = openKey(db, file, office.key());
            expect(examine(db, seal, `${projectFolder()}prisma`, () => undefined)).toEqual([]);
            db.close();
          }
        } finally {
          office.remove();
        }
      },
    ),
    { numRuns: 6, seed: 15 },
  );
});
