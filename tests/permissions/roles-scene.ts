/** A branch as it was at some moment, and what any line of anybody would do to it: decided as ever, and never written. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HandlerDeps, Meaning } from '../../src/app/incoming.js';
import { turnOf } from '../../src/app/lines/turn.js';
import { createUnrecorded } from '../../src/app/lines/unrecorded.js';
import type { Chat } from '../../src/app/ports/channel.js';
import { createReader } from '../../src/chat/dispatch.js';
import { voice } from '../../src/chat/voice.js';
import { openStage } from '../../src/cli/stage/stage.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import type { Change } from '../../src/domain/branch/rows.js';
import { rulebookOfYear } from '../../src/domain/rulebook/adopted.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { playHere } from '../../src/cli/play/here.js';
import type { Step } from '../../src/cli/play/transcript.js';
import { withFile, type Transcripts } from '../support/transcripts.js';

/** What a line comes to. */
export interface Came {
  readonly meaning: Meaning;
  readonly changes: readonly Change[];
  /** It wants to write: rows, letters, or the ballot box. */
  readonly writes: boolean;
  readonly letters: readonly { readonly chat: Chat | null; readonly text: string }[];
}

export interface Moment {
  readonly facts: Facts;
  /** All that the bot has written to its folder. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  come(who: string, text: string, place: Chat['kind'], isSound?: boolean): Came;
}

const unused = (): never => {
  throw new Error('no line of a person needs this');
};

/** Plays the steps, and hands the branch of that moment to `look`. */
export async function atTheEnd<R>(
  steps: readonly Step[],
  { play }: Transcripts,
  look: (moment: Moment) => R,
): Promise<R> {
  return withFile(async (databaseFile) => {
    let now = '';
    await playHere(steps, { ...play, databaseFile });
    for (const step of steps) if (step.kind === 'time') now = step.at;
    const files = filesIn(dirname(databaseFile));
    const stage = await openStage({ ...play, databaseFile, clock: now });
    try {
      const [branch = { id: '', name: '' }] = stage.bot.store.branches();
      const { store, catalogue } = stage.bot;
      const { facts } = store.snapshot(branch.id);
      const workingDays = chineseWorkingDays();
      let letters: Came['letters'] = [];
      const depsOf = (isSound: boolean): HandlerDeps => ({
        store: { ...store, tip: () => ({ version: 1, facts, isSound }), handled: () => false },
        delivery: { ...stage.bot.delivery, answer: (message) => void (letters = [...letters, message]) },
        channel: 'play',
        login: () => null,
        broadcasts: [],
        voice,
        clock: { now: () => now },
        ids: { claimCode: () => '111111', reference: () => 'E1' },
        isLimited: false,
        meter: { begin: () => () => undefined },
        log: { info: unused, warn: unused, error: unused },
        workingDays,
        rulebook: (those, year) => rulebookOfYear(those, play.rulebook.rulebook, year),
        configured: play.rulebook,
        readRulebook: () => ({ ok: false, problems: [] }) as never,
        readDocument: () => ({ ok: false }) as never,
        sign: (purpose, text) => `${purpose} ${text}`,
        fingerprint: () => '00'.repeat(32),
        health: () => ({
          startedAt: now,
          version: '0',
          connections: [],
          isSound,
          lastBackup: null,
          copyElsewhere: null,
          letters: {},
          lastRuns: [],
          nextRuns: [],
        }),
        ballots: (id) => ({ ...store.ballots(id), seal: () => Buffer.alloc(1) }),
        backups: { make: unused } as never,
        invite: () => null,
        nextDue: () => null,
      });
      const deps = { sound: depsOf(true), unsound: depsOf(false) };
      return look({
        ...{ facts, files },
        come(who, text, place, isSound = true) {
          letters = [];
          let meaning: Meaning = { kind: 'silence' };
          const chat: Chat =
            place === 'group' ? { kind: 'group', id: branch.name } : { kind: 'private', account: who };
          const speaker = { account: who, nickname: who, chat };
          const picture = { kind: 'picture' as const, name: '图.png', bytes: Buffer.from('a picture') };
          const read = createReader(catalogue, text, '机器人');
          const line = {
            incoming: {
              branch: branch.id,
              message: { channel: 'play', messageId: text },
              speaker,
              files: [picture],
            },
            read: (context: Parameters<typeof read>[0]) => (meaning = read(context)),
            count: () => undefined,
            done: () => undefined,
            overtaken: 0,
          };
          const turn = turnOf(
            { deps: isSound ? deps.sound : deps.unsound, unrecorded: createUnrecorded() },
            line,
            false,
          );
          if (turn === null || turn instanceof Promise) {
            turn?.catch(() => undefined);
            return { meaning, changes: [], writes: true, letters: [] };
          }
          if (turn.unit === undefined) turn.tell([]);
          return {
            meaning,
            changes: turn.unit?.changes ?? [],
            writes: turn.unit !== undefined,
            letters: turn.unit?.letters ?? letters,
          };
        },
      });
    } finally {
      await stage.close();
    }
  });
}

function filesIn(folder: string): Moment['files'] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, bytes: readFileSync(join(parentPath, name)) }));
}
