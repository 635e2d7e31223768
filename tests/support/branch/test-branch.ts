import { join } from 'node:path';
import type { ChannelFile, Inbound, Outbound } from '../../../src/app/ports/channel.js';
import { founder, type Changed } from '../../../src/cli/stage/founder.js';
import { openStage, type Stage } from '../../../src/cli/stage/stage.js';
import type { LoadedRulebook } from '../../../src/domain/rulebook/adopted.js';
import { projectFolder } from '../../../src/project-folder.js';
import type { Bot } from '../../../src/start/bot.js';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';

/** A message of the bot: `to` is an account, or null for the group. */
export interface Heard {
  readonly to: string | null;
  readonly text: string;
}

/** A branch on a real store in this process, with the real reader. */
export interface TestBranch {
  readonly bot: Bot;
  readonly id: string;
  /** Says a line and resolves with everything the bot said in response. */
  say(who: string, text: string, place?: 'group' | 'private', files?: readonly string[]): Promise<Heard[]>;
  /** Several at once, in the same moment. */
  together(lines: readonly (readonly [who: string, text: string])[]): Promise<Heard[]>;
  moveTo(instant: string): void;
  /** Plain SQL on the branch's file. */
  readonly sql: Stage['sql'];
  close(): Promise<void>;
}

type Cast = Readonly<Record<string, Changed>>;

/** The scene of COMMAND-LINES.md. */
export const commandLineCast: Cast = {
  张三: {},
  王芳: { category: 'counter' },
  周涛: { category: 'institution' },
  赵敏: { offices: ['recorder'] },
  李强: { category: 'leadingCadre', offices: ['secretary'] },
  钱进: { category: 'partyAffairs', offices: ['deputySecretary'] },
  郑国: { category: 'retired' },
  孙伟: { kind: 'mass', category: null },
};

export async function openBranch(
  cast: Cast = commandLineCast,
  startAt = '2026-11-23T09:00:00',
  rulebook?: LoadedRulebook,
): Promise<TestBranch> {
  const stage = await openStage({
    rulebook: rulebook ?? (await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'))),
    clock: startAt,
  });
  const people = Object.entries(cast).map(([name, changed]) =>
    founder(name, (changed.kind ?? 'member') === 'member' ? changed : { ...changed, category: null }),
  );
  const id = await stage.found('机关第一党支部', people);
  return {
    ...{ bot: stage.bot, id },
    async say(who, text, place = 'group', names = []) {
      const files = names.map((name): ChannelFile => ({ kind: 'picture', name, bytes: Buffer.from(name) }));
      const chat: Partial<Inbound> = place === 'group' ? {} : { chat: { kind: 'private', account: who } };
      return heard(await stage.say(who, text, { files, ...chat }));
    },
    together: async (lines) => heard(await stage.together(lines)),
    moveTo: (instant) => {
      stage.clock.set(instant);
    },
    sql: (query, ...values) => stage.sql(query, ...values),
    close: () => stage.close(),
  };
}

/** A picture alone has no words. */
function heard(said: readonly Outbound[]): Heard[] {
  return said
    .filter(({ text }) => text !== '')
    .map(({ chat, text }) => ({ to: chat.kind === 'private' ? chat.account : null, text }));
}

/** What the group heard, line by line. */
export function inGroup(heard: readonly Heard[]): string {
  return heard
    .filter(({ to }) => to === null)
    .map(({ text }) => text)
    .join('\n');
}

/** What one person heard in private. */
export function privately(heard: readonly Heard[], who: string): string {
  return heard
    .filter(({ to }) => to === who)
    .map(({ text }) => text)
    .join('\n');
}

/** The sum of the ledger, by plain SQL. */
export function ledgerSum(branch: TestBranch, member: number): number {
  const [row] = branch.sql<{ sum: number | null }>(
    'SELECT SUM(points) AS sum FROM ledger_entry WHERE member = ?',
    member,
  );
  return row?.sum ?? 0;
}
