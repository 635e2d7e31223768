import { createHash } from 'node:crypto';
import { kinds } from '../../../src/app/kinds.js';
import type { Meaning } from '../../../src/app/incoming.js';
import { decide } from '../../../src/app/perform.js';
import { foundBranch } from '../../../src/app/roster/found.js';
import type { Attachment, Context, Outcome } from '../../../src/app/use-case.js';
import { createCatalogue } from '../../../src/chat/catalogue.js';
import { createReader } from '../../../src/chat/dispatch.js';
import { founder, type Changed } from '../../../src/cli/stage/founder.js';
import { emptyFacts, type Facts } from '../../../src/domain/branch/facts.js';
import { rulebookOfYear, type LoadedRulebook } from '../../../src/domain/rulebook/adopted.js';
import { chineseWorkingDays } from '../../../src/jobs/working-days.js';
import { allCommands } from './commands.js';

/** A branch of facts alone: reads and decides lines as the bot does, but stores and sends nothing. */
export interface InMemory {
  facts(): Facts;
  moveTo(instant: string): void;
  /** Says a line in private. @returns the decision; undefined for words that were not understood */
  say(who: string, text: string, files?: readonly string[]): Outcome | undefined;
  /** What a line is read as. */
  read(who: string, text: string): Meaning;
}

/** Opens such branches, all under this rulebook. */
export async function inMemory(configured: LoadedRulebook) {
  const catalogue = createCatalogue(await allCommands());
  const workingDays = chineseWorkingDays();
  const { rulebook } = configured;
  const notHere = () => {
    throw new Error('only a bot that runs has this');
  };
  return (cast: Readonly<Record<string, Changed>>, startAt: string): InMemory => {
    let now = startAt;
    let facts = emptyFacts({ id: 'b1', name: '机关第一党支部', createdAt: now, entryCount: 0, head: '' });
    const contextOf = (account: string, names: readonly string[]): Context => ({
      ...{ facts, rulebook, configured, workingDays, kinds, now, limits: null },
      rulebookOf: (year) => rulebookOfYear(facts, rulebook, year),
      readRulebook: notHere,
      readDocument: notHere,
      today: now.slice(0, 10),
      place: 'private',
      speaker: { channel: 'memory', account, nickname: null },
      attachments: names.map(attachment),
      sign: (purpose, text) => hashOf(`${purpose} ${text}`),
      health: notHere,
      troubled: () => [],
      recentActs: () => [],
      invite: () => null,
      ballots: { keys: notHere, seal: notHere, open: notHere, hasKey: notHere },
      actor: facts.all('person').find(({ name }) => name === account) ?? null,
      byClock: account === '',
      enteredBy: null,
    });
    const settle = (outcome: ReturnType<typeof decide>): Outcome => {
      if (outcome.kind === 'backup') return notHere();
      if (outcome.kind === 'done') facts = facts.with(outcome.changes);
      return outcome;
    };
    const people = Object.entries(cast).map(([name, changed]) =>
      founder(name, (changed.kind ?? 'member') === 'member' ? changed : { ...changed, category: null }),
    );
    settle(decide(contextOf('', []), foundBranch.intent({ people })));
    return {
      facts: () => facts,
      moveTo: (instant) => void (now = instant),
      read: (who, text) => createReader(catalogue, text, '机器人')(contextOf(who, [])),
      say(who, text, names = []) {
        const context = contextOf(who, names);
        const meaning = createReader(catalogue, text, '机器人')(context);
        return meaning.kind === 'intent' ? settle(decide(context, meaning.intent)) : undefined;
      },
    };
  };
}

function attachment(name: string): Attachment {
  return { kind: 'picture', name, bytes: Buffer.from(name), sha256: hashOf(name) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
