import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../src/app/ports/channel.js';
import type { Store } from '../../src/app/ports/store/store.js';
import type { SqlRow } from '../support/branch/ledger.js';
import { entry, now, person, ruled, unit } from './scene.js';

/** What the suite needs of a database. */
export interface Subject {
  /** Another connection to the same database, like another process. */
  readonly open: () => Store;
  readonly ask: (sql: string) => readonly SqlRow[];
  readonly remove: () => void;
}

function letterTo(chat: Chat) {
  return { channel: 'test', chat, person: null, text: '公示', files: [], expiresAt: null };
}

/** What every database behind the port must do. */
export function storeSuite(name: string, subject: () => Subject): void {
  describe(name, () => {
    let given: Subject;
    let store: Store;
    let branch: string;
    beforeEach(async () => {
      given = subject();
      store = given.open();
      branch = await store.createBranch('第一党支部', now);
      await store.commit(unit(store, branch, [person(1), person(2), person(3), person(4)]));
    });
    afterEach(() => {
      store.close();
      given.remove();
    });
    const count = (table: string) => given.ask(`SELECT COUNT(*) AS count FROM ${table}`)[0]?.['count'];

    it('commits all of a message', async () => {
      const letter = {
        channel: 'test',
        chat: { kind: 'group', id: 'g' } as const,
        person: null,
        text: '已登记',
        files: [],
        expiresAt: null,
      };
      const done = await store.commit(unit(store, branch, ruled(1, 1), { letters: [letter] }));
      expect(done.kind).toBe('committed');
      expect([count('ledger_entry'), count('ruling'), count('matter'), count('outbox')]).toEqual([
        1, 1, 1, 1,
      ]);
      expect(given.ask('SELECT SUM(points) AS sum FROM ledger_entry')).toEqual([{ sum: 3 }]);
      expect(store.snapshot(branch).facts.branch).toMatchObject({ entryCount: 1 });
    });

    it('commits nothing of a message whose last change is refused, and spares the others of the batch', async () => {
      const other = await store.createBranch('第二党支部', now);
      // The entry names person 4 as ruler, the ruling 3.
      const bad = store.commit(unit(store, branch, ruled(1, 1, { ruler: 4 })));
      const good = store.commit(unit(store, other, ruled(1, 1)));
      await expect(bad).rejects.toThrow(/ledger_entry/u);
      expect((await good).kind).toBe('committed');
      expect(given.ask('SELECT branch FROM matter')).toEqual([{ branch: other }]);
      expect(given.ask('SELECT branch, points FROM ledger_entry')).toEqual([{ branch: other, points: 3 }]);
      expect(store.snapshot(branch).facts.all('matter')).toEqual([]);
      expect(store.snapshot(branch).facts.branch.entryCount).toBe(0);
    });

    it('does a message only once', async () => {
      const first = unit(store, branch, ruled(1, 1));
      await store.commit(first);
      const again = { ...first, version: store.snapshot(branch).version, changes: [person(5)] };
      expect(await store.commit(again)).toEqual({ kind: 'duplicate' });
      expect(count('person')).toBe(4);
      expect(store.handled(branch, first.message)).toBe(true);
    });

    it('keeps the ids of messages that were only answered', async () => {
      const answered = { channel: 'test', messageId: 'only asked' };
      await store.commit(unit(store, branch, [person(5)], { unrecorded: [answered] }));
      expect(store.handled(branch, answered)).toBe(true);
    });

    it('refuses a decision on an old version, in the same batch or later', async () => {
      const one = unit(store, branch, [person(5)]);
      const two = unit(store, branch, [person(6)]);
      const outcomes = await Promise.all([store.commit(one), store.commit(two)]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['committed', 'stale']);
      expect(await store.commit({ ...two, message: { channel: 'test', messageId: 'late' } })).toEqual({
        kind: 'stale',
      });
      expect(count('person')).toBe(5);
      expect(store.snapshot(branch).facts.all('person')).toHaveLength(5);
    });

    it('lets one of two connections rule, and shows the loser what was decided', async () => {
      const other = given.open();
      await store.commit(unit(store, branch, [person(5)]));
      const mine = unit(store, branch, ruled(1, 1));
      const theirs = unit(other, branch, ruled(1, 1, { points: 3 }));
      expect((await store.commit(mine)).kind).toBe('committed');
      expect(await other.commit(theirs)).toEqual({ kind: 'stale' });
      expect(other.snapshot(branch).facts.get('ruling', 1)).toMatchObject({ ruler: 3 });
      expect([count('ruling'), count('ledger_entry')]).toEqual([1, 1]);
      other.close();
    });

    it('sees at once what another connection wrote', async () => {
      const other = given.open();
      expect(other.snapshot(branch).facts.all('person')).toHaveLength(4);
      await store.commit(unit(store, branch, [person(5)]));
      expect(other.snapshot(branch).facts.all('person')).toHaveLength(5);
      other.close();
    });

    it('finds at once what another connection has bound or left waiting', async () => {
      const other = given.open();
      const chat = { kind: 'private', account: 'new' } as const;
      await store.bindGroup(branch, 'test', 'old');
      await store.commit(unit(store, branch, [person(5)], { letters: [letterTo(chat)] }));
      expect([other.branchOfGroup('test', 'old'), other.outbox.isAwaited('test', chat)]).toEqual([
        branch,
        false,
      ]);
      await store.bindGroup(branch, 'test', 'new');
      const [letter] = store.outbox.pending('test', false, () => false);
      await store.outbox.mark(letter!, 'waiting', now, { lease: null });
      for (const one of [store, other]) {
        expect([one.branchOfGroup('test', 'old'), one.branchOfGroup('test', 'new')]).toEqual([
          undefined,
          branch,
        ]);
        expect(one.outbox.isAwaited('test', chat)).toBe(true);
      }
      other.close();
    });

    it("moves letters that wait or may be resent to the branch's new group", async () => {
      const other = await store.createBranch('第二党支部', now);
      await store.bindGroup(branch, 'test', 'old');
      await store.bindGroup(other, 'test', 'theirs');
      const lease = await store.leases.take('test', 'me', { now: () => now }, 15);
      const old = { kind: 'group', id: 'old' } as const;
      const priv = { kind: 'private', account: 'old' } as const;
      const letters = [letterTo(old), letterTo(old), letterTo(old), letterTo(priv)];
      await store.commit(unit(store, branch, [person(5)], { letters }));
      await store.commit(
        unit(store, other, [person(5)], { letters: [letterTo({ kind: 'group', id: 'theirs' })] }),
      );
      const [first, second] = store.outbox.pending('test', false, () => false);
      for (const [one, state] of [
        [first, 'sent'],
        [second, 'uncertain'],
      ] as const)
        if (await store.outbox.claim(one!, lease!, now)) await store.outbox.mark(one!, state, now, { lease });
      await store.bindGroup(branch, 'test', 'new');
      expect(given.ask('SELECT state, chat_kind, chat FROM outbox ORDER BY branch, id')).toEqual([
        { state: 'sent', chat_kind: 'group', chat: 'old' },
        { state: 'uncertain', chat_kind: 'group', chat: 'new' },
        { state: 'queued', chat_kind: 'group', chat: 'new' },
        { state: 'queued', chat_kind: 'private', chat: 'old' },
        { state: 'queued', chat_kind: 'group', chat: 'theirs' },
      ]);
    });

    it('skips no part of a readdressed letter, and answers nobody in the old chat', async () => {
      const reply = { handle: 'req', expiresAt: '2026-11-24T09:00:00' };
      const letter = (chat: Chat) => ({ ...letterTo(chat), reply });
      await store.bindGroup(branch, 'test', 'old');
      const letters = [
        letter({ kind: 'group', id: 'old' }),
        letter({ kind: 'private', account: 'lost' }),
        letter({ kind: 'private', account: 'same' }),
      ];
      await store.commit(unit(store, branch, [person(5)], { letters }));
      const pending = () => store.outbox.pending('test', false, () => false);
      expect(pending().map((one) => one.reply)).toEqual([reply, reply, reply]);
      for (const one of pending())
        await store.outbox.mark(one, one.chat?.kind === 'group' ? 'queued' : 'failed', now, {
          lease: null,
          progress: 1,
        });
      await store.bindGroup(branch, 'test', 'new');
      const resend = [
        { id: 2, account: 'new' },
        { id: 3, account: 'same' },
      ];
      const done = await store.commit(unit(store, branch, [], { resend }));
      expect(done).toMatchObject({ kind: 'committed', letters: [{ id: 2 }, { id: 3, reply }] });
      expect(pending().map(({ chat, progress, reply: handle }) => ({ chat, progress, handle }))).toEqual([
        { chat: { kind: 'group', id: 'new' }, progress: 0, handle: undefined },
        { chat: { kind: 'private', account: 'new' }, progress: 0, handle: undefined },
        { chat: { kind: 'private', account: 'same' }, progress: 1, handle: reply },
      ]);
    });

    it('refuses a second ruling, a second reversal and an entry without ruling', async () => {
      await store.commit(unit(store, branch, ruled(1, 1)));
      await expect(store.commit(unit(store, branch, ruled(1, 2)))).rejects.toThrow();
      await expect(store.commit(unit(store, branch, [entry(9, 2)]))).rejects.toThrow(/no confirming ruling/u);
      const reversal = { reverses: 1, points: -3 };
      await store.commit(unit(store, branch, ruled(2, 2, reversal)));
      await expect(store.commit(unit(store, branch, ruled(3, 3, reversal)))).rejects.toThrow();
      expect(given.ask('SELECT SUM(points) AS sum, COUNT(*) AS count FROM ledger_entry')).toEqual([
        { sum: 0, count: 2 },
      ]);
    });

    it('is the same after a restart', async () => {
      await store.commit(unit(store, branch, ruled(1, 1)));
      const { version, facts } = store.snapshot(branch);
      const restarted = given.open();
      const read = restarted.snapshot(branch);
      expect(read.version).toBe(version);
      expect(read.facts.branch).toEqual(facts.branch);
      for (const table of ['person', 'matter', 'ruling', 'entry'] as const)
        expect(read.facts.all(table)).toEqual(facts.all(table));
      restarted.close();
    });
  });
}
